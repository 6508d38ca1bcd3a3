import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createEntity } from '../../local-relay/entities.ts';
import { firewallReason } from '../../local-relay/faults.ts';
import type { RelayEvent } from '../../local-relay/events.ts';
import type { SenderEvent } from '../../local-relay/sender.ts';
import { startSilentEndpoint } from '../testing/silent-endpoint.ts';
import { dial, readAll, RelayWorld, type WorldOptions } from '../testing/relay-world.ts';

let world: RelayWorld;

afterEach(async () => {
  await world.close();
});

async function connected(options: WorldOptions = {}): Promise<string> {
  world = await RelayWorld.start(options);
  const id = world.add('sql', await world.serve((socket) => socket.pipe(socket)));
  await world.untilStatus(id, 'connected');
  return id;
}

/** A byte through the whole path. */
async function echo(text: string): Promise<string> {
  const sender = await world.sender('sql');
  const app = await dial(sender.port);
  app.end(text);
  const answer = String(await readAll(app));
  await sender.close();
  return answer;
}

function listens(): RelayEvent[] {
  const seen: RelayEvent[] = [];
  world.relay.subscribe((event) => {
    if (event.type === 'listener-connected' || event.type === 'listener-refused') seen.push(event);
  });
  return seen;
}

describe('a connection', () => {
  it('learns its endpoint, its dates and its listeners from the relay', async () => {
    const id = await connected();
    await world.until('the listener count', () => world.view(id).listeners === 1);
    expect(world.view(id)).toMatchObject({
      config: { endpoint: { host: '127.0.0.1', source: 'azure' } },
      azure: { status: 'connected', problem: null, attempt: 0 },
      listeners: 1,
      endpointInAzure: null,
    });
    expect(world.view(id).config.azure?.createdOn).toMatch(/^\d{4}-/);
    await world.until('the endpoint check', () => world.view(id).endpoint.status === 'reachable');
  });

  it('shows an endpoint that changed in Azure, and does not follow it', async () => {
    const id = await connected({ metadataIntervalMs: 50 });
    const before = world.view(id).config.endpoint;
    const entity = world.relay.entity('sql')!;
    world.relay.updateEntity({
      ...entity,
      userMetadata: JSON.stringify([{ key: 'endpoint', value: 'other.corp:1' }]),
    });
    await world.until('the difference', () => world.view(id).endpointInAzure !== null);
    expect(world.view(id).endpointInAzure).toEqual({ host: 'other.corp', port: 1 });
    expect(world.view(id).config.endpoint).toEqual(before);
    expect(await echo('still here')).toBe('still here');
  });

  it('can’t start when Azure knows no endpoint, and starts with one given by hand', async () => {
    world = await RelayWorld.start();
    world.relay.addEntity(createEntity('bare'));
    const id = world.add('bare', '');
    await world.untilStatus(id, 'cantStart');
    expect(world.view(id).azure.problem?.code).toBe('HCM2041');
    world.supervisor.remove(id);
    const byHand = world.add('bare', '', { endpoint: { host: '127.0.0.1', port: 9, source: 'manual' } });
    await world.untilStatus(byHand, 'connected');
  });

  it.each([
    ['a wrong key', 'unauthorized', 'HCM2020', (id: string) => world.setKey(id, 'd3Jvbmc=')],
    [
      'the namespace’s firewall',
      'notConnected',
      'HCM2021',
      () => world.relay.faults.refuseListens('sql', { status: 401, reason: firewallReason }),
    ],
    ['no right', 'unauthorized', 'HCM2022', () => world.relay.faults.refuseListens('sql', { status: 403 })],
    [
      'a missing entity',
      'notFound',
      'HCM2023',
      () => world.relay.faults.refuseListens('sql', { status: 404 }),
    ],
    [
      'a clock that is off',
      'notConnected',
      'HCM2029',
      () => world.relay.faults.setClockOffset(2 * 60 * 60 * 1000),
    ],
    [
      'service trouble',
      'notConnected',
      'HCM2025',
      () => world.relay.faults.refuseListens('sql', { status: 503 }),
    ],
  ] as const)('says why: %s', async (_name, status, code, cause) => {
    const id = await connected();
    cause(id);
    world.relay.faults.kick('sql', { code: 1011 });
    await world.until(code, () => world.view(id).azure.problem?.code === code);
    expect(world.view(id).azure.status).toBe(status);
    expect(world.view(id).azure.retryAt).toBeGreaterThan(Date.now());
  });

  it('does not storm when it is refused for good', async () => {
    const id = await connected();
    const seen = listens();
    world.relay.faults.refuseListens('sql', { status: 404 });
    world.relay.faults.kick('sql');
    await world.untilStatus(id, 'notFound');
    expect(seen).toHaveLength(1);
    expect(world.view(id).azure.retryAt! - Date.now()).toBeGreaterThan(30_000);
    world.relay.faults.clear();
    world.supervisor.runner(id).retryNow();
    await world.untilStatus(id, 'connected');
  });

  it.each([
    ['a planned drop', () => world.relay.faults.kick('sql')],
    ['a refused renewal', () => world.relay.faults.expireTokens('sql')],
    ['a lost connection', () => world.relay.faults.dropControl('sql')],
    ['1001', () => world.relay.faults.kick('sql', { code: 1001, reason: 'disabled' })],
  ])('comes back after %s, and bytes flow again', async (_name, fault) => {
    const id = await connected();
    const seen = listens();
    expect(fault()).toBe(1);
    await world.until('a new listener', () => seen.length > 0);
    await world.untilStatus(id, 'connected');
    expect(await echo('again')).toBe('again');
  });

  it('notices a half-open channel by its own pings', async () => {
    const id = await connected({ times: { pingIntervalMs: 100, pongTimeoutMs: 100 } });
    const seen = listens();
    expect(world.relay.faults.silence('sql')).toBe(1);
    await world.until('a new listener', () => seen.length > 0);
    await world.untilStatus(id, 'connected');
  });

  it('renews its token on the live channel, well before its end', async () => {
    const renewed: RelayEvent[] = [];
    world = await RelayWorld.start({ times: { tokenLifeMs: 2_000 }, relay: { limits: { tokenGraceMs: 0 } } });
    world.relay.subscribe((event) => {
      if (event.type === 'token-renewed') renewed.push(event);
    });
    const id = world.add('sql', await world.serve((socket) => socket.pipe(socket)));
    await world.untilStatus(id, 'connected');
    const seen = listens();
    const sender = await world.sender('sql');
    const app = await dial(sender.port);
    app.write('before');
    await once(app, 'data');
    await world.until('three renewals', () => renewed.length >= 3);
    expect(seen).toEqual([]);
    app.write('after');
    expect(String((await once(app, 'data'))[0])).toBe('after');
    app.destroy();
    expect(world.view(id).azure.status).toBe('connected');
  });

  it('waits while the relay is down and returns within seconds of it, with the others', async () => {
    world = await RelayWorld.start();
    const endpoint = await world.serve((socket) => socket.pipe(socket));
    const ids = Array.from({ length: 40 }, (_, index) => world.add(`c${index}`, endpoint));
    await world.until('all connected', () => ids.every((id) => world.view(id).azure.status === 'connected'));
    await world.relay.faults.goDown();
    await world.until('all waiting', () => ids.every((id) => world.view(id).azure.status === 'notConnected'));
    await world.until('a refusal', () => ids.some((id) => world.view(id).azure.problem?.code === 'HCM2002'));
    await world.relay.faults.comeBack();
    const back = Date.now();
    await world.until('all connected', () => ids.every((id) => world.view(id).azure.status === 'connected'));
    expect(Date.now() - back).toBeLessThan(10_000);
  });

  it('is unharmed by the troubles of another one', async () => {
    const id = await connected();
    const bad = world.add('other', '127.0.0.1:9', { caPem: null });
    await world.until('the other to fail', () => world.view(bad).azure.problem?.code === 'HCM2010');
    const third = world.add('third', '127.0.0.1:9');
    await world.untilStatus(third, 'connected');
    expect(world.view(id).azure.status).toBe('connected');
    expect(await echo('fine')).toBe('fine');
  });

  it('follows no accept that points elsewhere, repeated or broken ones, and lives on', async () => {
    const id = await connected();
    const foreign = createServer();
    await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
    let dialled = 0;
    foreign.on('connection', () => dialled++);
    const { port } = foreign.address() as AddressInfo;
    const accept = (address: string): string => JSON.stringify({ accept: { address, id: 'x' } });
    const { faults } = world.relay;
    faults.sendRaw('sql', accept(`wss://127.0.0.1:${port}/$hc/sql?sb-hc-action=accept&sb-hc-id=1`));
    faults.sendRaw('sql', accept(`wss://localhost:${port}/$hc/sql?sb-hc-action=accept&sb-hc-id=1`));
    faults.sendRaw('sql', accept(`ws://localhost:${world.relay.port}/$hc/sql?sb-hc-id=1`));
    faults.sendRaw('sql', 'garbage');
    faults.sendRaw('sql', `{"accept":${'['.repeat(50_000)}`);
    faults.sendRaw('sql', accept('x'.repeat(200_000)));
    faults.sendRaw('sql', Buffer.from([0xff, 0xfe]));
    faults.sendRaw('sql', '{"future":{"x":1}}');
    await world.until('the foreign accepts to be refused', () => world.sessions.length >= 3);
    expect(world.sessions.every(({ code }) => code === 'HCM2050')).toBe(true);
    expect(dialled).toBe(0);
    expect(world.view(id).azure.status).toBe('connected');
    expect(await echo('alive')).toBe('alive');
    foreign.close();
  });

  it('survives a message larger than any: reconnects', async () => {
    const id = await connected();
    const seen = listens();
    world.relay.faults.sendRaw('sql', 'x'.repeat(2 * 1024 * 1024));
    await world.until('a new listener', () => seen.length > 0);
    await world.untilStatus(id, 'connected');
  });
});

