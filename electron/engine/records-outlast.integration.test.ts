import { once } from 'node:events';
import { appendFileSync, readFileSync, statSync } from 'node:fs';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { SessionView } from '../contract/api.ts';
import { EngineWorld } from './testing/engine-world.ts';

let world: EngineWorld;

afterEach(async () => {
  await world.close();
});

/** The file keeps tenths of a millisecond. */
function rounded(session: SessionView): SessionView {
  return { ...session, dialMs: Math.round((session.dialMs ?? 0) * 10) / 10 };
}

type Line = Readonly<Record<string, unknown>>;

function lines(): readonly Line[] {
  const text = readFileSync(join(world.folder, 'sessions.log'), 'utf8');
  return text
    .split('\n')
    .filter((line) => line.startsWith('{') && line.endsWith('}'))
    .map((line) => JSON.parse(line) as Line);
}

/** A session that is cut ends with a reset at its app. */
function closed(app: Socket): Promise<void> {
  app.on('error', () => undefined);
  return new Promise((resolve) => app.once('close', () => resolve()));
}

it('sessions and activity are there again after a restart of the host, whatever became of the last line', async () => {
  world = await EngineWorld.start();
  const { engine, id } = await world.connected();
  const first = await world.openSession();
  first.end();
  await once(first, 'close');
  await world.until(engine, id, 'the session to end', ({ sessions }) => sessions === 0);
  const second = await world.openSession();
  const [open] = (await engine.call('sessions.list', { connectionId: id })).sessions;
  const cut = closed(second);
  await engine.call('sessions.kill', { id: open?.id ?? '', by: 'm.keller' });
  await cut;
  await world.until(engine, id, 'the session to end', ({ sessions }) => sessions === 0);
  const before = await engine.call('sessions.history', { connectionId: id });
  const activityBefore = await world.activity(engine, id);
  await engine.stop();
  engine.close();
  expect(statSync(join(world.folder, 'sessions.log')).mode & 0o777).toBe(0o600);
  expect(lines()).toMatchObject([
    {
      connection: 'sql',
      connectionId: id,
      host: '127.0.0.1',
      address: '127.0.0.1',
      closedBy: 'app',
      why: 'ended',
    },
    { connection: 'sql', closedBy: 'host', why: 'person', person: 'm.keller', code: 'HCM3123', bytesIn: 5 },
  ]);
  for (const file of ['sessions.log', 'activity.log'])
    appendFileSync(join(world.folder, file), '{"time":"20');

  const again = await world.open();
  await again.start();
  const after = await again.call('sessions.history', { connectionId: id });
  expect(after.ended.map(rounded)).toEqual(before.ended.map(rounded));
  expect(after).toMatchObject({ today: before.today, typicalDialMs: expect.any(Number) as number });
  await world.until(again, id, 'connected', ({ azure }) => azure.status === 'connected');
  // The end of the run before, then this one.
  const activity = await world.activity(again, id);
  expect(activity.slice(-activityBefore.length)).toEqual(activityBefore);
  expect(activity).toContain('stopped');
  const third = await world.openSession();
  const gone = closed(third);
  await again.call('connections.remove', { id });
  await gone;
  await again.stop();
  expect(lines().at(-1)).toMatchObject({ connection: 'sql', closedBy: 'host', why: 'removed' });

  const without = await world.open();
  await without.start();
  await expect(without.call('sessions.history', { connectionId: id })).rejects.toMatchObject({
    code: 'HCM1041',
  });
}, 60_000);

it('a host that ends leaves a record of every session that it cut', async () => {
  world = await EngineWorld.start();
  const { engine } = await world.connected();
  const apps = await Promise.all(Array.from({ length: 20 }, () => world.openSession()));
  for (const app of apps) app.on('error', () => undefined);
  await engine.call('settings.set', { drainSeconds: 0 });
  await engine.stop();
  expect(lines().map(({ closedBy, why }) => `${String(closedBy)} ${String(why)}`)).toEqual(
    Array.from({ length: 20 }, () => 'host host-stopped'),
  );
}, 60_000);

it('an engine that is never started leaves the files alone', async () => {
  world = await EngineWorld.start();
  const engine = await world.open();
  const connectionString = await world.relayString();
  await engine.call('connections.add', { connectionString, caPem: world.relays.caPem });
  await engine.stop();
  engine.close();
  expect(() => statSync(join(world.folder, 'activity.log'))).toThrow();
});
