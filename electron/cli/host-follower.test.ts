import { afterEach, describe, expect, it } from 'vitest';
import { connectedView } from '../contract/testing/test-views.ts';
import { HcmError } from '../contract/errors.ts';
import { HostFollower, lookIntervalMs, watchIntervalMs, type FollowedState } from './host-follower.ts';
import { LiveHost } from './testing/live-host.ts';

const sql = connectedView({ name: 'sql' });
const crm = connectedView({ name: 'crm', id: '6f1c1d0e-6e0c-4a55-9a53-1c1f6f1f2a11' });
const followers: HostFollower[] = [];

interface Followed {
  readonly host: LiveHost;
  readonly follower: HostFollower;
  /** Settles with the next state that is as wanted. */
  state(isDone: (state: FollowedState) => boolean): Promise<FollowedState>;
}

function follow(host: LiveHost): Followed {
  let waiting: {
    readonly isDone: (state: FollowedState) => boolean;
    readonly resolve: (s: FollowedState) => void;
  }[] = [];
  const follower = new HostFollower({
    clock: host.clock,
    connect: () => host.connect(),
    onChange: (state) => {
      waiting = waiting.filter(({ isDone, resolve }) => {
        if (!isDone(state)) return true;
        resolve(state);
        return false;
      });
    },
  });
  followers.push(follower);
  void follower.start();
  return {
    host,
    follower,
    state: (isDone) =>
      new Promise((resolve) => {
        if (follower.state !== null && isDone(follower.state)) resolve(follower.state);
        else waiting.push({ isDone, resolve });
      }),
  };
}

function names({ views }: FollowedState): readonly string[] {
  return views.map(({ config }) => config.name);
}

const isThere = ({ problem }: FollowedState): boolean => problem === null;
const isGone = ({ problem }: FollowedState): boolean => problem !== null;

afterEach(async () => {
  for (const one of followers.splice(0)) await one.close();
});

describe('HostFollower', () => {
  it('begins with a snapshot and goes on with events, without asking again', async () => {
    const { host, state } = follow(new LiveHost([sql]));
    expect(names(await state(isThere))).toEqual(['sql']);
    const asked = host.asked.length;
    host.set({ ...sql, sessions: 9 }, crm);
    const changed = await state(({ views }) => views.length === 2);
    expect(changed.views.map(({ sessions }) => sessions)).toEqual([9, 3]);
    host.remove(sql.config.id);
    expect(names(await state(({ views }) => views.length === 1))).toEqual(['crm']);
    host.clock.advance(watchIntervalMs - 1);
    expect(host.asked).toHaveLength(asked);
  });

  it('takes a new snapshot when a patch is missing', async () => {
    const { host, state } = follow(new LiveHost([sql]));
    await state(isThere);
    host.skip(crm);
    host.set({ ...sql, sessions: 9 });
    expect(names(await state(({ views }) => views.length === 2))).toEqual(['sql', 'crm']);
  });

  it('says that the host is gone, knows no states then, and finds it again', async () => {
    const { host, state } = follow(new LiveHost([sql]));
    await state(isThere);
    host.end();
    const gone = await state(isGone);
    expect(gone.problem?.code).toBe('HCM5001');
    expect(gone.views.map(({ azure }) => azure.status)).toEqual(['unknown']);
    host.startAgain(crm);
    host.clock.advance(lookIntervalMs);
    expect(names(await state(isThere))).toEqual(['sql', 'crm']);
  });

  it('leaves a host that hangs', async () => {
    const { host, state } = follow(new LiveHost([sql]));
    await state(isThere);
    // The look at whether it still answers is planned now.
    await new Promise((resolve) => setImmediate(resolve));
    host.hangs = true;
    host.refusal = new HcmError('HCM5005');
    host.clock.advance(watchIntervalMs);
    expect((await state(isGone)).problem?.code).toBe('HCM5005');
    expect(host.attached.size).toBe(0);
  });

  it('leaves nothing behind', async () => {
    const { host, follower, state } = follow(new LiveHost([sql]));
    await state(isThere);
    await follower.close();
    expect(host.attached.size).toBe(0);
    expect(host.clock.pending).toBe(0);
    host.set(crm);
    expect(names(follower.state!)).toEqual(['sql']);
  });
});
