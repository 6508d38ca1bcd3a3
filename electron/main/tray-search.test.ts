import { describe, expect, it } from 'vitest';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { searchAfterMs, TraySearch } from './tray-search.ts';

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

function searching() {
  const clock = new FakeClock();
  const done: string[] = [];
  const desktop = { hasTray: false as boolean | null };
  const search = new TraySearch({
    clock,
    look: () => Promise.resolve(desktop.hasTray),
    onFound: () => done.push('found'),
    onGivenUp: () => done.push('given up'),
  });
  return { clock, done, desktop, search };
}

describe('TraySearch', () => {
  it('finds a tray at once, or one that comes up a little later', async () => {
    const there = searching();
    there.desktop.hasTray = true;
    await there.search.start();
    expect(there.done).toEqual(['found']);
    const later = searching();
    await later.search.start();
    later.desktop.hasTray = true;
    later.clock.advance(searchAfterMs[0] ?? 0);
    await settle();
    expect(later.done).toEqual(['found']);
    expect(later.clock.pending).toBe(0);
  });

  it('gives up after a while, and finds it yet when somebody asks later', async () => {
    const { clock, done, desktop, search } = searching();
    await search.start();
    for (const delayMs of searchAfterMs) {
      clock.advance(delayMs);
      await settle();
    }
    expect(done).toEqual(['given up']);
    desktop.hasTray = true;
    expect(await search.isThere()).toBe(true);
    expect(await search.isThere()).toBe(true);
    desktop.hasTray = false;
    expect(await search.isThere()).toBe(false);
    expect(done).toEqual(['given up', 'found']);
  });

  it('takes a desktop that doesn’t answer for what it was before', async () => {
    const { desktop, search } = searching();
    desktop.hasTray = null;
    expect(await search.isThere()).toBe(false);
    desktop.hasTray = true;
    await search.isThere();
    desktop.hasTray = null;
    expect(await search.isThere()).toBe(true);
  });

  it('ends', async () => {
    const { clock, done, desktop, search } = searching();
    await search.start();
    search.stop();
    desktop.hasTray = true;
    await search.isThere();
    expect([done, clock.pending]).toEqual([[], 0]);
  });
});
