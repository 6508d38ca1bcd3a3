import { describe, expect, it } from 'vitest';
import { HcmError } from '../contract/errors.ts';
import { connectedView } from '../contract/testing/test-views.ts';
import { silentLogger } from '../engine/log/logger.ts';
import { startAll, stopAll, type AllPorts } from './start-stop-all.ts';

const ids = [
  '3c1f0f5e-8a3e-4a67-9d5c-0d6f3e1b2a4c',
  '7d2a9c44-51b1-4c0e-8f9a-2b6f0f6f9e11',
  '0e1c8a53-6f8f-4b53-9f7a-0d2b7f0f9a77',
] as const;
const running = { ...connectedView({ id: ids[0] }), sessions: 3 };
const atRest = { ...connectedView({ id: ids[1] }), sessions: 0 };
const stopped = { ...atRest, azure: { ...atRest.azure, status: 'stopped' } } as const;
const retired = { ...connectedView({ id: ids[2], kind: 'biztalk' }), sessions: 0 };

function all(changes: { mayStop?: boolean; refuse?: string; views?: readonly object[] } = {}) {
  const done: string[] = [];
  const ports = {
    host: {
      call: (name: string, input: { id: string; by?: string }) => {
        if (name === 'connections.snapshot')
          return Promise.resolve({ connections: changes.views ?? [running, stopped, retired] });
        if (name === changes.refuse) return Promise.reject(new HcmError('HCM5008'));
        done.push(`${name} ${input.id} ${input.by ?? ''}`);
        return Promise.resolve({});
      },
    },
    user: 'kim',
    mayStop: (sessions: number) => {
      done.push(`asked for ${sessions}`);
      return Promise.resolve(changes.mayStop ?? true);
    },
    onFailed: () => done.push('failed'),
    onDone: () => done.push('done'),
    log: silentLogger,
  } as unknown as AllPorts;
  return { ports, done };
}

describe('startAll and stopAll', () => {
  it('start what is stopped and stop what runs, in the person’s name', async () => {
    const start = all();
    await startAll(start.ports);
    expect(start.done).toEqual([`connections.start ${ids[1]} kim`, 'done']);
    const stop = all();
    await stopAll(stop.ports);
    expect(stop.done).toEqual(['asked for 3', `connections.stop ${ids[0]} kim`, 'done']);
  });

  it('ask only when sessions would break, and do nothing after a no', async () => {
    const no = all({ mayStop: false });
    await stopAll(no.ports);
    expect(no.done).toEqual(['asked for 3']);
    const quiet = all({ views: [atRest] });
    await stopAll(quiet.ports);
    expect(quiet.done).toEqual([`connections.stop ${ids[1]} kim`, 'done']);
  });

  it('tell when something didn’t follow', async () => {
    const { ports, done } = all({ refuse: 'connections.start' });
    await startAll(ports);
    expect(done).toEqual(['failed', 'done']);
  });
});