describe('an endpoint that can’t be reached', () => {
  async function refusedBy(
    endpoint: string,
    options: WorldOptions = {},
  ): Promise<{ id: string; event: SenderEvent }> {
    world = await RelayWorld.start(options);
    const id = world.add('sql', endpoint);
    await world.untilStatus(id, 'connected');
    const events: SenderEvent[] = [];
    const sender = await world.sender('sql', (event) => events.push(event));
    const app = await dial(sender.port);
    await expect(readAll(app)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await world.until('the refusal', () => events.length > 0);
    await world.until('the record', () => world.sessions.length > 0);
    return { id, event: events[0]! };
  }

  async function freePort(): Promise<number> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, 'close');
    return port;
  }

  it('is told to the sender with 502 before the handshake ends, and shown', async () => {
    const port = await freePort();
    const { id, event } = await refusedBy(`127.0.0.1:${port}`);
    expect(event).toMatchObject({ type: 'refused', error: { code: 'HCM7011', details: { status: 502 } } });
    expect(world.sessions[0]).toMatchObject({ code: 'HCM3102', closedBy: 'endpoint', bytesIn: 0 });
    expect(world.view(id)).toMatchObject({
      azure: { status: 'connected' },
      endpoint: { status: 'unreachable', problem: { code: 'HCM3102' } },
    });
  });

  it('is a 502 too when its name is not known', async () => {
    const { event } = await refusedBy('no-such-host.invalid:80');
    expect(event).toMatchObject({ error: { details: { status: 502 } } });
    expect(world.sessions[0]).toMatchObject({ code: 'HCM3101' });
  });

  it('is a 504 when nothing answers in time', async () => {
    const silent = await startSilentEndpoint();
    try {
      const { id, event } = await refusedBy(`127.0.0.1:${silent.port}`, {
        settings: { dialTimeoutSeconds: 1 },
      });
      expect(event).toMatchObject({ error: { details: { status: 504 } } });
      expect(world.sessions[0]).toMatchObject({ code: 'HCM3104' });
      expect(world.view(id).endpoint.problem?.code).toBe('HCM3104');
    } finally {
      silent.close();
    }
  });

  it('is never dialled when this host does not allow it, whatever Azure says', async () => {
    const asked: string[] = [];
    const { event } = await refusedBy('169.254.169.254:80', {
      mayDial: (host, port, address) => {
        asked.push(`${host} ${port} ${address}`);
        return { allowed: false, reason: 'a link-local address' };
      },
    });
    expect(asked).toContain('169.254.169.254 80 169.254.169.254');
    expect(event).toMatchObject({ error: { details: { status: 502 } } });
    expect(world.sessions[0]).toMatchObject({ code: 'HCM3106', closedBy: 'host' });
  });
});

