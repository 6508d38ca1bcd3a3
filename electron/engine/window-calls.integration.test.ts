import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { activitySchema } from '../contract/activity.ts';
import { calls } from '../contract/api.ts';
import { createEntity, createRule, type EntityConfig } from '../local-relay/entities.ts';
import type { RelayEvent } from '../local-relay/events.ts';
import type { Engine } from './engine.ts';
import { silentLogger } from './log/logger.ts';
import { keyFileBox } from './secrets/key-file.ts';
import { SecretBoxes } from './secrets/secret-box.ts';
import { EngineWorld } from './testing/engine-world.ts';
import { dial } from './testing/relay-world.ts';

const unknownId = '00000000-0000-4000-8000-000000000000';
let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(() => world.close());

function entity(name = 'sql'): EntityConfig {
  const found = world.relays.relay.entity(name);
  if (found === undefined) throw new Error(`no entity ${name}`);
  return found;
}

/** Makes a new key for the listeners' rule, as "Regenerate" does. @returns the new connection string. */
function regenerate(ruleName = 'defaultListener'): string {
  const before = entity();
  const rules = [
    createRule(ruleName, ['Listen']),
    ...before.rules.filter(({ name }) => name === 'defaultSender'),
  ];
  world.relays.relay.updateEntity({ ...before, rules });
  const { key, keyName } = { key: rules[0]?.primaryKey ?? '', keyName: ruleName };
  const url = `sb://localhost:${world.relays.relay.port}/`;
  return `Endpoint=${url};SharedAccessKeyName=${keyName};SharedAccessKey=${key};EntityPath=sql`;
}

/** An app with an open session that echoes. */
async function openSession(): Promise<Socket> {
  const sender = await world.relays.sender('sql');
  const app = await dial(sender.port);
  await echo(app, 'hello');
  return app;
}

async function echo(app: Socket, text: string): Promise<void> {
  app.write(text);
  const [data] = (await once(app, 'data')) as [Buffer];
  expect(String(data)).toBe(text);
}

async function changes(engine: Engine, id: string): Promise<readonly string[]> {
  const { activity } = await engine.call('activity.list', { connectionId: id });
  return activity.map((entry) => {
    expect(activitySchema.parse(entry)).toEqual(entry);
    return entry.kind === 'change' ? `${entry.change} by ${entry.by ?? 'nobody'}` : entry.status;
  });
}

describe('the view', () => {
  it('tells how far Azure is, which address was dialled, and when an app last came', async () => {
    const { engine, id } = await world.connected();
    const known = await world.until(
      engine,
      id,
      'both figures',
      ({ azure, endpoint }) => azure.answersInMs !== null && endpoint.status === 'reachable',
    );
    expect(known.azure.answersInMs).toBeGreaterThan(0);
    expect(known).toMatchObject({ endpoint: { address: '127.0.0.1' }, lastSessionAt: null });
    await openSession();
    expect((await world.view(engine, id)).lastSessionAt).toBeGreaterThan(0);
    await engine.call('connections.stop', { id });
    await engine.call('connections.stop', { id });
    expect((await world.view(engine, id)).azure.answersInMs).toBeNull();
    expect(await engine.call('host.info', {})).toMatchObject({ secretBackend: 'keyFile' });
  });

  it('keeps the address of an endpoint that refuses', async () => {
    const engine = await world.open();
    await engine.start();
    world.relays.relay.addEntity(createEntity('dead', { endpoint: '127.0.0.1:1' }));
    const { connection } = await engine.call('connections.add', {
      connectionString: world.relays.relay.gatewayConnectionString('dead'),
      caPem: world.relays.caPem,
    });
    const view = await world.until(
      engine,
      connection.config.id,
      'unreachable',
      ({ endpoint }) => endpoint.status === 'unreachable',
    );
    expect(view.endpoint).toMatchObject({ address: '127.0.0.1', problem: { code: 'HCM3102' } });
  });
});

