import { describe, expect, it } from 'vitest';
import { silentLogger } from '../log/logger.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { defaultZombieTimes, ZombieWatch } from './zombie-watch.ts';

/** A watch that looks every minute, and a relay that counts what a test says. */
function world(count: number | null) {
  const clock = new FakeClock();
  const state = { count, looks: 0, replaced: [] as number[] };
  const online = new AbortController();
  const look = (): Promise<void> => {
    state.looks++;
    watch.counted(state.count);
    return Promise.resolve();
  };
  const watch: ZombieWatch = new ZombieWatch({
    clock,
    log: silentLogger,
    name: () => 'sql',
    look,
    replace: () => {
      state.replaced.push(clock.monotonicMs());
      return Promise.resolve();
    },
    times: defaultZombieTimes,
  });
  watch.follow(online.signal);
  function everyMinute(): void {
    void look();
    clock.after(60_000, everyMinute);
  }
  return { clock, state, online, watch, everyMinute };
}

describe('ZombieWatch', () => {
  it('has a channel replaced that the relay doesn’t count, after a second look', () => {
    const { clock, state, watch } = world(1);
    clock.advance(60_000);
    state.count = 0;
    watch.counted(0);
    clock.advance(7_999);
    expect(state).toMatchObject({ looks: 0, replaced: [] });
    clock.advance(1);
    expect(state).toMatchObject({ looks: 1, replaced: [68_000] });
  });

  it('takes one low count for a lag, and lets a young channel settle', () => {
    const { clock, state, watch } = world(0);
    watch.counted(0);
    // A look by hand in between proves nothing.
    clock.advance(2_000);
    watch.counted(0);
    expect(state.replaced).toEqual([]);
    state.count = 1;
    clock.advance(28_000);
    expect(state).toMatchObject({ looks: 1, replaced: [] });
    watch.counted(0);
    watch.counted(2);
    clock.advance(60_000);
    expect(state).toMatchObject({ looks: 1, replaced: [] });
  });

  it('takes a relay that doesn’t count for no proof', () => {
    const { clock, state, everyMinute } = world(null);
    everyMinute();
    clock.advance(3_600_000);
    expect(state.replaced).toEqual([]);
  });

  it('replaces ever more rarely when that changes nothing', () => {
    const { clock, state, everyMinute } = world(0);
    everyMinute();
    clock.advance(24 * 3_600_000);
    const gaps = state.replaced.slice(1).map((at, index) => at - state.replaced[index]!);
    expect(gaps[0]).toBeGreaterThanOrEqual(5 * 60_000);
    expect(gaps[1]).toBeGreaterThanOrEqual(10 * 60_000);
    expect(state.replaced.length).toBeLessThan(30);
    expect(gaps.at(-1)).toBeLessThan(63 * 60_000);
  });

  it('leaves no timer behind, and is deaf, once the connection is no longer online', () => {
    const { clock, state, online, watch } = world(0);
    watch.counted(0);
    expect(clock.pending).toBe(1);
    online.abort();
    expect(clock.pending).toBe(0);
    watch.counted(0);
    expect(clock.pending).toBe(0);
    expect(state.replaced).toEqual([]);
  });
});
