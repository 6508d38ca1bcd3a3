import { describe, expect, it } from 'vitest';
import { readSinceOption } from './since-option.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('--since', () => {
  it.each([
    ['30s', now - 30_000],
    ['15m', now - 900_000],
    ['2h', now - 7_200_000],
    ['7d', now - 604_800_000],
    ['2026-11-22T10:00Z', Date.UTC(2026, 10, 22, 10)],
    ['2026-11-22T10:00:05.5+01:00', Date.UTC(2026, 10, 22, 9, 0, 5, 500)],
    ['2026-11-22T10:00', new Date(2026, 10, 22, 10).getTime()],
    ['2026-11-22 10:00:05', new Date(2026, 10, 22, 10, 0, 5).getTime()],
    ['2026-11-22', new Date(2026, 10, 22).getTime()],
  ])('%s', (text, moment) => {
    expect(readSinceOption(text, now)).toBe(moment);
  });

  it.each(['', '15', 'm', '1.5h', '-5m', 'yesterday', '22.11.2026', '2026-13-40', '2026-11-22T25:00', '5w'])(
    '%j is wrong use',
    (text) => {
      expect(() => readSinceOption(text, now)).toThrow(expect.objectContaining({ code: 'HCM1060' }));
    },
  );
});
