/** What others change in the data folder while a host runs, taken in by `reload`. */
import { once } from 'node:events';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from './engine.ts';
import { EngineWorld } from './testing/engine-world.ts';

let world: EngineWorld;
let engine: Engine;
let id: string;

beforeEach(async () => {
  world = await EngineWorld.start();
  ({ engine, id } = await world.connected());
  // The host writes it once more when Azure has said what it knows: nobody else may then.
  await world.relays.until('what Azure said is kept', () => stored().connections[0]?.['azure'] !== null);
});

afterEach(() => world.close());

interface Stored {
  readonly version: number;
  readonly connections: readonly Readonly<Record<string, unknown>>[];
}

const path = (name: string): string => join(world.folder, name);

function stored(): Stored {
  return JSON.parse(readFileSync(path('connections.json'), 'utf8')) as Stored;
}

function edit(change: (before: Stored) => Stored): void {
  writeFileSync(path('connections.json.new'), JSON.stringify(change(stored())), { mode: 0o600 });
  renameSync(path('connections.json.new'), path('connections.json'));
}

function editFirst(change: Readonly<Record<string, unknown>>): void {
  edit((before) => ({ ...before, connections: before.connections.map((one) => ({ ...one, ...change })) }));
}

const nothing = {
  ...{ settings: [], needsRestart: [], added: [], removed: [], changed: [], replaced: [] },
  closedSessions: 0,
};

describe('reload', () => {
  it('of the same files changes nothing: a session goes on', async () => {
    const app = await world.openSession();
    expect(await engine.reload()).toEqual(nothing);
    app.write('still there?');
    expect(String((await once(app, 'data'))[0])).toBe('still there?');
  });

  it('puts settings and limits in force under open sessions', async () => {
    const app = await world.openSession();
    const settings = { drainSeconds: 7, extraCaFile: '/etc/ca.pem', logLevel: 'debug' };
    writeFileSync(path('settings.json'), JSON.stringify({ version: 1, settings }), { mode: 0o600 });
    const { limits } = (await world.view(engine, id)).config;
    const resource = {
      ...{ cloud: 'public', tenantId: '', subscriptionId: 'cccccccc-0000-4000-8000-000000000001' },
      ...{ resourceGroup: 'relays', namespace: 'contoso-weu' },
    };
    editFirst({ limits: { ...limits, maxSessions: 3 }, resource });
    expect(await engine.reload()).toEqual({
      ...nothing,
      settings: ['drainSeconds', 'extraCaFile', 'logLevel'],
      needsRestart: ['extraCaFile'],
      changed: ['sql'],
    });
    expect((await engine.call('settings.get', {})).settings.drainSeconds).toBe(7);
    expect((await world.view(engine, id)).config).toMatchObject({ limits: { maxSessions: 3 }, resource });
    app.write('still there?');
    expect(String((await once(app, 'data'))[0])).toBe('still there?');
  });

  it('stops and starts what is switched off and on', async () => {
    editFirst({ enabled: false });
    expect(await engine.reload()).toMatchObject({ changed: ['sql'] });
    await world.until(engine, id, 'stopped', ({ azure }) => azure.status === 'stopped');
    editFirst({ enabled: true });
    await engine.reload();
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  });

  it('ends what is gone and runs what came', async () => {
    let kept: Stored['connections'] = [];
    edit((before) => {
      kept = before.connections;
      return { ...before, connections: [] };
    });
    expect(await engine.reload()).toMatchObject({ removed: ['sql'] });
    expect((await engine.call('connections.snapshot', {})).connections).toEqual([]);
    edit((before) => ({ ...before, connections: kept }));
    expect(await engine.reload()).toMatchObject({ added: ['sql'] });
    // Its sealed key was never taken away.
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  });

  it('begins a connection again whose way to Azure is another one', async () => {
    await world.openSession();
    editFirst({ keyName: 'anotherRule' });
    expect(await engine.reload()).toMatchObject({ replaced: ['sql'], closedSessions: 1 });
    await world.until(engine, id, 'refused', ({ azure }) => azure.status === 'unauthorized');
    editFirst({ keyName: 'defaultListener' });
    await engine.reload();
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  });

  it('of a broken file changes nothing at all, keeps it, and writes the good one again', async () => {
    const app = await world.openSession();
    const before = readFileSync(path('connections.json'), 'utf8');
    writeFileSync(path('connections.json'), '{"version":');
    expect(await engine.reload()).toEqual(nothing);
    app.write('still there?');
    expect(String((await once(app, 'data'))[0])).toBe('still there?');
    expect(JSON.parse(readFileSync(path('connections.json'), 'utf8'))).toEqual(JSON.parse(before));
    const { items } = await engine.call('health.list', {});
    expect(items.map(({ code }) => code)).toContain('HCM8023');
  });

  it('opens the files of records anew', async () => {
    const app = await world.openSession();
    app.end();
    await once(app, 'close');
    await world.relays.until('the record', () => sizeOf('sessions.log') > 0);
    renameSync(path('sessions.log'), path('sessions.log.moved'));
    await engine.reload();
    const next = await world.openSession();
    next.end();
    await once(next, 'close');
    await world.relays.until('the record in the new file', () => sizeOf('sessions.log') > 0);
  });
});

function sizeOf(name: string): number {
  try {
    return readFileSync(path(name)).length;
  } catch {
    return 0;
  }
}