describe('connections.inspect', () => {
  it('tells what Azure knows and whether the endpoint can be reached, and keeps nothing', async () => {
    const engine = await world.open();
    await engine.start();
    const connectionString = await world.relayString();
    const { caPem } = world.relays;
    const inspection = await engine.call('connections.inspect', { connectionString, caPem });
    expect(calls['connections.inspect'].output.parse(inspection)).toMatchObject({
      azure: { endpoint: { host: '127.0.0.1' }, listeners: 0 },
      problem: null,
      reached: { problem: null },
      existingId: null,
    });
    expect(inspection.reached?.dialMs).toBeGreaterThan(0);
    expect((await engine.call('connections.snapshot', {})).connections).toEqual([]);

    const { connection } = await engine.call('connections.add', { connectionString, caPem });
    const again = connectionString.replace('EntityPath=sql', 'EntityPath=SQL');
    expect(await engine.call('connections.inspect', { connectionString: again, caPem })).toMatchObject({
      existingId: connection.config.id,
    });
  });

  it('says why Azure can’t be asked, and why the endpoint can’t be reached', async () => {
    const engine = await world.open();
    await engine.start();
    const connectionString = await world.relayString();
    const { caPem, relay } = world.relays;
    relay.addEntity(createEntity('dead', { endpoint: '127.0.0.1:1' }));
    relay.addEntity(createEntity('bare'));
    const inspect = (text: string, change = {}) =>
      engine.call('connections.inspect', { connectionString: text, caPem, ...change });

    expect(await inspect(relay.gatewayConnectionString('dead'))).toMatchObject({
      azure: { endpoint: { port: 1 } },
      reached: { dialMs: null, problem: { code: 'HCM3102' } },
    });
    expect(await inspect(relay.gatewayConnectionString('bare'))).toMatchObject({
      azure: { endpoint: null },
      reached: null,
      problem: null,
    });
    regenerate();
    expect(await inspect(connectionString)).toMatchObject({ azure: null, problem: { code: 'HCM2020' } });
    // Without the CA the relay isn't trusted: nothing is sent to it.
    expect(await engine.call('connections.inspect', { connectionString })).toMatchObject({
      problem: { code: 'HCM2010' },
    });
  });

  it('refuses what add would refuse, and needs a running host', async () => {
    const engine = await world.open();
    const connectionString = await world.relayString();
    const { caPem } = world.relays;
    await expect(engine.call('connections.inspect', { connectionString, caPem })).rejects.toMatchObject({
      code: 'HCM5001',
    });
    await engine.start();
    await expect(engine.call('connections.inspect', { connectionString: '' })).rejects.toMatchObject({
      code: 'HCM1001',
    });
    await expect(
      engine.call('connections.inspect', { connectionString, caPem: 'nonsense' }),
    ).rejects.toMatchObject({ code: 'HCM1050' });
    const biztalk =
      'Endpoint=hc://contoso.hybrid.biztalk.windows.net/orders;SharedAccessKeyName=a;SharedAccessKey=abc=';
    expect(await engine.call('connections.inspect', { connectionString: biztalk })).toMatchObject({
      azure: null,
      problem: { code: 'HCM1016' },
    });
  });

  it('answers many at once, a few at a time', async () => {
    const engine = await world.open();
    await engine.start();
    const connectionString = await world.relayString();
    const { caPem } = world.relays;
    const all = await Promise.all(
      Array.from({ length: 20 }, () => engine.call('connections.inspect', { connectionString, caPem })),
    );
    expect(all.every(({ problem, reached }) => problem === null && reached?.problem === null)).toBe(true);
  });
});

