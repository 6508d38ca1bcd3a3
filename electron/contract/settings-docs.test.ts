import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { limitNames, settingOfLimit } from './effective-limits.ts';
import { settingKind } from './setting-values.ts';
import { settingNames } from './settings.ts';
import { defaultSettings } from './default-settings.ts';

function document(name: string): string {
  return readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
}

/** Cells of the rows whose first cell is a name in backticks. */
function rowsOf(text: string): ReadonlyMap<string, readonly string[]> {
  const rows = text.split('\n').flatMap((line) => {
    const name = /^\| `(\w+)` \|/.exec(line)?.[1];
    return name === undefined
      ? []
      : [[name, line.split(' | ').map((cell) => cell.replaceAll(/[|`]/g, '').trim())]];
  });
  return new Map(rows as [string, string[]][]);
}

describe('docs/operations.md', () => {
  const rows = rowsOf(document('operations.md').split('## Settings')[1]?.split('\n## ')[0] ?? '');

  it('has a row for each setting, and none for anything else', () => {
    expect([...rows.keys()].sort()).toEqual([...settingNames].sort());
  });

  it.each(settingNames)('%s: default and limits are those of the code', (name) => {
    const [, fallback, limits] = rows.get(name) ?? [];
    const byDefault = defaultSettings[name];
    expect(fallback).toBe(byDefault === null ? '–' : byDefault === '' ? 'empty' : String(byDefault));
    const kind = settingKind(name);
    if (kind.kind === 'number') expect(limits).toBe(`${kind.min}-${kind.max}`);
    if (kind.kind === 'choice') expect(limits).toBe(kind.choices.join(', '));
  });
});

describe('docs/limits.md', () => {
  it.each(limitNames)('%s: names the setting and the default', (name) => {
    const setting = settingOfLimit[name];
    const row = document('limits.md')
      .split('\n')
      .find((line) => line.includes(`| \`${setting}\` | \`${name}\` |`));
    expect(row).toMatch(new RegExp(`\\| ${String(defaultSettings[setting])}[ :]`));
  });
});
