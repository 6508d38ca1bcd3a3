import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEntity, createRule, type EntityConfig } from '../local-relay/entities.ts';
import type { Engine } from './engine.ts';
import { EngineWorld } from './testing/engine-world.ts';
import { dial } from './testing/relay-world.ts';

const root = createRule('root', ['Listen', 'Send']);
let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start({ relay: { namespaceRules: [root] } });
});

afterEach(() => world.close());

/** A connection whose key is one of the whole namespace. */
async function ofNamespace(engine: Engine): Promise<string> {
  await world.relayString('sql');
  const { connection } = await engine.call('connections.add', {
    connectionString: world.relays.relay.namespaceConnectionString('root'),
    entityPath: 'sql',
    caPem: world.relays.caPem,
  });
  return connection.config.id;
}

function connectedAs(engine: Engine, id: string, name: string): Promise<unknown> {
  const holds = (view: Awaited<ReturnType<EngineWorld['view']>>): boolean =>
    view.config.name === name && view.azure.status === 'connected';
  return world.until(engine, id, `${name} connected`, holds);
}

const stored = async (): Promise<readonly string[]> =>
  Promise.all(['connections.json', 'secrets.json'].map((name) => readFile(join(world.folder, name), 'utf8')));

async function renamedEntity(name: string): Promise<EntityConfig> {
  const endpoint = await world.relays.serve((socket) => void socket.pipe(socket));
  const entity = createEntity(name, { endpoint });
  world.relays.relay.addEntity(entity);
  return entity;
}

