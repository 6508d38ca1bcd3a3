import { describe, expect, it } from 'vitest';
import { silentLogger } from '../engine/log/logger.ts';
import { PageCrash } from './page-crash.ts';

function crashing(again: boolean) {
  const done: string[] = [];
  let now = 0;
  const crash = new PageCrash({
    now: () => now,
    reload: () => done.push('reload'),
    quit: () => done.push('quit'),
    ask: () => {
      done.push('ask');
      return Promise.resolve(again);
    },
    log: silentLogger,
  });
  return {
    done,
    crashAt: (at: number) => {
      now = at;
      return crash.gone('crashed', 139);
    },
  };
}

describe('PageCrash', () => {
  it('loads the page again three times in a minute, then asks', async () => {
    const { done, crashAt } = crashing(true);
    for (const at of [0, 10_000, 20_000, 30_000, 31_000]) await crashAt(at);
    expect(done).toEqual(['reload', 'reload', 'reload', 'ask', 'reload', 'reload']);
  });

  it('counts a minute only', async () => {
    const { done, crashAt } = crashing(true);
    for (const at of [0, 25_000, 50_000, 75_000, 100_000, 125_000]) await crashAt(at);
    expect(done).toEqual(Array.from({ length: 6 }, () => 'reload'));
  });

  it('quits when the person wants that', async () => {
    const { done, crashAt } = crashing(false);
    for (const at of [0, 1, 2, 3]) await crashAt(at);
    expect(done).toEqual(['reload', 'reload', 'reload', 'ask', 'quit']);
  });

  it('asks one question at a time', async () => {
    const { done, crashAt } = crashing(true);
    for (const at of [0, 1, 2]) await crashAt(at);
    await Promise.all([crashAt(3), crashAt(3)]);
    expect(done.filter((what) => what === 'ask')).toHaveLength(1);
  });
});
