import { beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../engine/log/logger.ts';
import { Quit, type QuitPorts } from './quit.ts';

let done: string[];
let finish: () => void;
let answer: (quits: boolean) => void;

function quitting(sessions: number, ports: Partial<QuitPorts> = {}): Quit {
  return new Quit({
    openSessions: () => Promise.resolve(sessions),
    ask: (count) => {
      done.push(`ask ${count}`);
      return new Promise((resolve) => (answer = resolve));
    },
    hideWindow: () => done.push('hide'),
    end: () => {
      done.push('end');
      return new Promise((resolve) => (finish = resolve));
    },
    exit: (code) => done.push(`exit ${code}`),
    relaunch: () => done.push('relaunch'),
    log: silentLogger,
    ...ports,
  });
}

beforeEach(() => {
  done = [];
});

describe('Quit', () => {
  it('asks nothing when nothing would break, drains, and exits with 0', async () => {
    quitting(0).request('person');
    await expect.poll(() => done).toEqual(['hide', 'end']);
    finish();
    await expect.poll(() => done).toEqual(['hide', 'end', 'exit 0']);
  });

  it('asks once when sessions would break, and goes on running after a no', async () => {
    const quit = quitting(46);
    quit.request('person');
    await expect.poll(() => done).toEqual(['ask 46']);
    quit.request('person');
    answer(false);
    await expect.poll(() => quit.isEnding).toBe(false);
    quit.request('person');
    await expect.poll(() => done).toEqual(['ask 46', 'ask 46']);
    answer(true);
    await expect.poll(() => done).toEqual(['ask 46', 'ask 46', 'hide', 'end']);
  });

  it('asks nobody when the system ends it, also in the middle of the question', async () => {
    const quit = quitting(46);
    quit.request('person');
    await expect.poll(() => done).toEqual(['ask 46']);
    quit.request('system');
    await expect.poll(() => done).toEqual(['ask 46', 'hide', 'end']);
    answer(false);
    finish();
    await expect.poll(() => done).toEqual(['ask 46', 'hide', 'end', 'exit 0']);
  });

  it('hurries the second time, and exits at once the third', async () => {
    const quit = quitting(0);
    quit.request('system');
    await expect.poll(() => done).toEqual(['hide', 'end']);
    quit.request('system');
    expect(done).toEqual(['hide', 'end', 'end']);
    quit.request('person');
    expect(done).toEqual(['hide', 'end', 'end', 'exit 0']);
  });

  it.each<[string, Partial<QuitPorts>, readonly string[]]>([
    ['the host is gone', { openSessions: () => Promise.reject(new Error('gone')) }, ['hide', 'end']],
    [
      'the question can’t be shown',
      { openSessions: () => Promise.resolve(1), ask: () => Promise.reject(new Error('x')) },
      ['hide', 'end'],
    ],
    ['the end fails', { end: () => Promise.reject(new Error('x')) }, ['hide', 'exit 0']],
  ])('quits although %s', async (_, ports, expected) => {
    quitting(0, ports).request('person');
    await expect.poll(() => done).toEqual(expected);
  });

  it('lets another version take its place once everything is drained, in sight', async () => {
    const quit = quitting(46);
    quit.endWith(() => {
      done.push('install');
      return Promise.resolve();
    });
    await expect.poll(() => done).toEqual(['end']);
    finish();
    await expect.poll(() => done).toEqual(['end', 'install', 'exit 0']);
  });

  it('lets nobody cut an install short but the end of the session', async () => {
    const quit = quitting(0);
    quit.endWith(() => {
      done.push('install');
      return new Promise(() => undefined);
    });
    await expect.poll(() => done).toEqual(['end']);
    finish();
    await expect.poll(() => done).toEqual(['end', 'install']);
    for (let time = 1; time <= 3; time += 1) quit.request('person');
    expect([quit.isEnding, done]).toEqual([true, ['end', 'install']]);
    quit.request('system');
    expect(done).toEqual(['end', 'install', 'exit 0']);
  });

  it('starts again as it was when nothing could be installed', async () => {
    const quit = quitting(0);
    quit.endWith(() => Promise.reject(new Error('nobody allowed it')));
    await expect.poll(() => done).toEqual(['end']);
    finish();
    await expect.poll(() => done).toEqual(['end', 'relaunch', 'exit 0']);
  });

  it('installs nothing when it is ending already', async () => {
    const quit = quitting(0);
    quit.request('system');
    quit.endWith(() => {
      done.push('install');
      return Promise.resolve();
    });
    await expect.poll(() => done).toEqual(['hide', 'end']);
    finish();
    await expect.poll(() => done).toEqual(['hide', 'end', 'exit 0']);
  });
});
