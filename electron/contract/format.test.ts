import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCountdown,
  formatDuration,
  formatMoment,
  formatRate,
  type MomentWords,
} from './format.ts';
import { compareNames, formatShortNumber, formatWholeNumber, pluralForm } from './locale-formats.ts';
import { speak } from './messages/language.ts';
import { momentWordTexts } from './messages/texts/status.ts';

describe('formatBytes', () => {
  it.each([
    [null, '–'],
    [0, '0'],
    [1, '1 B'],
    [999, '999 B'],
    [1000, '1 kB'],
    [2_100_000, '2.1 MB'],
    [9_960_000, '10 MB'],
    [999_499, '999 kB'],
    [999_600, '1 MB'],
    [52_428_800, '52 MB'],
    [1_500_000_000, '1.5 GB'],
    [8_000_000_000_000_000_000, '8000 PB'],
  ])('%j is %s', (bytes, shown) => {
    expect(formatBytes(bytes)).toBe(shown);
  });

  it('never shows more than four digits and always a unit', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 50 }), (bytes) => {
        expect(formatBytes(bytes)).toMatch(/^(?:0|\d{1,3}(?:\.\d)? (?:B|kB|MB|GB|TB|PB)|1\d{3} PB)$/);
      }),
    );
  });
});

describe('formatRate', () => {
  it.each([
    [null, '–'],
    [0, '0'],
    [0.3, '0'],
    [2_100_000.4, '2.1 MB/s'],
  ])('%j is %s', (rate, shown) => {
    expect(formatRate(rate)).toBe(shown);
  });
});

describe('formatDuration', () => {
  it.each([
    [null, '–'],
    [0, '0'],
    [0.2, '< 1 ms'],
    [4.9, '4 ms'],
    [999.9, '999 ms'],
    [999, '999 ms'],
    [20_000, '20 s'],
    [59_999, '59 s'],
    [531_000, '8 min 51 s'],
    [480_000, '8 min'],
    [11_520_000, '3 h 12 min'],
    [12 * 86_400_000 + 4 * 3_600_000, '12 d 4 h'],
    [-5, '0'],
  ])('%j ms is %s', (milliseconds, shown) => {
    expect(formatDuration(milliseconds)).toBe(shown);
  });
});

describe('formatCountdown', () => {
  it.each([
    [-1, '0:00'],
    [1, '0:01'],
    [18_000, '0:18'],
    [725_000, '12:05'],
    [3_723_000, '1:02:03'],
  ])('%j ms is %s', (milliseconds, shown) => {
    expect(formatCountdown(milliseconds)).toBe(shown);
  });
});

describe('formatMoment', () => {
  const words: MomentWords = {
    yesterday: 'yesterday',
    weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    thisWeek: '{day} {time}',
    dated: '{day} {month} {year}, {time}',
  };
  const now = new Date(2026, 10, 19, 14, 30, 0).getTime();

  it.each([
    ['today', new Date(2026, 10, 19, 14, 5, 51), '14:05:51'],
    ['just after midnight', new Date(2026, 10, 19, 0, 0, 0), '00:00:00'],
    ['yesterday, less than a day ago', new Date(2026, 10, 18, 17, 40), 'yesterday 17:40'],
    ['six days ago', new Date(2026, 10, 13, 9, 0), 'Friday 09:00'],
    ['a week ago', new Date(2026, 10, 12, 9, 0), '12 Nov 2026, 09:00'],
    ['last year', new Date(2025, 2, 14, 10, 22), '14 Mar 2025, 10:22'],
    ['tomorrow, from another clock', new Date(2026, 10, 20, 8, 0), '20 Nov 2026, 08:00'],
  ])('%s', (_name, then, shown) => {
    expect(formatMoment(then.getTime(), now, words)).toBe(shown);
  });
});

describe('in other languages', () => {
  afterEach(() => speak('en'));

  const now = new Date(2026, 10, 19, 14, 30, 0).getTime();
  const ago = (days: number): number => new Date(2026, 10, 19 - days, 9, 5).getTime();
  const march = new Date(2025, 2, 14, 10, 22).getTime();

  it.each([
    ['nl', ['2,1 MB', '2,1 MB/s', '512 B', '8 min 51 s', '3 u 12 min', '12 d 4 u', '0:18', '1.460']],
    [
      'zh-Hans',
      ['2.1 MB', '2.1 MB/s', '512 B', '8 分钟 51 秒', '3 小时 12 分钟', '12 天 4 小时', '0:18', '1,460'],
    ],
  ] as const)('%s writes numbers its own way', async (language, shown) => {
    await speak(language);
    expect([
      formatBytes(2_100_000),
      formatRate(2_100_000),
      formatBytes(512),
      formatDuration(531_000),
      formatDuration(11_520_000),
      formatDuration(12 * 86_400_000 + 4 * 3_600_000),
      formatCountdown(18_000),
      formatWholeNumber(1460),
    ]).toEqual(shown);
  });

  it.each([
    ['en', ['yesterday 09:05', 'Monday 09:05', '14 Mar 2025, 10:22']],
    ['nl', ['gisteren 09:05', 'maandag 09:05', '14 mrt 2025, 10:22']],
    ['zh-Hans', ['昨天 09:05', '星期一 09:05', '2025年3月14日 10:22']],
  ] as const)('%s writes moments its own way', async (language, shown) => {
    await speak(language);
    expect([ago(1), ago(3), march].map((moment) => formatMoment(moment, now, momentWordTexts))).toEqual(
      shown,
    );
  });

  it.each([
    ['en', 'en-GB'],
    ['nl', 'nl-NL'],
    ['zh-Hans', 'zh-Hans-CN'],
  ] as const)('%s counts and writes small numbers as CLDR does', async (language, locale) => {
    await speak(language);
    const plural = new Intl.PluralRules(locale);
    const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
    const short = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, useGrouping: false });
    for (const value of [0, -0, 1, -1, 1.04, 1.5, 2, 10, 999, 1000, 1001, 1_000_000, 0.04, 999.96]) {
      expect([value, formatWholeNumber(value)]).toEqual([value, whole.format(value)]);
      expect([value, formatShortNumber(value)]).toEqual([value, short.format(value)]);
    }
    for (let count = 0; count <= 1_001; count += 1)
      expect([count, pluralForm(count)]).toEqual([count, plural.select(count)]);
  });

  it('looks names up as its people do, numbers by their value', async () => {
    const names = ['sql10', 'SQL2', 'émail', 'zeta', 'erp'];
    for (const language of ['en', 'nl', 'zh-Hans'] as const) {
      await speak(language);
      expect([...names].sort(compareNames)).toEqual(['émail', 'erp', 'SQL2', 'sql10', 'zeta']);
    }
  });
});
