import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calls } from '../contract/api.ts';
import { createEntity } from '../local-relay/entities.ts';
import { EngineWorld } from './testing/engine-world.ts';

const unknownId = '00000000-0000-4000-8000-000000000000';
let world: EngineWorld;

beforeEach(async () => {
  world = await EngineWorld.start();
});

afterEach(() => world.close());

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
    await world.openSession();
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

describe('connections.refresh', () => {
  it('looks again, at Azure and at the endpoint', async () => {
    const { engine, id } = await world.connected();
    const changed = createEntity('other', { endpoint: 'sql02.corp.contoso.com:1433' }).userMetadata;
    world.relays.relay.updateEntity({ ...world.entity(), userMetadata: changed });
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
      ...world.entity(),
      userMetadata: createEntity('x', { endpoint }).userMetadata,
    });
    await engine.call('connections.refresh', { id });
    await world.until(engine, id, 'connected', ({ azure }) => azure.status === 'connected');
    expect(await world.activity(engine, id)).toContain('endpointLearned by nobody');
  });
});

describe('connections.closeSessions', () => {
  it('ends what is open at once, says who did it, and lets new ones in', async () => {
    const { engine, id } = await world.connected();
    const apps = [await world.openSession(), await world.openSession()];
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
    expect((await world.activity(engine, id))[0]).toBe('sessionsClosed by m.keller');
    await world.openSession();
  });

  it('ends a connection that waits for its sessions', async () => {
    const { engine, id } = await world.connected();
    await world.openSession();
    await engine.call('connections.stop', { id, by: 'm.keller' });
    expect((await world.view(engine, id)).azure.status).toBe('stopping');
    await engine.call('connections.closeSessions', { id });
    await world.until(engine, id, 'stopped', ({ azure }) => azure.status === 'stopped');
    await expect(engine.call('connections.closeSessions', { id: unknownId })).rejects.toMatchObject({
      code: 'HCM1041',
    });
  });
});

describe('what a host remembers', () => {
  it('has the history of sessions, until the connection is removed', async () => {
    const { engine, id } = await world.connected();
    const app = await world.openSession();
    app.end();
    await world.until(engine, id, 'no session', ({ sessions }) => sessions === 0);
    await world.openSession();
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
    const lines = await world.activity(engine, id);
    expect(lines.filter((line) => line === 'notConnected')).toHaveLength(1);
    expect(lines.slice(0, 2)).toEqual(['stopped', 'stopped by m.keller']);
    expect(lines.at(-1)).toBe('added by m.keller');
    expect(lines).not.toContain('connecting');
  });

  it('shows who closed one session', async () => {
    const { engine, id } = await world.connected();
    await world.openSession();
    const { sessions } = await engine.call('sessions.list', { connectionId: id });
    await engine.call('sessions.kill', { id: sessions[0]?.id ?? '', by: 'm.keller' });
    await world.until(engine, id, 'no session', (view) => view.sessions === 0);
    const { ended } = await engine.call('sessions.history', { connectionId: id });
    expect(ended[0]?.detail).toBe('closed by m.keller');
    expect((await world.activity(engine, id))[0]).toBe('sessionClosed by m.keller');
  });

  it('has the log’s last lines by connection, and a key in none of them', async () => {
    const { engine, id } = await world.connected();
    const used = world.entity().rules.map(({ primaryKey }) => primaryKey);
    (await world.openSession()).end();
    await world.until(engine, id, 'no session', ({ sessions }) => sessions === 0);
    const next = world.regenerate();
    const taken = new Promise<void>((resolve) => {
      world.relays.relay.subscribe(({ type }) => {
        if (type === 'listener-closed') resolve();
      });
    });
    await engine.call('connections.inspect', { connectionString: next, caPem: world.relays.caPem });
    await engine.call('connections.replaceKey', { id, connectionString: next });
    await taken;
    const { lines, latest } = await engine.call('log.tail', { limit: 1000 });
    expect(lines.at(-1)?.number).toBe(latest);
    const keys = [...used, ...world.entity().rules.map(({ primaryKey }) => primaryKey)];
    expect(keys.filter((key) => JSON.stringify(lines).includes(key))).toEqual([]);
    const own = await engine.call('log.tail', { connectionId: id, limit: 1000 });
    // Where Azure is asked just when the key changes there are more of them.
    expect(own.lines.map(({ message }) => message)).toEqual(
      expect.arrayContaining(['connection added', 'connection state', 'session ended', 'connection changed']),
    );
    expect(own.lines.every(({ fields }) => fields.includes(id))).toBe(true);
    expect((await engine.call('log.tail', { after: latest, limit: 10 })).lines).toEqual([]);
  });
});
