import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { LimitHits } from './limit-hits.ts';

const minute = 60_000;

function hits() {
  const clock = new FakeClock();
  const lines: unknown[] = [];
  let changes = 0;
  const log = { warn: (_message: string, fields?: unknown) => void lines.push(fields) };
  const under = new LimitHits({ clock, log, onChange: () => (changes += 1) });
  return { clock, lines, under, changes: () => changes };
}

const ofConnection = new HcmError('HCM3110', { limit: 2 });
const ofHost = new HcmError('HCM3112', { limit: 9 });

describe('hits of limits', () => {
  it('are counted, told at each, and forgotten an hour after the last', () => {
    const { clock, under, changes } = hits();
    expect(under.last).toBeNull();
    under.note(ofConnection);
    clock.advance(50 * minute);
    under.note(ofConnection);
    expect(under.last).toEqual({
      problem: { code: 'HCM3110', details: { limit: 2 } },
      at: clock.now(),
      times: 2,
    });
    clock.advance(59 * minute);
    expect([under.last?.times, changes()]).toEqual([2, 2]);
    clock.advance(minute);
    expect([under.last, changes(), clock.pending]).toEqual([null, 3, 0]);
    under.note(ofConnection);
    expect(under.last).toMatchObject({ times: 1 });
  });

  it('of another limit begin anew', () => {
    const { under } = hits();
    under.note(ofConnection);
    under.note(ofHost);
    expect(under.last).toMatchObject({ problem: { code: 'HCM3112' }, times: 1 });
  });

  it('are logged once a minute, whatever comes', () => {
    const { clock, under, lines } = hits();
    for (let second = 0; second < 180; second += 1) {
      for (let crowd = 0; crowd < 100; crowd += 1) under.note(ofConnection);
      clock.advance(1_000);
    }
    expect(lines).toHaveLength(3);
    expect(lines.at(-1)).toMatchObject({ problem: { code: 'HCM3110' }, times: 12_001 });
  });

  it('leave no timer behind when the connection goes', () => {
    const { clock, under } = hits();
    under.note(ofConnection);
    under.dispose();
    expect(clock.pending).toBe(0);
    // Of a session that was cut, and ends when all is over.
    under.note(ofConnection);
    expect(clock.pending).toBe(0);
  });
});