describe('connections.refresh', () => {
  it('looks again, at Azure and at the endpoint', async () => {
    const { engine, id } = await world.connected();
    const changed = createEntity('other', { endpoint: 'sql02.corp.contoso.com:1433' }).userMetadata;
    world.relays.relay.updateEntity({ ...entity(), userMetadata: changed });
    const { checkedAt } = (await world.view(engine, id)).endpoint;
    await engine.call('connections.refresh', { id });
    const view = await world.view(engine, id);
    expect(view.endpointInAzure).toEqual({ host: 'sql02.corp.contoso.com', port: 1433 });
    expect(view.listeners).toBe(1);
    expect(view.endpoint.checkedAt).toBeGreaterThanOrEqual(checkedAt ?? Infinity);
  });

  it('works for a stopped connection, and is no failure when Azure can’t be asked', async () => {
    const { engine, id } = await world.connected();
    await engine.call('connections.stop', { id });
    await world.relays.until('no listener', () => world.relays.relay.listenerCount('sql') === 0);
    await engine.call('connections.refresh', { id });
    expect(await world.view(engine, id)).toMatchObject({
      listeners: 0,
      azure: { status: 'stopped' },
      endpoint: { status: 'notChecked' },
    });
    await world.relays.relay.faults.goDown();
    expect(await engine.call('connections.refresh', { id })).toEqual({});
    await expect(engine.call('connections.refresh', { id: unknownId })).rejects.toMatchObject({
      code: 'HCM1041',
    });
  });

  it('starts at once what only lacked an endpoint in Azure', async () => {
    const engine = await world.open();
    await engine.start();
    world.relays.relay.addEntity(createEntity('sql'));
    const { connection } = await engine.call('connections.add', {
      connectionString: world.relays.relay.gatewayConnectionString('sql'),
      caPem: world.relays.caPem,
    });
    const { id } = connection.config;
    await world.until(engine, id, 'can’t start', ({ azure }) => azure.status === 'cantStart');
    const endpoint = await world.relays.serve((socket) => void socket.pipe(socket));
    world.relays.relay.updateEntity({
      ...entity(),
      userMetadata: createEntity('x', { endpoint }).userMetadata,
    });
    await engine.call('connections.refresh', { id });
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
    expect(await changes(engine, id)).toContain('endpointLearned by nobody');
  });
});

describe('connections.closeSessions', () => {
  it('ends what is open at once, says who did it, and lets new ones in', async () => {
    const { engine, id } = await world.connected();
    const apps = [await openSession(), await openSession()];
    const closed = Promise.all(apps.map((app) => new Promise((resolve) => app.once('close', resolve))));
    expect(await engine.call('connections.closeSessions', { id, by: 'm.keller' })).toEqual({
      closedSessions: 2,
    });
    await closed;
    await world.until(engine, id, 'no session', ({ sessions }) => sessions === 0);
    const { ended } = await engine.call('sessions.history', { connectionId: id });
    expect(ended).toMatchObject([
      { closedBy: 'host', code: 'HCM3123', detail: 'closed by m.keller' },
      { closedBy: 'host', code: 'HCM3123', detail: 'closed by m.keller' },
    ]);
    expect((await changes(engine, id))[0]).toBe('sessionsClosed by m.keller');
    await openSession();
  });

  it('ends a connection that waits for its sessions', async () => {
    const { engine, id } = await world.connected();
    await openSession();
    await engine.call('connections.stop', { id, by: 'm.keller' });
    expect((await world.view(engine, id)).azure.status).toBe('stopping');
    await engine.call('connections.closeSessions', { id });
    await world.until(engine, id, 'stopped', ({ azure }) => azure.status === 'stopped');
    await expect(engine.call('connections.closeSessions', { id: unknownId })).rejects.toMatchObject({
      code: 'HCM1041',
    });
  });
});

