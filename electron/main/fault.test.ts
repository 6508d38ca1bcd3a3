import { describe, expect, it } from 'vitest';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { silentLogger } from '../engine/log/logger.ts';
import { faultHandler, letGoMs } from './fault.ts';

function failing(end: () => Promise<void>) {
  const done: string[] = [];
  const clock = new FakeClock();
  const fail = faultHandler({
    clock,
    log: silentLogger,
    end: () => {
      done.push('end');
      return end();
    },
    closeLog: () => Promise.resolve(void done.push('close log')),
    tell: () => done.push('tell'),
    exit: () => done.push('exit'),
  });
  return { done, clock, fail };
}

const order = ['end', 'close log', 'tell', 'exit'];

describe('faultHandler', () => {
  it('lets go of everything before the box that waits for a person, once', async () => {
    const { done, fail } = failing(() => Promise.resolve());
    fail(new Error('first'));
    fail(new Error('second'));
    await expect.poll(() => done).toEqual(order);
  });

  it('waits for no session', async () => {
    const { done, fail, clock } = failing(() => new Promise(() => undefined));
    fail(new Error('bug'));
    await expect.poll(() => done).toEqual(['end']);
    clock.advance(letGoMs);
    await expect.poll(() => done).toEqual(order);
  });

  it('tells of it also when letting go meets another bug', async () => {
    const { done, fail } = failing(() => Promise.reject(new Error('another')));
    fail(new Error('bug'));
    await expect.poll(() => done).toEqual(order);
  });
});
