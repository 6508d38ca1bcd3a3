import { createServer } from 'node:https';
import { connect } from 'node:tls';
import { once } from 'node:events';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HcmError } from '../contract/errors.ts';
import { createEntity, createNamespaceRules, namespaceRuleName } from './entities.ts';
import { LocalRelay } from './server.ts';
import type { LocalRelayOptions } from './server.ts';
import { TestRelay } from './testing/test-relay.ts';
import { makeToken } from './testing/tokens.ts';

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

describe('listening', () => {
  it('answers 101 with a TrackingId and counts the listener', async () => {
    await start();
    const answer = await dialListen('$hc/hc1', test.listenToken(), '&sb-hc-id=7a5b_G3');
    expect(answer.status).toBe(101);
    expect(answer.headers.get('trackingid')).toBe('7a5b_G0');
    expect(answer.headers.has('date')).toBe(true);
    expect(test.relay.listenerCount('HC1')).toBe(1);
    expect(test.events).toMatchObject([{ type: 'listener-connected', entity: 'hc1', listenerId: '7a5b' }]);
  });

  it('row 1: serves nothing below TLS 1.2 and nothing without TLS', async () => {
    await start();
    const old = connect({
      port: test.relay.port,
      host: '127.0.0.1',
      ca: test.ca,
      maxVersion: 'TLSv1.1',
      minVersion: 'TLSv1',
    });
    const [error] = (await once(old, 'error')) as [Error];
    expect(error.message).toMatch(/protocol|version/i);
  });

  it('row 2: takes the port it is given, and says HCM7001 when it is taken', async () => {
    await start();
    const second = new LocalRelay({ certificates: { certPem: '', keyPem: '' }, port: test.relay.port });
    await expect(second.listen()).rejects.toSatisfy(
      (error) =>
        error instanceof HcmError && error.code === 'HCM7001' && error.details['port'] === test.relay.port,
    );
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const { port } = free.address() as { port: number };
    free.close();
    await once(free, 'close');
    const third = new LocalRelay({ certificates: { certPem: '', keyPem: '' }, port });
    await third.listen();
    expect(third.url).toBe(`sb://localhost:${port}/`);
    await third.close();
  });

  it('row 3: /$hc is optional, case does not matter, a longer path reaches the entity', async () => {
    await start();
    test.relay.addEntity(createEntity('hc1/deep'));
    for (const path of ['$hc/hc1', '$HC/HC1', 'hc1', '$hc/hc1/sub/x', '$hc/hc1/']) {
      expect((await dialListen(path, test.listenToken())).status).toBe(101);
    }
    expect(test.relay.listenerCount('hc1')).toBe(5);
    const deep = test.relay.entity('hc1/deep')!;
    expect((await dialListen('$hc/hc1/deep/er', test.listenToken(deep))).status).toBe(101);
    expect(test.relay.listenerCount('hc1/deep')).toBe(1);
    // Another entity's rule isn't known there.
    expect((await dialListen('$hc/hc12', test.listenToken())).status).toBe(401);
  });

  it('row 4: refuses an unknown action with 400', async () => {
    await start();
    const peer = test.peer({ url: `${test.base}$hc/hc1?sb-hc-action=dance` });
    expect((await peer.answer).status).toBe(400);
  });

  it('row 6: takes primary and secondary keys of entity and namespace rules, each with its right', async () => {
    const namespaceRules = createNamespaceRules();
    await start({ namespaceRules });
    const [root] = namespaceRules;
    const [listenRule, sendRule] = test.entity.rules;
    const resource = 'http://localhost/hc1';
    for (const { rule, key } of [
      { rule: 'defaultListener', key: listenRule!.primaryKey },
      { rule: 'defaultListener', key: listenRule!.secondaryKey },
      { rule: namespaceRuleName, key: root!.primaryKey },
      { rule: namespaceRuleName, key: root!.secondaryKey },
    ]) {
      expect((await dialListen('$hc/hc1', makeToken({ resource, rule, key }))).status).toBe(101);
    }
    const send = makeToken({ resource, rule: 'defaultSender', key: sendRule!.primaryKey });
    expect((await dialListen('$hc/hc1', send)).status).toBe(403);
  });

  it('row 17: refusals name the cause, the path, and tracking details in the reason phrase', async () => {
    await start();
    const missing = await dialListen('$hc/hc1', undefined, '&sb-hc-id=abc');
    expect(missing.status).toBe(401);
    expect(missing.reason).toMatch(
      /token.*TrackingId:abc_G0, SystemTracker:sb:\/\/localhost:\d+\/hc1, Timestamp:\d{4}-/,
    );
    expect(missing.headers.get('content-length')).toBe('0');
    expect(missing.headers.get('connection')).toBe('close');
    expect(Date.parse(missing.headers.get('date') ?? '')).toBeGreaterThan(Date.now() - 5000);

    const wrong = makeToken({ resource: 'http://localhost/hc1', rule: 'defaultListener', key: 'wrong' });
    const unsigned = await dialListen('$hc/hc1', wrong);
    expect(unsigned).toMatchObject({ status: 401 });
    expect(unsigned.reason).toMatch(/token has an invalid signature.*hc1/);

    const unknownRule = await dialListen('$hc/nowhere', test.listenToken());
    expect(unknownRule.status).toBe(401);
    const rule = {
      rule: namespaceRuleName,
      key: test.relay.namespaceConnectionString(namespaceRuleName).split('SharedAccessKey=')[1] ?? '',
    };
    const absent = await dialListen('$hc/nowhere', makeToken({ resource: 'http://localhost/', ...rule }));
    expect(absent.status).toBe(404);
    expect(absent.reason).toContain(`Endpoint does not exist: 'sb://localhost:${test.relay.port}/nowhere'`);
    expect(test.events.filter((event) => event.type === 'listener-refused')).toHaveLength(4);
  });

  it('never repeats a token, and no line break can get into a reason', async () => {
    await start();
    const answer = await dialListen('$hc/hc1%0d%0aEvil:%201', test.listenToken());
    expect(answer.status).toBe(401);
    expect(answer.headers.has('evil')).toBe(false);
    expect(answer.reason).not.toContain('sig=');
    expect(JSON.stringify(test.events)).not.toContain('sig=');
  });

  it('takes the token from the header before the query', async () => {
    await start();
    const good = encodeURIComponent(test.listenToken());
    expect((await dialListen('$hc/hc1', undefined, `&sb-hc-token=${good}`)).status).toBe(101);
    expect((await dialListen('$hc/hc1', 'nonsense', `&sb-hc-token=${good}`)).status).toBe(401);
  });

  it('row 13: selects no extension, and bears the header line that hyco-ws sends', async () => {
    await start();
    const peer = test.peer({
      url: `${test.base}$hc/hc1?sb-hc-action=listen`,
      headerLines: [
        `ServiceBusAuthorization: ${test.listenToken()}`,
        'Sec-WebSocket-Extensions: permessage-deflate',
        '0: Sec-WebSocket-Extensions: permessage-deflate',
        'Sec-WebSocket-Protocol: p1',
      ],
    });
    const answer = await peer.answer;
    expect(answer.status).toBe(101);
    expect(answer.headers.has('sec-websocket-extensions')).toBe(false);
    expect(answer.headers.has('sec-websocket-protocol')).toBe(false);
  });

  it('row 26: renews a token on the open channel; a bad one closes 1008', async () => {
    let nowMs = Date.now();
    await start({ now: () => nowMs, limits: { tokenGraceMs: 0 } });
    const listener = await test.listener({ token: test.listenToken(test.entity, nowMs + 60_000) });
    listener.socket.send(
      JSON.stringify({ renewToken: { token: test.listenToken(test.entity, nowMs + 600_000) } }),
    );
    await vi.waitFor(() => expect(test.events.at(-1)?.type).toBe('token-renewed'));
    nowMs += 120_000;
    listener.socket.send(JSON.stringify({ renewToken: { token: test.sendToken() } }));
    expect(await listener.closed).toMatchObject({ code: 1008 });
    expect(test.events.map(({ type }) => type)).toEqual([
      'listener-connected',
      'token-renewed',
      'token-refused',
      'listener-closed',
    ]);
  });

  it('row 27: closes 1008 when the token and its grace are over, not before', async () => {
    let nowMs = Date.now();
    await start({ now: () => nowMs });
    const listener = await test.listener({ token: test.listenToken(test.entity, nowMs + 60_000) });
    nowMs += 60_000 + 299_000;
    // The check runs every quarter of a second; two pongs later it has run at least once.
    const { socket } = listener;
    const before = Date.now();
    while (Date.now() - before < 600) {
      socket.ping();
      await once(socket, 'pong');
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(test.relay.listenerCount('hc1')).toBe(1);
    nowMs += 3_000;
    expect(await listener.closed).toMatchObject({
      code: 1008,
      reason: expect.stringContaining('expired') as string,
    });
    const late = await dialListen('$hc/hc1', test.listenToken(test.entity, nowMs - 301_000));
    expect(late).toMatchObject({ status: 401, reason: expect.stringContaining('expired') as string });
    const inGrace = await dialListen('$hc/hc1', test.listenToken(test.entity, nowMs - 290_000));
    expect(inGrace.status).toBe(101);
  });

  it('row 28: answers Ping, and bears unsolicited Pongs', async () => {
    await start();
    const { socket } = await test.listener();
    socket.pong('unasked');
    socket.ping('are you there');
    const [payload] = (await once(socket, 'pong')) as [Buffer];
    expect(payload.toString()).toBe('are you there');
    expect(test.relay.listenerCount('hc1')).toBe(1);
  });

  it('row 31: refuses the 26th listener with 403, and has room again when one leaves', async () => {
    await start();
    const listeners = await Promise.all(Array.from({ length: 25 }, () => test.listener()));
    const refused = await dialListen('$hc/hc1', test.listenToken());
    expect(refused).toMatchObject({ status: 403, reason: expect.stringMatching(/25.*exceeded/) as string });
    listeners[0]!.socket.close();
    await vi.waitFor(() => expect(test.relay.listenerCount('hc1')).toBe(24));
    expect((await dialListen('$hc/hc1', test.listenToken())).status).toBe(101);
  });

  it('ignores what it cannot read, and goes on', async () => {
    await start();
    const { socket } = await test.listener();
    for (const text of [
      '',
      'null',
      '[]',
      '{"x":1}',
      '{"renewToken":5}',
      '{"response":{}}',
      '{"__proto__":{"a":1}}',
    ]) {
      socket.send(text);
    }
    socket.send(Buffer.from('stray body'));
    await vi.waitFor(() =>
      expect(test.events.filter(({ type }) => type === 'control-message-ignored')).toHaveLength(8),
    );
    expect(test.relay.listenerCount('hc1')).toBe(1);
  });

  it('closes 1009 on a control message beyond 64 KiB', async () => {
    await start();
    const listener = await test.listener();
    listener.socket.send('x'.repeat(65_537));
    expect((await listener.closed).code).toBe(1009);
  });
});
