import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { dial, readAll, RelayWorld } from '../testing/relay-world.ts';

let world: RelayWorld;

afterEach(async () => {
  await world.close();
});

/** A connection with one open session. */
async function inUse(drainSeconds: number): Promise<{ readonly id: string; readonly app: Socket }> {
  world = await RelayWorld.start({ settings: { drainSeconds } });
  const id = world.add('sql', await world.serve((socket) => socket.pipe(socket)));
  await world.untilStatus(id, 'connected');
  const app = await dial((await world.sender('sql')).port);
  await expectEcho(app, 'a');
  return { id, app };
}

async function expectEcho(app: Socket, text: string): Promise<void> {
  app.write(text);
  expect(String((await once(app, 'data'))[0])).toBe(text);
}

describe('the time for open sessions to finish', () => {
  it('ends them when it is over, and says so in their records', async () => {
    const { id, app } = await inUse(1);
    world.supervisor.runner(id).stop();
    expect(world.view(id).azure.status).toBe('stopping');
    await expectEcho(app, 'b');
    await expect(readAll(app)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await world.untilStatus(id, 'stopped');
    await world.until('its record', () => world.sessions.length === 1);
    expect(world.sessions[0]).toMatchObject({
      closedBy: 'host',
      code: 'HCM3123',
      detail: 'time to finish is over',
    });
  });

  it('is none with 0: they end with the stop', async () => {
    const { id, app } = await inUse(0);
    world.supervisor.runner(id).stop();
    await expect(readAll(app)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await world.untilStatus(id, 'stopped');
    await world.until('its record', () => world.sessions.length === 1);
    expect(world.sessions[0]).toMatchObject({ closedBy: 'host', code: 'HCM3123' });
  });

  it('is given at a restart too; the connection comes back when they have finished', async () => {
    const { id, app } = await inUse(60);
    world.supervisor.runner(id).restart();
    expect(world.view(id).azure.status).toBe('stopping');
    await expectEcho(app, 'b');
    app.end();
    await readAll(app);
    await world.untilStatus(id, 'connected');
    expect(world.sessions.map(({ code }) => code)).toEqual([null]);
  });

  it('is cut short by a second restart, which then goes on', async () => {
    const { id, app } = await inUse(60);
    world.supervisor.runner(id).restart();
    world.supervisor.runner(id).restart();
    await expect(readAll(app)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await world.untilStatus(id, 'connected');
  });

  it('is given to all connections when the host stops', async () => {
    const { app } = await inUse(60);
    world.supervisor.stopAll();
    expect(world.supervisor.isAtRest).toBe(false);
    await expectEcho(app, 'b');
    app.end();
    await readAll(app);
    await world.until('rest', () => world.supervisor.isAtRest);
  });
});
