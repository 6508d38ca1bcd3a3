import { describe, expect, it } from 'vitest';
import { connectedView } from '../contract/testing/test-views.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { HostWatch, watchEveryMs, type HostSummary, type HostWatchPorts } from './host-watch.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function watching() {
  const clock = new FakeClock();
  const told: HostSummary[] = [];
  const asked: { resolve: (answer: unknown) => void; reject: (error: Error) => void }[] = [];
  const state = { mode: 'app' as HostSummary['mode'] };
  const host = {
    state,
    call: () => new Promise((resolve, reject) => asked.push({ resolve, reject })),
  } as unknown as HostWatchPorts['host'];
  const watch = new HostWatch({ host, clock, onSummary: (summary) => told.push(summary) });
  return { watch, clock, told, asked, state };
}

const snapshot = { sequence: 1, connections: [connectedView()] };

describe('HostWatch', () => {
  it('asks again and again, one question at a time', async () => {
    const { watch, clock, told, asked } = watching();
    watch.look();
    watch.look();
    expect(asked).toHaveLength(1);
    asked[0]?.resolve(snapshot);
    await settle();
    expect(told).toMatchObject([{ mode: 'app', isKnown: true, views: [{ sessions: 3 }] }]);
    // What was wanted meanwhile comes at once.
    clock.advance(0);
    expect(asked).toHaveLength(2);
    asked[1]?.resolve(snapshot);
    await settle();
    clock.advance(watchEveryMs - 1);
    expect(asked).toHaveLength(2);
    clock.advance(1);
    expect(asked).toHaveLength(3);
  });

  it('keeps what was known when a question fails, and asks nobody while there is no host', async () => {
    const { watch, clock, told, asked, state } = watching();
    watch.look();
    asked[0]?.resolve(snapshot);
    await settle();
    clock.advance(watchEveryMs);
    asked[1]?.reject(new Error('gone'));
    await settle();
    state.mode = 'unreachable';
    clock.advance(watchEveryMs);
    await settle();
    expect(asked).toHaveLength(2);
    expect(told.map(({ mode, views }) => [mode, views.length])).toEqual([
      ['app', 1],
      ['app', 1],
      ['unreachable', 1],
    ]);
  });

  it('ends', async () => {
    const { watch, clock, told, asked } = watching();
    watch.look();
    watch.stop();
    asked[0]?.resolve(snapshot);
    await settle();
    watch.look();
    expect([told.length, asked.length, clock.pending]).toEqual([0, 1, 0]);
  });
});
