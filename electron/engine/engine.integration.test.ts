import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contractVersion, type ContractEvent } from '../contract/api.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { createEntity } from '../local-relay/entities.ts';
import { openEngine, type Engine, type EngineOptions } from './engine.ts';
import { silentLogger } from './log/logger.ts';
import { SecretRegister } from './log/secret-register.ts';
import { createSasToken, sasResource } from './relay/sas-token.ts';
import { keyFileBox } from './secrets/key-file.ts';
import { SecretBoxes } from './secrets/secret-box.ts';
import { nodeFileSystem } from './store/file-system.ts';
import { dial, readAll, RelayWorld } from './testing/relay-world.ts';

let world: RelayWorld;
let folder: string;
const engines: Engine[] = [];

beforeEach(async () => {
  world = await RelayWorld.start();
  folder = await mkdtemp(join(tmpdir(), 'hcm-engine-'));
});

afterEach(async () => {
  for (const engine of engines.splice(0)) engine.close();
  await world.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(change: Partial<EngineOptions> = {}): Promise<Engine> {
  const engine = await openEngine({
    folder,
    version: '0.0.0-test',
    kind: 'service',
    machine: 'HOST-01',
    processId: process.pid,
    platform: process.platform,
    log: silentLogger,
    secrets: new SecretRegister(),
    secretBox: new SecretBoxes(keyFileBox({ folder, log: silentLogger })),
    extraCaPem: null,
    ...change,
  });
  engines.push(engine);
  return engine;
}

async function relayString(name = 'sql'): Promise<string> {
  const endpoint = await world.serve((socket) => socket.pipe(socket));
  world.relay.addEntity(createEntity(name, { endpoint }));
  return world.relay.gatewayConnectionString(name);
}

async function views(engine: Engine): Promise<readonly ConnectionView[]> {
  return (await engine.call('connections.snapshot', {})).connections;
}

async function untilConnected(engine: Engine): Promise<ConnectionView> {
  let view: ConnectionView | undefined;
  const look = async (): Promise<void> => {
    view = (await views(engine)).find(({ azure }) => azure.status === 'connected');
  };
  const unsubscribe = engine.subscribe(() => void look());
  await look();
  await world.until('connected', () => view !== undefined);
  unsubscribe();
  return view!;
}

describe('the engine', () => {
  it('adds, connects, keeps everything, and comes back with it', async () => {
    const engine = await open();
    await engine.start();
    const { connection } = await engine.call('connections.add', {
      connectionString: await relayString(),
      caPem: world.caPem,
      addedBy: 'm.keller',
    });
    expect(connection.config).toMatchObject({ name: 'sql', keyName: 'defaultListener', addedBy: 'm.keller' });
    expect(JSON.stringify(connection)).not.toContain(world.relay.entity('sql')!.rules[0]!.primaryKey);
    await untilConnected(engine);
    await engine.stop();
    engine.close();
    await world.until('the listener to be gone', () => world.relay.listenerCount('sql') === 0);

    const again = await open();
    expect((await views(again))[0]?.azure.status).toBe('stopped');
    await again.start();
    const view = await untilConnected(again);
    expect(view.config).toMatchObject({ id: connection.config.id, endpoint: { source: 'azure' } });
    const sender = await world.sender('sql');
    const app = await dial(sender.port);
    app.end('ping');
    expect(String(await readAll(app))).toBe('ping');
  });

  it('uses the endpoint that Azure named while a slow disk still saves it, and when it can’t be saved', async () => {
    const files = nodeFileSystem();
    let isSlow = false;
    let giveUp = (): void => undefined;
    const engine = await open({
      metadataIntervalMs: 20,
      fileSystem: {
        ...files,
        rename: (from, to) =>
          isSlow
            ? new Promise((_resolve, reject) => {
                giveUp = () => reject(Object.assign(new Error('full'), { code: 'ENOSPC' }));
              })
            : files.rename(from, to),
      },
    });
    await engine.call('connections.add', { connectionString: await relayString(), caPem: world.caPem });
    isSlow = true;
    let looks = 0;
    world.relay.subscribe((event) => {
      if (event.type === 'metadata-read') looks++;
    });
    await engine.start();
    await untilConnected(engine);
    await world.until('several looks at the metadata', () => looks >= 4);
    const sender = await world.sender('sql');
    const echo = async (): Promise<string> => {
      const app = await dial(sender.port);
      app.end('ping');
      return String(await readAll(app));
    };
    expect(await echo()).toBe('ping');
    giveUp();
    expect(await echo()).toBe('ping');
    expect((await views(engine))[0]?.config.endpoint).toMatchObject({ source: 'azure' });
  });

  it('has one listener however often it is started, and none after a stop that came early', async () => {
    const engine = await open();
    await engine.call('connections.add', { connectionString: await relayString(), caPem: world.caPem });
    await Promise.all([engine.start(), engine.start()]);
    await untilConnected(engine);
    expect(world.relay.listenerCount('sql')).toBe(1);
    await engine.stop();
    await world.until('no listener', () => world.relay.listenerCount('sql') === 0);

    const hasty = await open();
    const starting = hasty.start();
    await Promise.all([hasty.stop(), starting, hasty.stop()]);
    expect((await views(hasty))[0]?.azure.status).toBe('stopped');
    await hasty.start();
    expect((await views(hasty))[0]?.azure.status).toBe('stopped');
    expect(world.relay.listenerCount('sql')).toBe(0);
  });

  it('does what is asked of a connection in the order in which it was asked', async () => {
    const engine = await open();
    await engine.start();
    const { connection } = await engine.call('connections.add', {
      connectionString: await relayString(),
      caPem: world.caPem,
    });
    const { id } = connection.config;
    await untilConnected(engine);
    await Promise.all([engine.call('connections.stop', { id }), engine.call('connections.start', { id })]);
    expect((await untilConnected(engine)).config.enabled).toBe(true);
    await Promise.all([engine.call('connections.start', { id }), engine.call('connections.stop', { id })]);
    expect((await views(engine))[0]).toMatchObject({
      config: { enabled: false },
      azure: { status: 'stopped' },
    });
  });

  it('outlives a subscriber that throws', async () => {
    const engine = await open();
    await engine.start();
    engine.subscribe(() => {
      throw new Error('a bug of the subscriber');
    });
    await engine.call('connections.add', { connectionString: await relayString(), caPem: world.caPem });
    await untilConnected(engine);
    const sender = await world.sender('sql');
    for (const text of ['first', 'second']) {
      const app = await dial(sender.port);
      app.end(text);
      expect(String(await readAll(app))).toBe(text);
    }
  });

  it('tells what it is', async () => {
    const engine = await open();
    expect(await engine.call('host.info', {})).toMatchObject({
      version: '0.0.0-test',
      contractVersion,
      kind: 'service',
      machine: 'HOST-01',
      processId: process.pid,
    });
  });

  it('refuses a duplicate, and nothing changes', async () => {
    const engine = await open();
    const connectionString = await relayString();
    await engine.call('connections.add', { connectionString });
    const before = await readFile(join(folder, 'connections.json'), 'utf8');
    await expect(
      engine.call('connections.add', {
        connectionString: connectionString.replace('EntityPath=sql', 'EntityPath=SQL'),
      }),
    ).rejects.toMatchObject({ code: 'HCM1040' });
    expect(await readFile(join(folder, 'connections.json'), 'utf8')).toBe(before);
  });

  it.each([
    ['an empty string', { connectionString: '' }, 'HCM1001'],
    ['a wrong endpoint', { endpoint: 'sql01' }, 'HCM1030'],
    ['a CA that is none', { caPem: 'nonsense' }, 'HCM1050'],
    [
      'an ACS string',
      {
        connectionString:
          'Endpoint=sb://a.servicebus.windows.net/;SharedSecretIssuer=owner;SharedSecretValue=x',
      },
      'HCM1017',
    ],
  ])('refuses %s and keeps nothing', async (_name, change, code) => {
    const engine = await open();
    const input = { connectionString: await relayString(), ...change };
    await expect(engine.call('connections.add', input)).rejects.toMatchObject({ code });
    expect(await views(engine)).toEqual([]);
  });

  it('keeps a BizTalk string as Discontinued and never dials it', async () => {
    const engine = await open();
    await engine.start();
    const { connection } = await engine.call('connections.add', {
      connectionString:
        'Endpoint=hc://contoso.hybrid.biztalk.windows.net/orders;SharedAccessKeyName=defaultListener;SharedAccessKey=abc=',
    });
    expect(connection).toMatchObject({ config: { kind: 'biztalk' }, azure: { status: 'discontinued' } });
    await engine.call('connections.restart', { id: connection.config.id });
    expect((await views(engine))[0]?.azure.status).toBe('discontinued');
  });

  it('sends numbered patches from a snapshot on, and none for nothing', async () => {
    const engine = await open();
    await engine.start();
    const patches: Extract<ContractEvent, { name: 'connections.patch' }>[] = [];
    engine.subscribe((event) => {
      if (event.name === 'connections.patch') patches.push(event);
    });
    const { sequence } = await engine.call('connections.snapshot', {});
    const { connection } = await engine.call('connections.add', {
      connectionString: await relayString(),
      caPem: world.caPem,
    });
    await untilConnected(engine);
    await engine.call('connections.remove', { id: connection.config.id });
    await world.until('the removal', () => patches.some(({ payload }) => payload.removed.length === 1));
    expect(patches.map(({ payload }) => payload.sequence)).toEqual(
      patches.map((_, index) => sequence + 1 + index),
    );
    expect(patches.at(-1)?.payload.removed).toEqual([connection.config.id]);
    expect(await views(engine)).toEqual([]);
  });

  it('moves counters about once a second while somebody listens', async () => {
    const engine = await open();
    await engine.start();
    await engine.call('connections.add', { connectionString: await relayString(), caPem: world.caPem });
    await untilConnected(engine);
    let bytes = 0;
    engine.subscribe((event) => {
      if (event.name === 'connections.patch') bytes = event.payload.changed.at(-1)?.bytesIn ?? bytes;
    });
    const sender = await world.sender('sql');
    const app = await dial(sender.port);
    app.write('12345');
    await once(app, 'data');
    await world.until('the counter', () => bytes === 5);
    app.destroy();
  });

  it('remembers what was stopped by hand', async () => {
    const engine = await open();
    await engine.start();
    const { connection } = await engine.call('connections.add', {
      connectionString: await relayString(),
      caPem: world.caPem,
    });
    await untilConnected(engine);
    await engine.call('connections.stop', { id: connection.config.id });
    await engine.stop();
    const again = await open();
    await again.start();
    expect((await views(again))[0]?.azure.status).toBe('stopped');
    await again.call('connections.start', { id: connection.config.id });
    await untilConnected(again);
  });

  it('lists a connection whose key it can’t read as Key needed, and deletes nothing', async () => {
    const engine = await open();
    await engine.call('connections.add', { connectionString: await relayString(), caPem: world.caPem });
    const secrets = await readFile(join(folder, 'secrets.json'), 'utf8');
    await writeFile(join(folder, 'secret.key'), Buffer.alloc(32, 7));
    const again = await open();
    await again.start();
    let view: ConnectionView | undefined;
    again.subscribe((event) => {
      if (event.name === 'connections.patch') view = event.payload.changed.at(-1);
    });
    await world.until('Key needed', () => view?.azure.status === 'keyNeeded');
    expect(view?.azure.problem?.code).toBe('HCM4010');
    expect(await readFile(join(folder, 'secrets.json'), 'utf8')).toBe(secrets);
    expect(world.relay.listenerCount('sql')).toBe(0);
  });

  it('says what it doesn’t know, and what only a running host can do', async () => {
    const engine = await open();
    const id = '00000000-0000-4000-8000-000000000000';
    await expect(engine.call('connections.remove', { id })).rejects.toMatchObject({ code: 'HCM1041' });
    await expect(engine.call('connections.stop', { id })).rejects.toMatchObject({ code: 'HCM1041' });
    await expect(engine.call('sessions.kill', { id })).rejects.toMatchObject({ code: 'HCM5001' });
    await expect(engine.call('settings.set', { drainSeconds: -1 })).rejects.toMatchObject({
      code: 'HCM1062',
    });
    expect((await engine.call('settings.set', { drainSeconds: 5 })).settings.drainSeconds).toBe(5);
  });

  it('answers an HTTP sender with 501 and lives on', async () => {
    const engine = await open();
    await engine.start();
    await engine.call('connections.add', { connectionString: await relayString(), caPem: world.caPem });
    await untilConnected(engine);
    const target = world.sendTarget('sql');
    const token = createSasToken({
      resource: sasResource(target.host, 'sql'),
      keyName: target.keyName,
      key: target.key,
      expiresAtSeconds: Date.now() / 1000 + 600,
    });
    const send = (body: Buffer | undefined): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const call = request(
          {
            host: 'localhost',
            port: world.relay.port,
            path: '/sql',
            method: body === undefined ? 'GET' : 'POST',
            ca: world.caPem,
            headers: { ServiceBusAuthorization: token },
            agent: false,
          },
          (response) => {
            response.resume();
            resolve(response.statusCode);
          },
        );
        call.on('error', reject);
        call.end(body);
      });
    expect(await send(undefined)).toBe(501);
    expect(await send(Buffer.from('small'))).toBe(501);
    expect(await send(Buffer.alloc(200_000, 'x'))).toBe(501);
    expect((await views(engine))[0]?.azure.status).toBe('connected');
  });
});
