import { describe, expect, it } from 'vitest';
import { FewAtOnce } from './few-at-once.ts';

function job(): {
  readonly work: () => Promise<string>;
  readonly end: () => void;
  readonly began: () => boolean;
} {
  let end = (): void => undefined;
  let began = false;
  const ended = new Promise<string>((resolve) => {
    end = () => resolve('done');
  });
  return {
    end,
    began: () => began,
    work: () => {
      began = true;
      return ended;
    },
  };
}

const never = new AbortController().signal;

describe('FewAtOnce', () => {
  it('runs a few, lets the next wait for its turn, and refuses what is beyond', async () => {
    const few = new FewAtOnce({ running: 1, waiting: 1 });
    const [first, second] = [job(), job()];
    const running = few.run(never, first.work);
    const waiting = few.run(never, second.work);
    await expect(few.run(never, job().work)).rejects.toMatchObject({ code: 'HCM5005' });
    expect([first.began(), second.began()]).toEqual([true, false]);
    first.end();
    expect(await running).toBe('done');
    second.end();
    expect(await waiting).toBe('done');
  });

  it('gives the place free after work that fails', async () => {
    const few = new FewAtOnce({ running: 1, waiting: 0 });
    await expect(few.run(never, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await few.run(never, () => Promise.resolve(1))).toBe(1);
  });

  it('lets nobody wait whose time is over, and keeps their place for others', async () => {
    const few = new FewAtOnce({ running: 1, waiting: 1 });
    const [first, second, third] = [job(), job(), job()];
    const running = few.run(never, first.work);
    const stop = new AbortController();
    const gone = few.run(stop.signal, second.work);
    stop.abort(new Error('over'));
    await expect(gone).rejects.toThrow('over');
    const waiting = few.run(never, third.work);
    first.end();
    third.end();
    expect(await Promise.all([running, waiting])).toEqual(['done', 'done']);
    expect(second.began()).toBe(false);
    await expect(few.run(stop.signal, job().work)).rejects.toThrow('over');
  });
});
