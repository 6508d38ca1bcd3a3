import { Agent, request } from 'node:https';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { createEntity } from './entities.ts';
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

describe('connecting', () => {
  it('row 8, 9, 10, 11: the accept has all four fields, the sender key, and an address the listener can reach', async () => {
    await start();
    const listener = await test.listener();
    test.sender({
      path: 'HC1/sub/x',
      query: 'own=a=b&sb-hc-id=corr&plain&',
      headerLines: ['Custom: one', 'custom: two', 'Sec-WebSocket-Protocol: p1, p2'],
    });
    const accept = await listener.nextAccept();
    expect(accept.id).toMatch(/^corr_G\d+$/);
    expect(accept.address).toBe(
      `wss://localhost:${test.relay.port}/$hc/HC1/sub/x?own=a%3Db&plain&sb-hc-action=accept&sb-hc-id=${accept.id}`,
    );
    for (const pair of new URL(accept.address).search.slice(1).split('&')) {
      expect(pair.split('=').length).toBeLessThanOrEqual(2);
    }
    expect(accept.connectHeaders).toMatchObject({
      Host: `localhost:${test.relay.port}`,
      Upgrade: 'websocket',
      Custom: 'one, two',
      'Sec-WebSocket-Protocol': 'p1, p2',
    });
    expect(accept.connectHeaders['Sec-WebSocket-Key']).toMatch(/^.{24}$/);
    expect(JSON.stringify(accept)).not.toContain('SharedAccessSignature');
    expect(accept.remoteEndpoint).toMatchObject({ address: '127.0.0.1', port: expect.any(Number) as number });
  });

  it('row 11: the address follows the host that the listener dialled', async () => {
    await start();
    const key = test.entity.rules[0]!.primaryKey;
    const socket = new WebSocket(`wss://localhost:${test.relay.port}/$hc/hc1?sb-hc-action=listen`, {
      ca: test.ca,
      headers: {
        ServiceBusAuthorization: makeToken({
          resource: 'http://relay.test/hc1',
          rule: 'defaultListener',
          key,
        }),
        Host: 'relay.test:9443',
      },
    });
    await once(socket, 'open');
    test.sender();
    const [data] = (await once(socket, 'message')) as [Buffer];
    expect(data.toString()).toContain('"address":"wss://relay.test:9443/$hc/hc1?');
    socket.terminate();
  });

  it('row 4: a missing action means connect', async () => {
    await start();
    const listener = await test.listener();
    test.peer({ url: `${test.base}hc1`, headerLines: [`ServiceBusAuthorization: ${test.sendToken()}`] });
    expect((await listener.nextAccept()).address).toContain('sb-hc-action=accept');
  });

  it('row 7: holds the handshake until the accept, then answers both', async () => {
    await start();
    const listener = await test.listener();
    const sender = test.sender();
    const accept = await listener.nextAccept();
    const order: string[] = [];
    void sender.answer.then(() => order.push('sender'));
    order.push('accepting');
    const rendezvous = listener.accept(accept);
    const answers = await Promise.all([rendezvous.answer, sender.answer]);
    expect(order).toEqual(['accepting', 'sender']);
    expect(answers.map(({ status }) => status)).toEqual([101, 101]);
    expect(answers[1].headers.get('date')).toBeDefined();
    const opened = test.events.find(({ type }) => type === 'sender-open');
    expect(opened?.type === 'sender-open' && opened.acceptedAfterMs).toBeGreaterThan(0);
  });

  it('row 7: gives up after the accept window with 504, and the late accept gets 403', async () => {
    await start({ limits: { acceptWindowMs: 150 } });
    const listener = await test.listener();
    const sender = test.sender();
    const accept = await listener.nextAccept();
    expect(await sender.answer).toMatchObject({
      status: 504,
      reason: expect.stringContaining('TrackingId:') as string,
    });
    expect((await listener.accept(accept).answer).status).toBe(403);
  });

  it('row 12: gives both the one sub-protocol that the listener offers, or none', async () => {
    await start();
    const listener = await test.listener();
    for (const [offer, forListener, forSender] of [
      [['Sec-WebSocket-Protocol: p2'], 'p2', 'p2'],
      [[], undefined, undefined],
      [['Sec-WebSocket-Protocol: other'], 'other', undefined],
    ] as const) {
      const sender = test.sender({ headerLines: ['Sec-WebSocket-Protocol: p1, p2'] });
      const rendezvous = listener.accept(await listener.nextAccept(), offer);
      expect((await rendezvous.answer).headers.get('sec-websocket-protocol')).toBe(forListener);
      expect((await sender.answer).headers.get('sec-websocket-protocol')).toBe(forSender);
    }
  });

  it('row 13: selects no extension on either side', async () => {
    await start();
    const listener = await test.listener();
    const offer = 'Sec-WebSocket-Extensions: permessage-deflate';
    const sender = test.sender({ headerLines: [offer] });
    const rendezvous = listener.accept(await listener.nextAccept(), [offer, `0: ${offer}`]);
    for (const { status, headers } of await Promise.all([sender.answer, rendezvous.answer])) {
      expect(status).toBe(101);
      expect(headers.has('sec-websocket-extensions')).toBe(false);
    }
  });

  it('row 14: a reject gives the sender that status and phrase, and the listener 410', async () => {
    await start();
    const listener = await test.listener();
    for (const [status, text, seen] of [
      [502, 'Target is down: 100 % (é)', 'Target is down: 100 % (é)'],
      [401, 'line\r\nbreak: 1', 'line break: 1'],
      [999, '', ''],
    ] as const) {
      const sender = test.sender();
      const rejecting = listener.reject(await listener.nextAccept(), status, text);
      expect((await rejecting.answer).status).toBe(410);
      const answer = await sender.answer;
      expect(answer.status).toBe(status);
      expect(answer.reason).toBe(seen);
      expect(answer.headers.has('date')).toBe(true);
    }
  });

  it('row 14: a reject with a status that is none gets 400', async () => {
    await start();
    const listener = await test.listener();
    const sender = test.sender();
    const rejecting = listener.reject(await listener.nextAccept(), 'abc', 'x');
    expect((await rejecting.answer).status).toBe(400);
    expect((await sender.answer).status).toBe(502);
  });

  it('checks in the order of §9.2: token, right, entity, listener', async () => {
    await start();
    const missing = await test.sender({ token: 'nonsense' }).answer;
    expect(missing).toMatchObject({ status: 401, reason: expect.stringMatching(/token.*hc1/) as string });
    expect((await test.sender({ token: test.listenToken() }).answer).status).toBe(403);
    const none = await test.sender().answer;
    expect(none).toMatchObject({
      status: 404,
      reason: expect.stringContaining('Endpoint not found') as string,
    });
  });

  it('lets anonymous senders in where the entity allows it, whatever token they bring', async () => {
    await start();
    const open = createEntity('open', { requiresClientAuthorization: false });
    test.relay.addEntity(open);
    const listener = await test.listener({ entity: open });
    for (const token of ['nonsense', test.sendToken()]) {
      const sender = test.sender({ entity: open, token });
      listener.accept(await listener.nextAccept());
      expect((await sender.answer).status).toBe(101);
    }
  });

  it('refuses unknown, used and foreign rendezvous ids with 403', async () => {
    await start();
    const listener = await test.listener();
    const unknown = test.peer({ url: `${test.base}$hc/hc1?sb-hc-action=accept&sb-hc-id=nope_G1` });
    expect((await unknown.answer).status).toBe(403);
    const sender = test.sender({ query: 'sb-hc-id=mine&' });
    const accept = await listener.nextAccept();
    // The id without its random suffix is what an outsider could guess.
    for (const id of ['mine', 'mine_G0']) {
      const guess = test.peer({ url: `${test.base}$hc/hc1?sb-hc-action=accept&sb-hc-id=${id}` });
      expect((await guess.answer).status).toBe(403);
    }
    const wrongAction = test.peer({ url: accept.address.replace('=accept', '=request') });
    expect((await wrongAction.answer).status).toBe(403);
    const suffixed = test.peer({ url: `${accept.address}_G7` });
    expect((await suffixed.answer).status).toBe(101);
    expect((await sender.answer).status).toBe(101);
    expect((await listener.accept(accept).answer).status).toBe(403);
  });

  it('drops a sender that leaves while it waits; the late accept gets 403', async () => {
    await start();
    const listener = await test.listener();
    for (const leave of ['endTcp', 'reset'] as const) {
      const sender = test.sender();
      const accept = await listener.nextAccept();
      sender[leave]();
      await vi.waitFor(() =>
        expect(test.events.at(-1)).toMatchObject({ type: 'sender-refused', status: 499 }),
      );
      expect((await listener.accept(accept).answer).status).toBe(403);
    }
  });

  it('answers 431 when the headers would not fit a control message', async () => {
    await start({ limits: { controlMessageBytes: 8192 } });
    await test.listener();
    // A quote takes two bytes in JSON.
    const sender = test.sender({ headerLines: [`X: ${'"'.repeat(4000)}`] });
    expect((await sender.answer).status).toBe(431);
  });

  it('bounds what waits: senders, and what they send too early', async () => {
    await start({ limits: { pendingExchanges: 1, earlyDataBytes: 100 } });
    const listener = await test.listener();
    const waiting = test.sender();
    await listener.nextAccept();
    expect((await test.sender().answer).status).toBe(503);
    await waiting.sendBytes(Buffer.alloc(200));
    expect((await waiting.answer).status).toBe(400);
    const next = test.sender();
    listener.accept(await listener.nextAccept());
    expect((await next.answer).status).toBe(101);
  });

  it('passes on what a sender sent before it was answered', async () => {
    await start();
    const listener = await test.listener();
    // A masked text frame in the same packet as the handshake, and another one after it.
    const sender = test.sender({ earlyBytes: Buffer.from('818400000000746f6f20', 'hex') });
    await sender.send('early');
    const rendezvous = listener.accept(await listener.nextAccept());
    await sender.answer;
    await vi.waitFor(() => expect(rendezvous.text).toBe('too early'));
  });

  it('closes 200 sessions that open at once', async () => {
    await start();
    const listener = await test.listener();
    const senders = Array.from({ length: 200 }, () => test.sender());
    for (let left = 200; left > 0; left--) listener.accept(await listener.nextAccept());
    const answers = await Promise.all(senders.map((sender) => sender.answer));
    expect(answers.every(({ status }) => status === 101)).toBe(true);
    expect(test.relay.sessionCount).toBe(200);
    for (const sender of senders) sender.reset();
    await vi.waitFor(() => expect(test.relay.sessionCount).toBe(0), { timeout: 5000 });
  }, 30_000);

  it('answers HTTP requests of /$hc with 400', async () => {
    await start();
    const agent = new Agent({ ca: test.ca });
    const get = request(`${test.base.replace('wss', 'https')}$hc/hc1`, { agent }).end();
    const [response] = (await once(get, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(400);
    response.destroy();
    agent.destroy();
  });
});
