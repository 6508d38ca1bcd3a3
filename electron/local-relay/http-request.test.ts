import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { opcodes } from '../engine/relay/frames.ts';
import type { LocalRelayOptions } from './server.ts';
import { answerOf, HttpSender } from './testing/http-sender.ts';
import { parseFullRequest, parseRequest } from './testing/test-listener.ts';
import type { TestListener } from './testing/test-listener.ts';
import { TestRelay } from './testing/test-relay.ts';

const kibibyte = 1024;

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

describe('HTTP mode, request', () => {
  it('row 18, 19: a request without body goes over control with body false, Via added, token gone', async () => {
    const listener = await start();
    const answer = http.ask({
      path: 'hc1/sub%20x?a=%20b&sb-hc-undefined&SB-hc-id=corr&c',
      headers: { Custom: ['one', 'two'], Via: '1.1 elsewhere', Connection: 'keep-alive', TE: 'trailers' },
    });
    const full = parseFullRequest(await listener.nextText());
    expect(full).toMatchObject({
      requestTarget: '/hc1/sub%20x?a=%20b&sb-hc-undefined&c',
      method: 'GET',
      body: false,
      remoteEndpoint: { address: '127.0.0.1' },
      requestHeaders: {
        Custom: 'one, two',
        Via: '1.1 elsewhere, 1.1 localhost',
        Host: `localhost:${test.relay.port}`,
      },
    });
    expect(full.id).toMatch(/^corr_G\d+$/);
    expect(full.address).toContain('sb-hc-action=request&sb-hc-id=corr_G');
    expect(
      Object.keys(full.requestHeaders)
        .map((name) => name.toLowerCase())
        .sort(),
    ).toEqual(['custom', 'host', 'via']);
    listener.respond({ requestId: full.id, statusCode: 200, responseHeaders: {}, body: false });
    expect(await answer).toMatchObject({ status: 200, body: Buffer.alloc(0) });
  });

  it('row 18: passes every verb', async () => {
    const listener = await start();
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND']) {
      const answer = http.ask({ method });
      const full = parseFullRequest(await listener.nextText());
      expect(full.method).toBe(method);
      listener.respond({ requestId: full.id, statusCode: '202', statusDescription: null });
      expect(await answer).toMatchObject({ status: 202, reason: 'Accepted' });
    }
  });

  it('a body of up to 64 KiB goes over control right behind its text', async () => {
    const listener = await start();
    for (const size of [1, 64 * kibibyte]) {
      const body = randomBytes(size);
      const answer = http.ask({ method: 'POST' }, body);
      const full = parseFullRequest(await listener.nextText());
      expect(full.body).toBe(true);
      const { data, isBinary } = await listener.next();
      expect(isBinary).toBe(true);
      expect(data.equals(body)).toBe(true);
      listener.respond({ requestId: full.id, statusCode: 200, body: true }, Buffer.from('ok'));
      expect((await answer).body.toString()).toBe('ok');
    }
  });

  it('row 22: bodies of parallel requests stay with their texts', async () => {
    const listener = await start();
    const answers = Array.from({ length: 20 }, (_, index) =>
      http.ask({ method: 'POST' }, Buffer.from(`body ${index}`)),
    );
    for (let left = 20; left > 0; left--) {
      const full = parseFullRequest(await listener.nextText());
      const { data } = await listener.next();
      listener.respond({ requestId: full.id, statusCode: 200, body: true }, data);
    }
    const bodies = (await Promise.all(answers)).map(({ body }) => body.toString());
    expect(bodies).toEqual(Array.from({ length: 20 }, (_, index) => `body ${index}`));
  });

  it('a larger body is announced by address only and streamed over the rendezvous', async () => {
    const listener = await start();
    const body = randomBytes(5 * 1024 * kibibyte);
    const answer = http.ask({ method: 'POST' }, body);
    const announced = parseRequest(await listener.nextText());
    expect(Object.keys(announced)).toEqual(['address']);
    const rendezvous = test.peer({ url: announced.address });
    await vi.waitFor(
      () => expect(rendezvous.parts.at(-1)).toMatchObject({ last: true, opcode: opcodes.binary }),
      {
        timeout: 10_000,
      },
    );
    const texts = rendezvous.parts.filter(({ opcode }) => opcode === opcodes.text).map(({ bytes }) => bytes);
    const binaries = rendezvous.parts
      .filter(({ opcode }) => opcode === opcodes.binary)
      .map(({ bytes }) => bytes);
    const full = parseFullRequest(Buffer.concat(texts).toString('utf8'));
    expect(full).toMatchObject({ method: 'POST', body: true });
    expect(Buffer.concat(binaries).equals(body)).toBe(true);
    await rendezvous.send(
      JSON.stringify({ response: { requestId: full.id, statusCode: 201, body: false } }),
      {
        opcode: opcodes.text,
      },
    );
    expect((await answer).status).toBe(201);
    // Row 25: the relay closes, whatever the listener does.
    expect(await rendezvous.closed).toMatchObject({ code: 1000 });
  });

  it('row 19: an empty body of unknown length comes as an empty message, not as none', async () => {
    const listener = await start();
    const asked = http.open({ method: 'POST', headers: { 'Transfer-Encoding': 'chunked' } });
    const answer = answerOf(asked);
    asked.end();
    const rendezvous = test.peer({ url: parseRequest(await listener.nextText()).address });
    await vi.waitFor(() => expect(rendezvous.parts).toHaveLength(2));
    const full = parseFullRequest(rendezvous.parts[0]!.bytes.toString('utf8'));
    expect(full.body).toBe(true);
    expect(rendezvous.parts[1]).toMatchObject({ bytes: Buffer.alloc(0), first: true, last: true });
    await rendezvous.send(JSON.stringify({ response: { requestId: full.id, statusCode: 204 } }), {
      opcode: opcodes.text,
    });
    expect((await answer).status).toBe(204);
  });
});
