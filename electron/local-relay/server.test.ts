import { connect } from 'node:tls';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEntity } from './entities.ts';
import type { LocalRelayOptions } from './server.ts';
import { TestRelay } from './testing/test-relay.ts';

let test: TestRelay;
async function start(options: Partial<LocalRelayOptions> = {}): Promise<TestRelay> {
  test = await TestRelay.start(options);
  return test;
}
afterEach(async () => {
  await test.dispose();
});

/** Dials as a listener and gives the answer to the handshake. */
async function dialListen(path: string, token: string | undefined, query = '') {
  const headerLines = token === undefined ? [] : [`ServiceBusAuthorization: ${token}`];
  const peer = test.peer({ url: `${test.base}${path}?sb-hc-action=listen${query}`, headerLines });
  return peer.answer;
}

describe('the server', () => {
  it('closes listeners with 1001 when their entity is removed, and refuses them afterwards', async () => {
    await start();
    const listener = await test.listener();
    test.relay.removeEntity('HC1');
    expect(await listener.closed).toMatchObject({ code: 1001 });
    expect((await dialListen('$hc/hc1', test.listenToken())).status).toBe(401);
  });

  it('ends sessions and waiting senders of a removed entity, and only of that', async () => {
    await start();
    const other = createEntity('other');
    test.relay.addEntity(other);
    const spared = await test.listener({ entity: other });
    const listener = await test.listener();
    const { sender, rendezvous } = await test.session(listener);
    const waiting = test.sender();
    await listener.nextAccept();
    test.relay.removeEntity('hc1');
    test.relay.removeEntity('hc1');
    expect(await sender.closed).toMatchObject({ code: 1001 });
    expect(await rendezvous.closed).toMatchObject({ code: 1001 });
    expect((await waiting.answer).status).toBe(404);
    expect(spared.socket.readyState).toBe(spared.socket.OPEN);
    expect(test.relay.entities().map(({ name }) => name)).toEqual(['other']);
  });

  it('stops telling a subscriber that left, and bears one that throws', async () => {
    await start();
    const heard: string[] = [];
    test.relay.subscribe(() => {
      throw new Error('a bug of the subscriber');
    });
    const leave = test.relay.subscribe(({ type }) => void heard.push(type));
    const listener = await test.listener();
    leave();
    listener.socket.close();
    await listener.closed;
    await vi.waitFor(() => expect(test.relay.listenerCount('hc1')).toBe(0));
    expect(heard).toEqual(['listener-connected']);
  });

  it('takes new keys at once and keeps present listeners', async () => {
    await start();
    const old = test.listenToken();
    await test.listener();
    test.relay.updateEntity(createEntity('hc1'));
    expect((await dialListen('$hc/hc1', old)).status).toBe(401);
    expect(test.relay.listenerCount('hc1')).toBe(1);
  });

  it('refuses headers beyond 32 kB, garbage and CONNECT, each on its own connection only', async () => {
    await start();
    const listener = await test.listener();
    const large = test.peer({ url: `${test.base}$hc/hc1`, headerLines: [`X: ${'y'.repeat(33_000)}`] });
    expect((await large.answer).status).toBe(431);
    const garbage = test.peer({ url: test.base, rawRequest: 'hello there\r\n\r\n' });
    expect((await garbage.answer).status).toBe(400);
    const tunnel = test.peer({ url: test.base, rawRequest: 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n' });
    expect((await tunnel.answer).status).toBe(405);
    const noKey = test.peer({
      url: test.base,
      rawRequest: 'GET /$hc/hc1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
    });
    expect((await noKey.answer).status).toBe(400);
    const stripped = test.peer({
      url: test.base,
      rawRequest: 'GET /$hc/hc1?sb-hc-action=listen HTTP/1.1\r\nHost: x\r\n\r\n',
    });
    expect(await stripped.answer).toMatchObject({
      status: 400,
      reason: expect.stringContaining('only for web-socket requests') as string,
    });
    expect(listener.socket.readyState).toBe(listener.socket.OPEN);
  });

  it('ends everything on close, twice without harm', async () => {
    await start();
    const listener = await test.listener();
    const waiting = test.sender();
    await listener.nextAccept();
    const { sender } = await test.session(listener);
    await Promise.all([test.relay.close(), test.relay.close()]);
    expect(await listener.closed).toMatchObject({ code: 1001 });
    expect((await waiting.answer).status).toBe(503);
    expect(await sender.closed).toMatchObject({ code: 1001 });
    const refused = connect({ port: test.relay.port, host: '127.0.0.1' });
    const [error] = (await once(refused, 'error')) as [NodeJS.ErrnoException];
    expect(error.code).toBe('ECONNREFUSED');
  });
});
