import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { bugRememberedMs, descriptorsRememberedMs, HealthNotes } from './health-notes.ts';
import { HealthWatch } from './health-watch.ts';

function setUp() {
  const clock = new FakeClock();
  const notes = new HealthNotes(() => clock.monotonicMs());
  const changes: string[] = [];
  const watch = new HealthWatch({
    clock,
    notes,
    connections: () => [],
    onChange: (items) =>
      void changes.push(
        items.map(({ code, details }) => `${code} ${String(details['file'] ?? '')}`.trim()).join(', '),
      ),
  });
  return { clock, notes, watch, changes, now: () => watch.list().map(({ code }) => code) };
}

describe('what the host notes of itself', () => {
  it('files that can’t be written stand until they can, each by itself', () => {
    const { clock, notes, changes } = setUp();
    notes.fileTrouble(new HcmError('HCM4003', { file: 'connections.json', reason: 'ENOSPC' }));
    notes.fileTrouble(new HcmError('HCM4003', { file: 'settings.json', reason: 'ENOSPC' }));
    clock.advance(1_000);
    notes.fileWritten('connections.json');
    clock.advance(1_000);
    notes.fileWritten('settings.json');
    clock.advance(1_000);
    expect(changes).toEqual(['HCM8021 connections.json, HCM8021 settings.json', 'HCM8021 settings.json', '']);
    expect(clock.pending).toBe(0);
  });

  it('what was set aside or comes from a newer version stays', () => {
    const { notes, now } = setUp();
    notes.fileTrouble(new HcmError('HCM4001', { file: 'settings.json' }));
    notes.fileTrouble(new HcmError('HCM4002', { file: 'connections.json' }));
    notes.fileWritten('settings.json');
    expect(now()).toEqual(['HCM8022', 'HCM8023']);
  });

  it('a setting that doesn’t count is looked up, not remembered', () => {
    const { notes, now } = setUp();
    let outside = ['drainSeconds', 'logLevel'];
    notes.watchSettings(() => outside);
    expect(now()).toEqual(['HCM8025', 'HCM8025']);
    outside = [];
    expect(now()).toEqual([]);
  });

  it('lost lines show after a while, and a disk that is known to fail hides them', () => {
    const { clock, notes, now } = setUp();
    notes.logFailing('sessions.log', true);
    clock.advance(4_000);
    expect(now()).toEqual([]);
    clock.advance(2_000);
    expect(now()).toEqual(['HCM8024']);
    notes.fileTrouble(new HcmError('HCM4003', { file: 'settings.json' }));
    expect(now()).toEqual(['HCM8021']);
    notes.fileWritten('settings.json');
    notes.logFailing('sessions.log', false);
    expect(now()).toEqual([]);
  });

  it('a bug and a lack of descriptors pass by themselves, counted from the last time', () => {
    const { clock, notes, watch, changes } = setUp();
    notes.bug();
    notes.bug();
    notes.outOfDescriptors();
    clock.advance(descriptorsRememberedMs - 1);
    expect(watch.list()).toMatchObject([{ code: 'HCM8020' }, { code: 'HCM8026', details: { times: 2 } }]);
    clock.advance(1_000);
    expect(changes.at(-1)).toBe('HCM8026');
    clock.advance(bugRememberedMs);
    expect(changes.at(-1)).toBe('');
    expect(clock.pending).toBe(0);
  });

  it('joins what comes together, tells only what differs, and ends', () => {
    const { clock, notes, watch, changes } = setUp();
    for (let count = 0; count < 100; count += 1) watch.changed();
    expect(clock.pending).toBe(1);
    clock.advance(10_000);
    expect(changes).toEqual([]);
    expect(clock.pending).toBe(0);
    notes.fileTrouble(new HcmError('HCM4003', { file: 'a' }));
    watch.close();
    expect(clock.pending).toBe(0);
    watch.changed();
    expect(clock.pending).toBe(0);
  });
});