describe('connections.rename', () => {
  it('listens on the other one with the namespace’s key, takes its endpoint, and lets sessions finish', async () => {
    const engine = await world.open();
    await engine.start();
    const id = await ofNamespace(engine);
    await connectedAs(engine, id, 'sql');
    const app = await world.openSession();
    await engine.call('connections.setLimits', { id, limits: { maxSessions: 7 } });
    await renamedEntity('sql-2');

    const { connection } = await engine.call('connections.rename', { id, name: 'sql-2', by: 'm.keller' });
    const { endpoint } = connection.config;
    expect(connection.config).toMatchObject({
      id,
      name: 'sql-2',
      keyName: 'root',
      limits: { maxSessions: 7 },
    });
    expect(world.entity('sql-2').userMetadata).toContain(`${endpoint?.host}:${endpoint?.port}`);
    await connectedAs(engine, id, 'sql-2');
    expect(await world.activity(engine, id)).toContain('renamed by m.keller');

    // What was open goes on, is listed, and new apps reach the other one.
    await world.echo(app, 'still here');
    const { sessions } = await engine.call('sessions.list', { connectionId: id });
    expect(sessions).toHaveLength(1);
    const sender = await world.relays.sender('sql-2');
    await world.echo(await dial(sender.port), 'over the other one');
    expect(await engine.call('connections.closeSessions', { id })).toEqual({ closedSessions: 2 });
    app.destroy();

    // It is the stored one, too: the next host starts with it.
    await engine.stop();
    const again = await world.open();
    await again.start();
    await connectedAs(again, id, 'sql-2');
  });

  it('refuses the key of the one Hybrid Connection alone, and changes nothing', async () => {
    const { engine, id } = await world.connected();
    await renamedEntity('sql-2');
    const [, keys] = await stored();
    await expect(engine.call('connections.rename', { id, name: 'sql-2' })).rejects.toMatchObject({
      code: 'HCM1046',
      details: { name: 'sql-2', before: 'sql' },
    });
    const [rows, keysNow] = await stored();
    expect(keysNow).toBe(keys);
    expect(rows).not.toContain('sql-2');
    expect((await world.view(engine, id)).config.name).toBe('sql');
    await world.echo(await world.openSession(), 'as before');
  });

  it('takes the string of the other one with it, and drops a second key that is of no use there', async () => {
    const { engine, id } = await world.connected();
    const entity = world.entity();
    world.relays.relay.updateEntity({ ...entity, rules: [...entity.rules, createRule('spare', ['Listen'])] });
    const spare = world.entity().rules.find(({ name }) => name === 'spare');
    await engine.call('connections.replaceKey', {
      id,
      slot: 'secondary',
      connectionString: `Endpoint=${world.relays.relay.url};SharedAccessKeyName=spare;SharedAccessKey=${spare?.primaryKey};EntityPath=sql`,
    });
    await engine.call('connections.setEndpoint', { id, endpoint: 'localhost:1433' });
    await renamedEntity('sql-2');
    const connectionString = world.relays.relay.gatewayConnectionString('sql-2');
    const { connection } = await engine.call('connections.rename', { id, name: 'sql-2', connectionString });
    expect(connection.config).toMatchObject({
      name: 'sql-2',
      secondaryKeyName: null,
      endpoint: { host: 'localhost', port: 1433, source: 'manual' },
    });
    expect((await stored())[1]).not.toContain('/secondary');
    await connectedAs(engine, id, 'sql-2');
    // The keys go with it: what the host opens next is the new one.
    await engine.call('connections.restart', { id });
    await connectedAs(engine, id, 'sql-2');
  });

  it('keeps a second key that Azure accepts there', async () => {
    const engine = await world.open();
    await engine.start();
    const id = await ofNamespace(engine);
    await connectedAs(engine, id, 'sql');
    const second = `Endpoint=${world.relays.relay.url};SharedAccessKeyName=root;SharedAccessKey=${root.secondaryKey}`;
    await engine.call('connections.replaceKey', { id, slot: 'secondary', connectionString: second });
    await renamedEntity('sql-2');
    const { connection } = await engine.call('connections.rename', { id, name: 'sql-2' });
    expect(connection.keys.hasSecondary).toBe(true);
  });

  it('refuses what can’t be: taken, no name, another one’s string, not there, without an endpoint', async () => {
    const engine = await world.open();
    await engine.start();
    const id = await ofNamespace(engine);
    const other = await engine.call('connections.add', {
      connectionString: await world.relayString('erp-api'),
      caPem: world.relays.caPem,
    });
    world.relays.relay.addEntity(createEntity('bare'));
    const before = await stored();
    const refused = async (name: string, more: object = {}): Promise<unknown> =>
      engine.call('connections.rename', { id, name, ...more }).then(
        () => 'done',
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await refused('ERP-api')).toBe('HCM1040');
    expect(await refused('sql')).toBe('HCM1040');
    expect(await refused('no name')).toBe('HCM1009');
    const connectionString = world.relays.relay.gatewayConnectionString('erp-api');
    expect(await refused('sql-2', { connectionString })).toBe('HCM1043');
    expect(await refused('nowhere')).toBe('HCM2023');
    expect(await refused('bare')).toBe('HCM2041');
    expect((await stored())[1]).toBe(before[1]);
    expect(
      (await engine.call('connections.snapshot', {})).connections.map(({ config }) => config.name),
    ).toEqual(['sql', other.connection.config.name]);
  });

  it('asks Azure without a host that runs, too, and stops nothing that a stop ended', async () => {
    const engine = await world.open();
    const id = await ofNamespace(engine);
    await engine.call('connections.stop', { id });
    await expect(engine.call('connections.rename', { id, name: 'sql-2' })).rejects.toMatchObject({
      code: 'HCM2023',
    });
    await renamedEntity('sql-2');
    const { connection } = await engine.call('connections.rename', { id, name: 'sql-2' });
    expect(connection.config).toMatchObject({ name: 'sql-2', enabled: false });
    await engine.start();
    await engine.call('connections.rename', { id, name: 'sql' });
    expect((await world.view(engine, id)).azure.status).toBe('stopped');
  });

  it('ends sessions that have no more time, and all of them with the connection', async () => {
    const engine = await world.open();
    await engine.start();
    const id = await ofNamespace(engine);
    await connectedAs(engine, id, 'sql');
    const app = await world.openSession();
    const ended = new Promise((resolve) => app.once('close', resolve));
    app.resume();
    await renamedEntity('sql-2');
    await engine.call('connections.rename', { id, name: 'sql-2' });
    expect(await engine.call('connections.remove', { id })).toEqual({ closedSessions: 1 });
    await ended;
    expect((await engine.call('sessions.list', {})).sessions).toEqual([]);
  });
});
