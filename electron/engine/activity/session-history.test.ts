import { describe, expect, it } from 'vitest';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { SessionHistory } from './session-history.ts';

const minute = 60_000;
const noon = new Date(2026, 10, 19, 12, 0, 0).getTime();

function record(change: Partial<SessionRecord> = {}): SessionRecord {
  return {
    id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a10',
    connectionId: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11',
    trackingId: 't',
    peer: null,
    startedAt: 0,
    endedAt: 1,
    dialMs: 4,
    endpoint: { host: 'sql01.corp', port: 1433, address: '10.0.0.4' },
    bytesIn: 0,
    bytesOut: 0,
    closedBy: 'app',
    code: null,
    detail: '',
    ...change,
  };
}

describe('SessionHistory', () => {
  it('knows nothing at first', () => {
    expect(new SessionHistory().read([], noon)).toEqual({
      ended: [],
      today: 0,
      failedToday: 0,
      lastHour: 0,
      typicalDialMs: null,
    });
  });

  it('keeps the last 200, newest first, and counts them all', () => {
    const history = new SessionHistory();
    for (let index = 0; index < 250; index += 1) history.ended(record({ bytesIn: index }), noon);
    const { ended, today, lastHour } = history.read([record()], noon);
    expect(ended.map(({ bytesIn }) => bytesIn)).toEqual(Array.from({ length: 200 }, (_, i) => 249 - i));
    expect([today, lastHour]).toEqual([251, 251]);
  });

  it('counts as failed what nobody wanted, not how sessions usually end', () => {
    const history = new SessionHistory();
    const codes = [
      'HCM3120',
      'HCM3121',
      'HCM3122',
      'HCM3123',
      null,
      'HCM3104',
      'HCM2034',
      'HCM3110',
    ] as const;
    for (const code of codes) history.ended(record({ code }), noon);
    expect(history.read([], noon)).toMatchObject({ today: 8, failedToday: 3 });
  });

  it('turns the day at midnight of this host', () => {
    const history = new SessionHistory();
    const midnight = new Date(2026, 10, 20, 0, 0, 0).getTime();
    history.ended(record({ code: 'HCM3104' }), midnight - 1);
    expect(history.read([], midnight - 1)).toMatchObject({ today: 1, failedToday: 1, lastHour: 1 });
    expect(history.read([record()], midnight)).toMatchObject({ today: 1, failedToday: 0, lastHour: 2 });
    history.ended(record(), midnight);
    expect(history.read([], midnight)).toMatchObject({ today: 1, failedToday: 0 });
  });

  it('forgets what is older than an hour, also of a clock that was set back', () => {
    const history = new SessionHistory();
    history.ended(record(), noon);
    history.ended(record(), noon + 30 * minute);
    expect(history.read([], noon + 59 * minute).lastHour).toBe(2);
    expect(history.read([], noon + 60 * minute).lastHour).toBe(1);
    expect(history.read([], noon + 90 * minute).lastHour).toBe(0);
    history.ended(record(), noon + 600 * minute);
    expect(history.read([], noon).lastHour).toBe(0);
  });

  it('takes the middle of the last 100 connects, those of open sessions too', () => {
    const history = new SessionHistory();
    for (let index = 0; index < 50; index += 1) history.ended(record({ dialMs: 5_000 }), noon);
    for (const dialMs of [null, 1, 2, 9]) history.ended(record({ dialMs }), noon);
    expect(history.read([], noon).typicalDialMs).toBe(5_000);
    for (let index = 0; index < 97; index += 1) history.ended(record({ dialMs: 3 }), noon);
    expect(history.read([], noon).typicalDialMs).toBe(3);
    const fresh = new SessionHistory();
    fresh.ended(record({ dialMs: 2 }), noon);
    expect(fresh.read([record({ dialMs: 5 }), record({ dialMs: null })], noon).typicalDialMs).toBe(3.5);
  });
});
