import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { updatePhases, type UpdatePhase } from '../contract/updates.ts';
import {
  nextPhases,
  nextUpdate,
  updateAtStart,
  type UpdateEvent,
  type UpdateProgress,
} from './update-machine.ts';

const release = (version: string) => ({ version, publishedAt: null, notes: '', sizeBytes: 10 });
const problem = { code: 'HCM5115', details: {} } as const;

const events: readonly UpdateEvent[] = [
  { kind: 'told', updates: { mode: 'off', checkedAt: null, release: null, problem: null } },
  { kind: 'told', updates: { mode: 'notify', checkedAt: 1, release: null, problem: null } },
  { kind: 'told', updates: { mode: 'notify', checkedAt: 2, release: null, problem } },
  { kind: 'told', updates: { mode: 'notify', checkedAt: 3, release: release('2.4.0'), problem: null } },
  { kind: 'told', updates: { mode: 'notify', checkedAt: 4, release: release('2.5.0'), problem: null } },
  { kind: 'told', updates: { mode: 'notify', checkedAt: 5, release: release('2.4.0'), problem } },
  { kind: 'asked' },
  { kind: 'download', total: 10 },
  { kind: 'received', received: 4, total: 10 },
  { kind: 'received', received: 14, total: 10 },
  { kind: 'downloaded' },
  { kind: 'cancelled' },
  { kind: 'install' },
  { kind: 'failed', problem },
];

const after = (...happened: readonly UpdateEvent[]): UpdateProgress =>
  happened.reduce(nextUpdate, updateAtStart);

const found = events[3]!;
const download = events[7]!;
const ready = [found, download, { kind: 'downloaded' }] as const;

/** Every state that a way of events leads to, told apart by what decides. */
function reachable(): ReadonlyMap<string, UpdateProgress> {
  const seen = new Map([[JSON.stringify(updateAtStart), updateAtStart]]);
  for (const state of seen.values()) {
    for (const event of events) {
      const next = nextUpdate(state, event);
      seen.set(JSON.stringify(next), next);
    }
  }
  return seen;
}

describe('how far the app is with a newer version', () => {
  it('goes only where the table says, with a release wherever one is needed', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 40 }), (happened) => {
        let state = updateAtStart;
        for (const event of happened) {
          const next = nextUpdate(state, event);
          if (next.phase !== state.phase) expect(nextPhases[state.phase]).toContain(next.phase);
          if (['available', 'downloading', 'ready', 'installing'].includes(next.phase)) {
            expect(next.release).not.toBeNull();
          }
          if (['off', 'idle'].includes(next.phase)) expect(next.release).toBeNull();
          expect(next.received).toBeLessThanOrEqual(next.total);
          state = next;
        }
      }),
    );
  });

  it('reaches every phase, uses every way of the table, and is stuck nowhere', () => {
    const states = [...reachable().values()];
    expect(new Set(states.map(({ phase }) => phase))).toEqual(new Set(updatePhases));
    const ways = new Map<UpdatePhase, Set<UpdatePhase>>();
    for (const state of states) {
      const nexts = events
        .map((event) => nextUpdate(state, event).phase)
        .filter((next) => next !== state.phase);
      expect(nexts, state.phase).not.toEqual([]);
      ways.set(state.phase, new Set([...(ways.get(state.phase) ?? []), ...nexts]));
    }
    for (const phase of updatePhases) expect(ways.get(phase), phase).toEqual(new Set(nextPhases[phase]));
  });

  it('finds, downloads and installs', () => {
    expect(after(found)).toMatchObject({ phase: 'available', checkedAt: 3 });
    expect(after(found, download, events[8]!)).toMatchObject({
      phase: 'downloading',
      received: 4,
      total: 10,
    });
    expect(after(...ready)).toMatchObject({ phase: 'ready', received: 10 });
    expect(after(...ready, { kind: 'install' }).phase).toBe('installing');
  });

  it('is where one can try again after each failure, and says why', () => {
    const failure = { kind: 'failed', problem } as const;
    expect(after({ kind: 'asked' }, failure)).toMatchObject({ phase: 'idle', problem });
    expect(after(found, { kind: 'asked' }, failure)).toMatchObject({ phase: 'available', problem });
    expect(after(found, download, failure)).toMatchObject({ phase: 'available', problem, received: 0 });
    expect(after(...ready, failure)).toMatchObject({ phase: 'available', problem });
    expect(after(...ready, { kind: 'install' }, failure)).toMatchObject({ phase: 'ready', problem });
    expect(after(found, download, failure, download).problem).toBeNull();
  });

  it('keeps what was downloaded while it is the newest, and gives it up for a newer one', () => {
    expect(after(...ready, found).phase).toBe('ready');
    // The feed can’t be asked just now.
    expect(after(...ready, events[2]!).phase).toBe('ready');
    expect(after(...ready, events[4]!)).toMatchObject({ phase: 'available', release: { version: '2.5.0' } });
    expect(after(...ready, events[1]!)).toMatchObject({ phase: 'idle', release: null });
    expect(after(found, download, events[4]!)).toMatchObject({ phase: 'available', received: 0 });
    expect(after(found, download, events[1]!)).toMatchObject({
      phase: 'idle',
      release: null,
      problem: { code: 'HCM5115', details: { version: '2.4.0', reason: 'withdrawn' } },
    });
  });

  it('keeps saying why a download failed when the host says the same release again', () => {
    expect(after(found, download, { kind: 'failed', problem }, found).problem).toEqual(problem);
    expect(after(found, download, { kind: 'failed', problem }, events[4]!).problem).toBeNull();
  });

  it('passes over answers that come too late', () => {
    const off = after(found, download, events[0]!);
    expect(off.phase).toBe('off');
    expect(nextUpdate(off, { kind: 'downloaded' })).toBe(off);
    const cancelled = after(found, download, { kind: 'cancelled' });
    expect(nextUpdate(cancelled, { kind: 'downloaded' })).toBe(cancelled);
    const installing = after(...ready, { kind: 'install' });
    expect(nextUpdate(installing, events[0]!)).toBe(installing);
  });
});