describe('connections.replaceKey', () => {
  function heard(): RelayEvent['type'][] {
    const types: RelayEvent['type'][] = [];
    world.relays.relay.subscribe((event) => types.push(event.type));
    return types;
  }

  it('puts an accepted key in force on the open channel, while a session goes on', async () => {
    const { engine, id } = await world.connected();
    const app = await openSession();
    const types = heard();
    const { connection } = await engine.call('connections.replaceKey', {
      id,
      connectionString: regenerate('anotherListener'),
      by: 'm.keller',
    });
    expect(connection.config).toMatchObject({ id, keyName: 'anotherListener' });
    await world.relays.until('a renewed token', () => types.includes('token-renewed'));
    expect(types.filter((type) => /refused|closed/u.test(type))).toEqual([]);
    await echo(app, 'still here');
    expect((await changes(engine, id))[0]).toBe('keyReplaced by m.keller');

    // It is the stored one, too: the next host starts with it.
    await engine.call('connections.closeSessions', { id });
    await engine.stop();
    const again = await world.open();
    await again.start();
    await world.until(again, id, 'connected', ({ azure }) => azure.status === 'connected');
  });

  it('keeps the old key where Azure refuses the new one or can’t be reached', async () => {
    const { engine, id } = await world.connected();
    const stored = await readFile(join(world.folder, 'secrets.json'), 'utf8');
    const wrong = world.relays.relay
      .gatewayConnectionString('sql')
      .replace(/SharedAccessKey=[^;]+/u, `SharedAccessKey=${Buffer.alloc(32, 7).toString('base64')}`);
    await expect(
      engine.call('connections.replaceKey', { id, connectionString: wrong }),
    ).rejects.toMatchObject({ code: 'HCM2020' });
    const next = regenerate();
    await world.relays.relay.faults.goDown();
    await expect(engine.call('connections.replaceKey', { id, connectionString: next })).rejects.toMatchObject(
      { code: 'HCM2002' },
    );
    expect(await readFile(join(world.folder, 'secrets.json'), 'utf8')).toBe(stored);
    expect(await changes(engine, id)).not.toContain('keyReplaced by nobody');
  });

  it('refuses the string of another connection before Azure hears of it', async () => {
    const { engine, id } = await world.connected();
    const types = heard();
    await expect(
      engine.call('connections.replaceKey', { id, connectionString: await world.relayString('erp-api') }),
    ).rejects.toMatchObject({ code: 'HCM1043', details: { name: 'erp-api', expected: 'sql' } });
    await expect(
      engine.call('connections.replaceKey', { id: unknownId, connectionString: regenerate() }),
    ).rejects.toMatchObject({ code: 'HCM1041' });
    expect(types).not.toContain('metadata-read');
  });

  it('mends a connection that Azure refused, at once', async () => {
    const { engine, id } = await world.connected();
    const connectionString = regenerate();
    await engine.call('connections.restart', { id });
    await world.until(engine, id, 'unauthorized', ({ azure }) => azure.status === 'unauthorized');
    await engine.call('connections.replaceKey', { id, connectionString });
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
  });

  it('never shows Azure an old key that was being read while it was replaced', async () => {
    const box = new SecretBoxes(keyFileBox({ folder: world.folder, log: silentLogger }));
    let goOn: (() => void) | undefined;
    const { engine, id } = await world.connected();
    await engine.stop();
    engine.close();
    const again = await world.open({
      secretBox: {
        backend: box.backend,
        seal: (plain, context) => box.seal(plain, context),
        open: async (envelope, context) => {
          const key = await box.open(envelope, context);
          await new Promise<void>((resolve) => (goOn = resolve));
          return key;
        },
      },
    });
    const types = heard();
    await again.start();
    await world.relays.until('the key to be read', () => goOn !== undefined);
    await again.call('connections.replaceKey', { id, connectionString: regenerate() });
    goOn?.();
    await world.until(again, id, 'connected', ({ azure }) => azure.status === 'connected');
    expect(types).not.toContain('listener-refused');
  });

  it('mends a connection whose key can’t be read here', async () => {
    const { engine, id } = await world.connected();
    await engine.stop();
    engine.close();
    await writeFile(join(world.folder, 'secret.key'), Buffer.alloc(32, 7));
    const again = await world.open();
    await again.start();
    await world.until(again, id, 'Key needed', ({ azure }) => azure.status === 'keyNeeded');
    const connectionString = world.relays.relay.gatewayConnectionString('sql');
    await again.call('connections.replaceKey', { id, connectionString });
    await world.until(again, id, 'connected', ({ azure }) => azure.status === 'connected');
  });
});

describe('what is tried from this host', () => {
  it('reaches a host and port, or says why not', async () => {
    const engine = await world.open();
    const endpoint = await world.relays.serve((socket) => void socket.pipe(socket));
    const port = Number(endpoint.split(':')[1]);
    const reached = await engine.call('endpoints.test', { host: '127.0.0.1', port });
    expect(reached.address).toBe('127.0.0.1');
    expect(reached.dialMs).toBeGreaterThan(0);
    for (const [host, code] of [
      ['127.0.0.1', 'HCM3102'],
      ['169.254.169.254', 'HCM3106'],
      ['not a host', 'HCM1030'],
    ] as const) {
      await expect(engine.call('endpoints.test', { host, port: 1 })).rejects.toMatchObject({ code });
    }
  });

  it('knows the addresses of a namespace', async () => {
    const { engine, id } = await world.connected();
    const { addresses } = await engine.call('connections.resolveNamespace', { id });
    expect(addresses).toContain('127.0.0.1');
  });
});

