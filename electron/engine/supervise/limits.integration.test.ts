import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { noOwnLimits, type ConnectionLimits } from '../../contract/connection.ts';
import type { SenderEvent } from '../../local-relay/sender.ts';
import { dial, readAll, RelayWorld, type WorldOptions } from '../testing/relay-world.ts';
import { startSilentEndpoint } from '../testing/silent-endpoint.ts';

let world: RelayWorld;

afterEach(async () => {
  await world.close();
});

function echoing(socket: Socket): void {
  socket.pipe(socket);
}

async function connected(
  options: WorldOptions = {},
  limits: Partial<ConnectionLimits> = {},
): Promise<string> {
  world = await RelayWorld.start(options);
  const id = world.add('sql', await world.serve(echoing), { limits: { ...noOwnLimits, ...limits } });
  await world.untilStatus(id, 'connected');
  return id;
}

/** Apps of one entity, and what became of them. */
async function apps(name = 'sql') {
  const events: SenderEvent[] = [];
  const sender = await world.sender(name, (event) => events.push(event));
  return {
    refusals: () => events.flatMap((event) => (event.type === 'refused' ? [event.error.details] : [])),
    open: async (): Promise<Socket> => {
      const app = await dial(sender.port);
      app.write('x');
      await once(app, 'data');
      return app;
    },
    /** Waits until it is turned away. */
    turnedAway: async (): Promise<void> => {
      const app = await dial(sender.port);
      await expect(readAll(app)).rejects.toMatchObject({ code: 'ECONNRESET' });
    },
  };
}

describe('a limit of sessions', () => {
  it('of the connection itself counts before the host’s, is told to the sender and shown, and can be raised', async () => {
    const id = await connected({ settings: { maxSessionsPerConnection: 50 } }, { maxSessions: 1 });
    const { open, turnedAway, refusals } = await apps();
    const first = await open();
    await turnedAway();
    await turnedAway();
    await world.until('both refusals', () => refusals().length === 2);
    expect(refusals()[0]).toMatchObject({
      status: 503,
      reason: 'The connection has reached its limit of sessions. HCM3110',
    });
    expect(world.view(id)).toMatchObject({
      sessions: 1,
      limitHit: { problem: { code: 'HCM3110', details: { limit: 1 } }, times: 2 },
    });
    await world.until('their records', () => world.sessions.length === 2);
    expect(world.sessions[0]).toMatchObject({ code: 'HCM3110', closedBy: 'host', dialMs: null });
    world.supervisor.runner(id).change({ limits: { ...noOwnLimits, maxSessions: 2 } });
    const second = await open();
    await turnedAway();
    for (const app of [first, second]) app.destroy();
  });

  it('of the host is for all connections together', async () => {
    const sql = await connected({ settings: { maxSessions: 2 } });
    const web = world.add('web', await world.serve(echoing));
    await world.untilStatus(web, 'connected');
    const [ofSql, ofWeb] = [await apps('sql'), await apps('web')];
    const open = [await ofSql.open(), await ofWeb.open()];
    await ofWeb.turnedAway();
    await world.until('the refusal', () => ofWeb.refusals().length === 1);
    expect(ofWeb.refusals()[0]).toMatchObject({
      status: 503,
      reason: 'The listening host has reached its limit of sessions. HCM3112',
    });
    expect(world.view(web).limitHit).toMatchObject({ problem: { code: 'HCM3112', details: { limit: 2 } } });
    expect(world.view(sql).limitHit).toBeNull();
    open[0]?.destroy();
    await world.until('room', () => world.view(sql).sessions === 0);
    const third = await ofWeb.open();
    for (const app of [...open, third]) app.destroy();
  });

  it('counts a session while its endpoint is still dialled', async () => {
    world = await RelayWorld.start({ settings: { dialTimeoutSeconds: 20, maxSessionsPerConnection: 1 } });
    const silent = await startSilentEndpoint();
    try {
      const id = world.add('sql', `127.0.0.1:${silent.port}`);
      await world.untilStatus(id, 'connected');
      const { turnedAway } = await apps();
      const sender = await world.sender('sql');
      const waiting = await dial(sender.port);
      await world.until('the dial', () => world.view(id).sessions === 1);
      await turnedAway();
      expect(world.view(id).limitHit).toMatchObject({ problem: { code: 'HCM3110' } });
      waiting.destroy();
    } finally {
      silent.close();
    }
  });

  it('tells every one of a crowd no, and keeps records of a few of them', async () => {
    const id = await connected({}, { maxSessions: 1 });
    const { open, turnedAway, refusals } = await apps();
    const first = await open();
    await Promise.all(Array.from({ length: 200 }, () => turnedAway()));
    await world.until('all refusals', () => refusals().length === 200);
    expect(refusals().filter(({ status }) => status === 503)).toHaveLength(200);
    expect(world.view(id).limitHit).toMatchObject({ times: 200 });
    expect(world.sessions.length).toBeLessThanOrEqual(40);
    first.write('y');
    expect(String((await once(first, 'data'))[0])).toBe('y');
    first.destroy();
  }, 60_000);
});

describe('limits of a running session', () => {
  it('end one that carries nothing, also when they are set later', async () => {
    const id = await connected();
    const { open } = await apps();
    const app = await open();
    // In tests a part of a minute will do.
    world.supervisor.runner(id).change({ limits: { ...noOwnLimits, idleMinutes: 0.005 } });
    await expect(readAll(app)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await world.until('its record', () => world.sessions.length === 1);
    expect(world.sessions[0]).toMatchObject({ code: 'HCM3126', closedBy: 'host', bytesIn: 1, bytesOut: 1 });
    expect(world.view(id).limitHit).toBeNull();
  });

  it.each(['the connection', 'the host'])(
    'hold the bandwidth of %s, and let it go at once',
    async (whose) => {
      const id = await connected();
      const { open } = await apps();
      const app = await open();
      const setRate = (kilobytesPerSecond: number): void => {
        if (whose === 'the connection')
          world.supervisor.runner(id).change({ limits: { ...noOwnLimits, kilobytesPerSecond } });
        else {
          world.settings = { ...world.settings, kilobytesPerSecond };
          world.supervisor.settingsChanged();
        }
      };
      setRate(1);
      const data = randomBytes(8 * 1024 * 1024);
      const all = readAll(app);
      app.end(data);
      // What one chunk overdraws is more than a minute's worth.
      await world.until('the first chunk', () => world.view(id).bytesIn > 1);
      const other = await dial((await world.sender('sql')).port);
      other.write('x');
      await world.until('another session to wait', () => world.view(id).sessions === 2);
      expect(world.view(id).bytesIn).toBeLessThan(1024 * 1024);
      setRate(0);
      expect((await all).equals(data)).toBe(true);
      await once(other, 'data');
      other.destroy();
    },
  );
});

describe('a bug in one tunnel', () => {
  it('ends that tunnel and no other', async () => {
    let isBroken = false;
    const fail = (): never => {
      throw new TypeError('x is not a function');
    };
    await connected({
      mayDial: () => (isBroken ? fail() : { allowed: true }),
    });
    const { open, turnedAway, refusals } = await apps();
    const living = await open();
    isBroken = true;
    await turnedAway();
    await world.until('its record', () => world.sessions.length === 1);
    expect(world.sessions[0]).toMatchObject({ closedBy: 'host', code: 'HCM3125' });
    expect(refusals()[0]).toMatchObject({ status: 502 });
    living.write('y');
    expect(String((await once(living, 'data'))[0])).toBe('y');
    isBroken = false;
    for (const app of [living, await open()]) app.destroy();
  });
});
