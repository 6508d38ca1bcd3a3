import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { healthCodes, healthTable, type HealthCode } from '../../health-table.ts';
import { describeHealth } from '../describe-health.ts';
import { healthTexts, healthBarTexts, healthBarsTexts } from './health.ts';
import { blanksOf, variantsOf } from '../message-text.ts';

const document = readFileSync(new URL('../../../../docs/health.md', import.meta.url), 'utf8');

function rowOf(code: HealthCode): readonly string[] {
  const row = document.split('\n').find((line) => line.startsWith(`| ${code} `)) ?? '';
  return row.split('|').map((cell) => cell.trim());
}

function span(milliseconds: number): string {
  if (milliseconds === 0) return 'at once';
  return milliseconds % 60_000 === 0 ? `${milliseconds / 60_000} min` : `${milliseconds / 1_000} s`;
}

describe('health items', () => {
  it.each(healthCodes)('%s has texts that stand by themselves, and its row in docs/health.md', (code) => {
    const { severity, visibleAfterMs, dependsOn, impactsConnectivity } = healthTable[code];
    const { title, cause, next } = describeHealth({ code, details: {} });
    for (const text of Object.values(healthTexts[code]))
      expect(blanksOf(variantsOf(text).at(-1) ?? '')).toEqual([]);
    expect(title).not.toMatch(/[.!]$/);
    for (const sentence of [cause, next]) expect(sentence).toMatch(/\.$/);
    expect(rowOf(code).slice(1, 7)).toEqual([
      code,
      title,
      impactsConnectivity ? `${severity}, apps` : severity,
      span(visibleAfterMs),
      dependsOn.join(', ') || '–',
      next,
    ]);
  });

  it('are all in the document, and no other', () => {
    expect(document.match(/^\| HCM\d{4}/gm)).toHaveLength(healthCodes.length);
  });

  it('speak like the rest of the product', () => {
    const all = JSON.stringify([healthTexts, healthBarTexts, healthBarsTexts]);
    expect(all).not.toMatch(/\b(invalid|failed to|please|oops|tunnel|entity)\b/i);
    expect(all).not.toContain("'");
    expect(all).not.toContain('!');
  });
});