describe('what a host remembers', () => {
  it('has the history of sessions, until the connection is removed', async () => {
    const { engine, id } = await world.connected();
    const app = await openSession();
    app.end();
    await world.until(engine, id, 'no session', ({ sessions }) => sessions === 0);
    await openSession();
    const history = await engine.call('sessions.history', { connectionId: id });
    expect(calls['sessions.history'].output.parse(history)).toEqual(history);
    expect(history).toMatchObject({ ended: [{ code: null }], today: 2, failedToday: 0, lastHour: 2 });
    expect(history.typicalDialMs).toBeGreaterThan(0);
    await engine.call('connections.remove', { id });
    await expect(engine.call('sessions.history', { connectionId: id })).rejects.toMatchObject({
      code: 'HCM1041',
    });
  });

  it('tells one line for many attempts, and who did what', async () => {
    const { engine, id } = await world.connected();
    const { relay } = world.relays;
    await relay.faults.goDown();
    const retries = async (): Promise<number> => {
      const { activity } = await engine.call('activity.list', { connectionId: id });
      return activity.find((entry) => entry.kind === 'azure' && entry.status === 'notConnected')?.times ?? 0;
    };
    let times = 0;
    engine.subscribe(() => void retries().then((count) => void (times = count)));
    await world.relays.until('three attempts', () => times >= 3);
    await relay.faults.comeBack();
    await engine.call('connections.retryNow', { id });
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
    await engine.call('connections.stop', { id, by: 'm.keller' });
    const lines = await changes(engine, id);
    expect(lines.filter((line) => line === 'notConnected')).toHaveLength(1);
    expect(lines.slice(0, 2)).toEqual(['stopped', 'stopped by m.keller']);
    expect(lines.at(-1)).toBe('added by m.keller');
    expect(lines).not.toContain('connecting');
  });

  it('shows who closed one session', async () => {
    const { engine, id } = await world.connected();
    await openSession();
    const { sessions } = await engine.call('sessions.list', { connectionId: id });
    await engine.call('sessions.kill', { id: sessions[0]?.id ?? '', by: 'm.keller' });
    await world.until(engine, id, 'no session', (view) => view.sessions === 0);
    const { ended } = await engine.call('sessions.history', { connectionId: id });
    expect(ended[0]?.detail).toBe('closed by m.keller');
    expect((await changes(engine, id))[0]).toBe('sessionClosed by m.keller');
  });

  it('has the log’s last lines by connection, and a key in none of them', async () => {
    const { engine, id } = await world.connected();
    const used = entity().rules.map(({ primaryKey }) => primaryKey);
    (await openSession()).end();
    await world.until(engine, id, 'no session', ({ sessions }) => sessions === 0);
    const next = regenerate();
    const renewed = new Promise<void>((resolve) => {
      world.relays.relay.subscribe(({ type }) => {
        if (type === 'token-renewed') resolve();
      });
    });
    await engine.call('connections.inspect', { connectionString: next, caPem: world.relays.caPem });
    await engine.call('connections.replaceKey', { id, connectionString: next });
    await renewed;
    const { lines, latest } = await engine.call('log.tail', { limit: 1000 });
    expect(lines.at(-1)?.number).toBe(latest);
    const keys = [...used, ...entity().rules.map(({ primaryKey }) => primaryKey)];
    expect(keys.filter((key) => JSON.stringify(lines).includes(key))).toEqual([]);
    const own = await engine.call('log.tail', { connectionId: id, limit: 1000 });
    expect(new Set(own.lines.map(({ message }) => message))).toEqual(
      new Set([
        'connection added',
        'connection state',
        'session ended',
        'connection changed',
        'token renewed',
      ]),
    );
    expect(own.lines.every(({ fields }) => fields.includes(id))).toBe(true);
    expect((await engine.call('log.tail', { after: latest, limit: 10 })).lines).toEqual([]);
  });
});
