import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calls } from '../../contract/api.ts';
import { createEntity } from '../../local-relay/entities.ts';
import { EngineWorld } from '../testing/engine-world.ts';

let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(() => world.close());

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
    world.regenerate();
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
