import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEntity, endpointMetadata } from '../local-relay/entities.ts';
import type { Engine } from './engine.ts';
import { nodeFileSystem } from './store/file-system.ts';
import { EngineWorld } from './testing/engine-world.ts';
import { dial } from './testing/relay-world.ts';

let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(() => world.close());

/** A service that says which one it is whenever it is asked. @returns host and port */
async function service(name: string): Promise<{ readonly host: string; readonly port: number }> {
  const at = await world.relays.serve((socket) => socket.on('data', () => void socket.write(name)));
  const [host = '', port] = at.split(':');
  return { host, port: Number(port) };
}

function nameInAzure({ host, port }: { readonly host: string; readonly port: number }): void {
  world.relays.relay.updateEntity({ ...world.entity(), userMetadata: endpointMetadata(`${host}:${port}`) });
}

async function answer(app: Socket): Promise<string> {
  app.write('who?');
  const [data] = (await once(app, 'data')) as [Buffer];
  return String(data);
}

async function newApp(): Promise<Socket> {
  return dial((await world.relays.sender('sql')).port);
}

async function onService(name: string): Promise<{ readonly engine: Engine; readonly id: string }> {
  const first = await service(name);
  const connected = await world.connected();
  const endpoint = `${first.host}:${first.port}`;
  world.relays.relay.updateEntity({ ...world.entity(), userMetadata: endpointMetadata(endpoint) });
  await connected.engine.call('connections.setEndpoint', { id: connected.id, endpoint: null });
  return connected;
}

async function changes(engine: Engine, id: string): Promise<readonly string[]> {
  const { activity } = await engine.call('activity.list', { connectionId: id });
  return activity.flatMap((entry) =>
    entry.kind === 'change' ? [`${entry.change} ${String(entry.detail)} by ${String(entry.by)}`] : [],
  );
}

async function logged(engine: Engine, id: string, message: string): Promise<readonly string[]> {
  const { lines } = await engine.call('log.tail', { connectionId: id, limit: 1000 });
  return lines.filter((line) => line.message === message).map(({ fields }) => fields);
}

describe('another endpoint in Azure', () => {
  it('is shown and told once, and nothing is re-aimed before the yes', async () => {
    const { engine, id } = await onService('first');
    const app = await newApp();
    expect(await answer(app)).toBe('first');
    const second = await service('second');
    nameInAzure(second);
    await engine.call('connections.refresh', { id });
    await engine.call('connections.refresh', { id });
    expect((await world.view(engine, id)).endpointInAzure).toEqual(second);
    const place = `${second.host}:${second.port}`;
    expect((await changes(engine, id)).filter((line) => line.startsWith(`endpointDiffers ${place}`))).toEqual(
      [`endpointDiffers ${place} by null`],
    );
    const told = await logged(engine, id, 'another endpoint in Azure');
    expect(told.filter((fields) => fields.includes(place))).toHaveLength(1);
    expect(await answer(await newApp())).toBe('first');

    await engine.call('connections.acceptEndpoint', { id, ...second, by: 'm.keller' });
    expect(await answer(await newApp())).toBe('second');
    expect(await answer(app)).toBe('first');
    const view = await world.view(engine, id);
    expect(view).toMatchObject({
      endpointInAzure: null,
      config: { endpoint: { ...second, source: 'azure' } },
    });
    expect((await changes(engine, id))[0]).toBe(`endpointAccepted ${place} by m.keller`);
    const lines = await logged(engine, id, 'connection changed');
    expect(lines.at(-1)).toContain('m.keller');
  });

  it('is not told again by the next run of the host', async () => {
    const { engine, id } = await onService('first');
    nameInAzure(await service('second'));
    await engine.call('connections.refresh', { id });
    const before = await changes(engine, id);
    await engine.stop();
    engine.close();
    const again = await world.open();
    await again.start();
    await world.until(again, id, 'the difference', ({ endpointInAzure }) => endpointInAzure !== null);
    expect(await changes(again, id)).toEqual(before);
    expect(await logged(again, id, 'another endpoint in Azure')).toEqual([]);
  });

  it('is accepted only as it was shown', async () => {
    const { engine, id } = await onService('first');
    const shown = await service('shown');
    nameInAzure(shown);
    await engine.call('connections.refresh', { id });
    nameInAzure(await service('changed again'));
    await engine.call('connections.refresh', { id });
    await expect(engine.call('connections.acceptEndpoint', { id, ...shown })).rejects.toMatchObject({
      code: 'HCM1044',
      details: { ...shown, name: 'sql' },
    });
    expect(await answer(await newApp())).toBe('first');
  });

  it('is only a fact beside an endpoint that a person chose', async () => {
    const { engine, id } = await onService('first');
    const { endpoint } = (await world.view(engine, id)).config;
    const kept = `${endpoint?.host ?? ''}:${endpoint?.port ?? 0}`;
    await engine.call('connections.setEndpoint', { id, endpoint: kept, by: 'm.keller' });
    const second = await service('second');
    nameInAzure(second);
    await engine.call('connections.refresh', { id });
    const view = await world.view(engine, id);
    expect(view.endpointInAzure).toEqual(second);
    expect(view.config.endpoint).toEqual({ ...endpoint, source: 'manual' });
    expect((await changes(engine, id))[0]).toBe(`endpointChanged ${kept} by m.keller`);
  });
});

