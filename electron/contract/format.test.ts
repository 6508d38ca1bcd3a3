import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCountdown,
  formatDuration,
  formatMoment,
  formatRate,
  type MomentWords,
} from './format.ts';

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
