import { afterEach, describe, expect, it, vi } from 'vitest';
import { opcodes } from '../engine/relay/frames.ts';
import { createEntity } from './entities.ts';
import type { LocalRelayOptions } from './server.ts';
import { HttpSender } from './testing/http-sender.ts';
import { parseFullRequest } from './testing/test-listener.ts';
import type { TestListener } from './testing/test-listener.ts';
import { TestRelay } from './testing/test-relay.ts';

let test: TestRelay;
let http: HttpSender;
async function start(options: Partial<LocalRelayOptions> = {}): Promise<TestListener> {
  test = await TestRelay.start(options);
  http = new HttpSender(test);
  return test.listener({ id: 'first' });
}
afterEach(async () => {
  http.dispose();
  await test.dispose();
});

describe('HTTP mode, trouble', () => {
  it('answers errors of its own as JSON, without Via', async () => {
    const listener = await start();
    const cases = [
      [await http.ask({ token: '' }), 401, 4],
      [await http.ask({ token: test.listenToken() }), 403, 5],
      [await http.ask({ path: 'nowhere', token: '' }), 401, 4],
    ] as const;
    for (const [answer, status, code] of cases) {
      expect(answer.status).toBe(status);
      expect(answer.headers['content-type']).toBe('application/json');
      expect(answer.headers).not.toHaveProperty('via');
      expect(JSON.parse(answer.body.toString())).toMatchObject({ error: { code } });
      expect(answer.reason).toContain('TrackingId:');
    }
    listener.socket.close();
    await listener.closed;
    expect(await http.ask()).toMatchObject({ status: 502 });
  });

  it('answers 504 when no response comes in time', async () => {
    const listener = await start({ limits: { responseMs: 150 } });
    const answer = http.ask();
    await listener.nextText();
    expect(await answer).toMatchObject({
      status: 504,
      reason: expect.stringContaining('did not respond in the required time') as string,
    });
  });

  it('answers 502 at once when the listener goes', async () => {
    const listener = await start();
    const answer = http.ask();
    await listener.nextText();
    listener.socket.terminate();
    expect((await answer).status).toBe(502);
  });

  it('closes a rendezvous that breaks the protocol with 1002', async () => {
    const listener = await start();
    for (const [send, problem] of [
      ['binary', 'not text'],
      ['{"request":{}}', 'no response'],
      [JSON.stringify({ response: { requestId: 'other', statusCode: 200 } }), 'no request'],
      ['', 'closed before'],
    ] as const) {
      const answer = http.ask();
      const full = parseFullRequest(await listener.nextText());
      const rendezvous = test.peer({ url: full.address });
      await rendezvous.answer;
      if (send === '') await rendezvous.sendClose();
      else await rendezvous.send(send, { opcode: send === 'binary' ? opcodes.binary : opcodes.text });
      expect(await rendezvous.closed).toMatchObject({
        code: 1002,
        reason: expect.stringContaining(problem) as string,
      });
      expect((await answer).status).toBe(502);
    }
  });

  it('tells the listener when the sender leaves', async () => {
    const listener = await start();
    const asked = http.open();
    asked.end();
    const full = parseFullRequest(await listener.nextText());
    const rendezvous = test.peer({ url: full.address });
    await rendezvous.answer;
    asked.destroy();
    expect(await rendezvous.closed).toMatchObject({ code: 1001 });
    await vi.waitFor(() => expect(test.events.at(-1)).toMatchObject({ type: 'request-ended', status: 499 }));
  });

  it('takes the token from the query before the header, and Authorization last, stripping what it used', async () => {
    const listener = await start();
    const good = test.sendToken();
    const byQuery = http.ask({ path: `hc1?x=1&sb-hc-token=${encodeURIComponent(good)}`, token: 'nonsense' });
    const first = parseFullRequest(await listener.nextText());
    expect(JSON.stringify(first)).not.toMatch(/SharedAccessSignature|nonsense/);
    listener.respond({ requestId: first.id, statusCode: 200 });
    expect((await byQuery).status).toBe(200);

    const byAuthorization = http.ask({ token: '', headers: { Authorization: good } });
    const second = parseFullRequest(await listener.nextText());
    expect(second.requestHeaders).not.toHaveProperty('Authorization');
    listener.respond({ requestId: second.id, statusCode: 200 });
    expect((await byAuthorization).status).toBe(200);

    const passed = http.ask({ headers: { Authorization: 'Basic dTpw' } });
    const third = parseFullRequest(await listener.nextText());
    expect(third.requestHeaders['Authorization']).toBe('Basic dTpw');
    listener.respond({ requestId: third.id, statusCode: 200 });
    await passed;
  });

  it('lets anonymous requests in where the entity allows it, and leaves them their Authorization', async () => {
    await start();
    const anonymous = createEntity('open', { requiresClientAuthorization: false });
    test.relay.addEntity(anonymous);
    const listener = await test.listener({ entity: anonymous });
    const answer = http.ask({ path: 'open', token: '', headers: { Authorization: 'Basic dTpw' } });
    const full = parseFullRequest(await listener.nextText());
    expect(full.requestHeaders['Authorization']).toBe('Basic dTpw');
    listener.respond({ requestId: full.id, statusCode: 200 });
    expect((await answer).status).toBe(200);
  });

  it('row 30: follows AllowedListeners and DisallowedListeners', async () => {
    const first = await start();
    const second = await test.listener({ id: 'second' });
    for (const [header, value, chosen] of [
      ['Microsoft-Relay-AllowedListeners', 'x, SECOND', second],
      ['Microsoft-Relay-DisallowedListeners', 'second_G0', first],
    ] as const) {
      for (let round = 0; round < 8; round++) {
        const answer = http.ask({ headers: { [header]: value } });
        const full = parseFullRequest(await chosen.nextText());
        expect(Object.keys(full.requestHeaders).join(' ')).not.toMatch(/listeners/i);
        chosen.respond({ requestId: full.id, statusCode: 200 });
        expect((await answer).status).toBe(200);
      }
    }
    const none = await http.ask({ headers: { 'Microsoft-Relay-AllowedListeners': 'third' } });
    expect(none).toMatchObject({
      status: 404,
      reason: expect.stringContaining('None of the connected') as string,
    });
  });
});