describe('an endpoint by hand', () => {
  it('takes new sessions, open ones stay, and Azure’s comes back when asked for', async () => {
    const { engine, id } = await onService('first');
    const app = await newApp();
    await answer(app);
    const own = await service('own');
    const { connection, notices } = await engine.call('connections.setEndpoint', {
      id,
      endpoint: `${own.host}:${own.port}`,
    });
    expect(connection.config.endpoint).toEqual({ ...own, source: 'manual' });
    expect(notices.map(({ code }) => code)).toEqual(['HCM1130']);
    expect(await answer(await newApp())).toBe('own');
    expect(await answer(app)).toBe('first');
    await engine.call('connections.setEndpoint', { id, endpoint: null });
    expect(await answer(await newApp())).toBe('first');
    expect((await world.view(engine, id)).config.endpoint?.source).toBe('azure');
  });

  it('outlasts the one that Azure names while it is being written', async () => {
    const real = nodeFileSystem();
    let written: Promise<void> = Promise.resolve();
    const engine = await world.open({
      fileSystem: {
        ...real,
        create: async (path, data) => {
          await written;
          await real.create(path, data);
        },
      },
    });
    await engine.start();
    world.relays.relay.addEntity(createEntity('sql'));
    const { connection } = await engine.call('connections.add', {
      connectionString: world.relays.relay.gatewayConnectionString('sql'),
      caPem: world.relays.caPem,
    });
    const { id } = connection.config;
    await world.until(engine, id, 'no endpoint', ({ azure }) => azure.problem?.code === 'HCM2041');
    let goOn: () => void = () => undefined;
    written = new Promise((resolve) => (goOn = resolve));
    const own = await service('own');
    const setting = engine.call('connections.setEndpoint', { id, endpoint: `${own.host}:${own.port}` });
    nameInAzure(await service('of Azure'));
    await engine.call('connections.refresh', { id });
    goOn();
    await setting;
    // Behind whatever is still to be written.
    await engine.call('connections.setLimits', { id, limits: {} });
    const manual = { ...own, source: 'manual' };
    expect((await world.view(engine, id)).config.endpoint).toEqual(manual);
    await engine.stop();
    engine.close();
    expect((await world.view(await world.open(), id)).config.endpoint).toEqual(manual);
  });

  it('is asked about at every dial, as any other', async () => {
    const own = await service('own');
    const { engine, id } = await world.connected({
      mayDial: (_host, port) =>
        port === own.port ? { allowed: false, reason: 'not on the list' } : { allowed: true },
    });
    await engine.call('connections.setEndpoint', { id, endpoint: `${own.host}:${own.port}` });
    const app = await newApp();
    const closed = new Promise((resolve) => app.once('close', resolve));
    app.on('end', () => app.end()).resume();
    await closed;
    const { ended } = await engine.call('sessions.history', { connectionId: id });
    expect(ended[0]?.code).toBe('HCM3106');
  });

  it('works for a stopped connection and without a host; Azure’s needs one', async () => {
    const { engine, id } = await world.connected();
    await engine.call('connections.stop', { id });
    await engine.call('connections.setEndpoint', { id, endpoint: 'sql02:1433' });
    await engine.stop();
    engine.close();
    const atRest = await world.open();
    expect((await world.view(atRest, id)).config.endpoint).toMatchObject({ host: 'sql02', source: 'manual' });
    await atRest.call('connections.setEndpoint', { id, endpoint: 'sql03:1433' });
    expect((await world.view(await world.open(), id)).config.endpoint).toMatchObject({ host: 'sql03' });
    for (const call of [
      atRest.call('connections.setEndpoint', { id, endpoint: null }),
      atRest.call('connections.acceptEndpoint', { id, host: 'sql02', port: 1433 }),
    ]) {
      await expect(call).rejects.toMatchObject({ code: 'HCM5001' });
    }
    await expect(atRest.call('connections.setEndpoint', { id, endpoint: 'no port' })).rejects.toMatchObject({
      code: 'HCM1030',
    });
  });

  it('starts at once what only lacked one', async () => {
    const engine = await world.open();
    await engine.start();
    world.relays.relay.addEntity(createEntity('sql'));
    const { connection } = await engine.call('connections.add', {
      connectionString: world.relays.relay.gatewayConnectionString('sql'),
      caPem: world.relays.caPem,
    });
    const { id } = connection.config;
    await world.until(engine, id, 'can’t start', ({ azure }) => azure.status === 'cantStart');
    const own = await service('own');
    await engine.call('connections.setEndpoint', { id, endpoint: `${own.host}:${own.port}` });
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
    expect(await answer(await newApp())).toBe('own');
  });
});
