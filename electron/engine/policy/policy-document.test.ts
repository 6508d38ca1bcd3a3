/** docs/policy.md lists every setting; `npx vitest run … -u` writes the list. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { settingTexts } from '../../contract/messages/texts/settings.ts';
import { settingKind } from '../../contract/setting-values.ts';
import { settingNames, settingsShape, type SettingName } from '../../contract/settings.ts';
import { defaultSettings } from '../../contract/default-settings.ts';

const path = join(import.meta.dirname, '../../../docs/policy.md');
const [begin, end] = ['<!-- settings: begin -->\n', '<!-- settings: end -->'];

it('lists every setting that a policy can set, with what it takes', async () => {
  const document = readFileSync(path, 'utf8');
  const [before = '', after = ''] = document.split(new RegExp(`${begin}[^]*${end}`));
  const rows = settingNames.map((name) => `| \`${name}\` | ${taken(name)} | ${settingTexts[name]} |\n`);
  const table = `\n| Name | Values | What it is |\n| --- | --- | --- |\n${rows.join('')}\n`;
  await expect(`${before}${begin}${table}${end}${after}`).toMatchFileSnapshot(path);
});

function taken(name: SettingName): string {
  const kind = settingKind(name);
  const none = settingsShape[name].safeParse(null).success ? ', null' : '';
  const fallback = defaultSettings[name];
  const usual = fallback === null || fallback === '' ? '' : ` (${fallback})`;
  if (kind.kind === 'number') return `${kind.min}–${kind.max}${usual}`;
  return kind.kind === 'choice' ? `${kind.choices.join(', ')}${usual}` : `text${none}${usual}`;
}
