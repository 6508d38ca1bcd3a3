import { describe, expect, it } from 'vitest';
import { defaultPreferences } from '../contract/default-preferences.ts';
import { listeningOf } from './notification-listening.ts';

const wishes = defaultPreferences.notifications;
const at = (hour: number, minute = 0): Date => new Date(2026, 5, 1, hour, minute);
const night = { from: 22 * 60, to: 7 * 60 };

describe('listeningOf', () => {
  it.each<[string, typeof wishes.quiet, Date, string]>([
    ['no quiet hours', null, at(3), 'open'],
    ['before the night', night, at(21, 59), 'open'],
    ['its first minute', night, at(22), 'later'],
    ['behind midnight', night, at(0), 'later'],
    ['its last minute', night, at(6, 59), 'later'],
    ['the morning', night, at(7), 'open'],
    ['a lunch break', { from: 720, to: 780 }, at(12, 30), 'later'],
    ['before it', { from: 720, to: 780 }, at(11, 59), 'open'],
    ['from and to alike: no hours', { from: 600, to: 600 }, at(10), 'open'],
  ])('%s', (_name, quiet, now, ear) => {
    expect(listeningOf({ ...wishes, quiet }, now, false).ear).toBe(ear);
  });

  it('tells nobody who looks, or who wants none', () => {
    expect(listeningOf(wishes, at(12), true).ear).toBe('never');
    expect(listeningOf({ ...wishes, off: true, quiet: night }, at(23), false).ear).toBe('never');
    expect(listeningOf(wishes, at(12), false)).toEqual({
      afterMs: 120_000,
      recovered: true,
      updates: true,
      ear: 'open',
    });
  });
});