describe('limits', () => {
  it('turn senders away with 503 when too many sessions are open', async () => {
    const id = await connected({ settings: { maxSessionsPerConnection: 1 } });
    const events: SenderEvent[] = [];
    const sender = await world.sender('sql', (event) => events.push(event));
    const first = await dial(sender.port);
    first.write('x');
    await once(first, 'data');
    const second = await dial(sender.port);
    await expect(readAll(second)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await world.until('the refusal', () => events.some(({ type }) => type === 'refused'));
    expect(events.find(({ type }) => type === 'refused')).toMatchObject({
      error: { details: { status: 503 } },
    });
    expect(world.view(id).sessions).toBe(1);
    const crowd = await Promise.all(Array.from({ length: 20 }, () => dial(sender.port)));
    await Promise.all(crowd.map((socket) => readAll(socket).catch(() => undefined)));
    expect(world.view(id).sessions).toBe(1);
    first.write('y');
    expect(String((await once(first, 'data'))[0])).toBe('y');
    first.destroy();
  });
});

describe('stopping', () => {
  it('lets open sessions finish, takes no new ones, and then is stopped', async () => {
    const id = await connected();
    const sender = await world.sender('sql');
    const app = await dial(sender.port);
    app.write('a');
    await once(app, 'data');
    world.supervisor.runner(id).stop();
    expect(world.view(id).azure.status).toBe('stopping');
    app.write('b');
    expect(String((await once(app, 'data'))[0])).toBe('b');
    app.end();
    await readAll(app);
    await world.untilStatus(id, 'stopped');
    await world.until('no listener', () => world.relay.listenerCount('sql') === 0);
  });

  it('ends at once on a second request', async () => {
    const id = await connected();
    const sender = await world.sender('sql');
    const app = await dial(sender.port);
    app.write('a');
    await once(app, 'data');
    world.supervisor.runner(id).stop();
    world.supervisor.runner(id).stop();
    await expect(readAll(app)).rejects.toMatchObject({ code: 'ECONNRESET' });
    await world.untilStatus(id, 'stopped');
  });
});
