import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { opcodes } from '../engine/relay/frames.ts';
import type { LocalRelayOptions } from './server.ts';
import { HttpSender } from './testing/http-sender.ts';
import type { Answer, Ask } from './testing/http-sender.ts';
import { parseFullRequest } from './testing/test-listener.ts';
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

describe('HTTP mode, response', () => {
  async function exchange(
    listener: TestListener,
    response: object,
    body?: Buffer,
    options: Ask = {},
  ): Promise<Answer> {
    const answer = http.ask(options);
    const full = parseFullRequest(await listener.nextText());
    listener.respond({ requestId: full.id, ...response }, body);
    return answer;
  }

  it('row 18, 23: passes status, reason and headers; numbers and arrays too; owns the framing', async () => {
    const listener = await start();
    const answer = await exchange(
      listener,
      {
        statusCode: 418,
        statusDescription: 'tea\r\nEvil: 1',
        responseHeaders: {
          'x-n': 5,
          'Set-Cookie': ['a=1', 'b=2'],
          'X-List': ['c', 'd'],
          'Content-Length': '999',
          'Transfer-Encoding': 'chunked',
          Upgrade: 'h2c',
          'bad name': 'x',
          'X-Split': 'a\r\nEvil: 2',
          Via: '1.1 before',
        },
        body: true,
      },
      Buffer.from('short and stout'),
    );
    expect(answer).toMatchObject({ status: 418, reason: 'tea Evil: 1' });
    expect(answer.headers).toMatchObject({
      'x-n': '5',
      'set-cookie': ['a=1', 'b=2'],
      'x-list': 'c, d',
      'x-split': 'aEvil: 2',
      'content-length': '15',
      via: '1.1 before, 1.1 localhost',
    });
    expect(answer.headers).not.toHaveProperty('evil');
    expect(answer.headers).not.toHaveProperty('upgrade');
    expect(answer.body.toString()).toBe('short and stout');
  });

  it('row 18: passes odd status codes and an empty reason', async () => {
    const listener = await start();
    for (const [statusCode, statusDescription, reason] of [
      [299, '', ''],
      [599, 'Odd', 'Odd'],
      [999, null, 'unknown'],
    ] as const) {
      expect(await exchange(listener, { statusCode, statusDescription })).toMatchObject({
        status: statusCode,
        reason,
      });
    }
  });

  it('answers 502 for a status that is none', async () => {
    const listener = await start();
    for (const statusCode of [101, 0, 1000]) {
      const answer = await exchange(listener, { statusCode });
      expect(answer.status).toBe(502);
      expect(answer.headers).not.toHaveProperty('via');
    }
  });

  it('row 21: bears a stray empty message behind body false', async () => {
    const listener = await start();
    for (let round = 0; round < 3; round++) {
      expect((await exchange(listener, { statusCode: 304, body: false }, Buffer.alloc(0))).status).toBe(304);
    }
    expect(await exchange(listener, { statusCode: 200, body: true }, Buffer.from('x'))).toMatchObject({
      body: Buffer.from('x'),
    });
    expect(test.events.some(({ type }) => type === 'control-message-ignored')).toBe(false);
  });

  it('row 33: takes a 64 KiB body in one-byte fragments on the control channel', async () => {
    const listener = await start();
    const answer = http.ask();
    const full = parseFullRequest(await listener.nextText());
    listener.respond({ requestId: full.id, statusCode: 200, body: true });
    for (let left = 64 * kibibyte; left > 0; left--) {
      listener.socket.send(Buffer.from([left & 0xff]), { binary: true, fin: left === 1 });
    }
    expect((await answer).body).toHaveLength(64 * kibibyte);
  });

  it('row 24: drops a body that HEAD, 204 and 304 cannot have', async () => {
    const listener = await start();
    for (const [method, statusCode] of [
      ['HEAD', 200],
      ['GET', 204],
      ['GET', 304],
    ] as const) {
      const answer = await exchange(listener, { statusCode, body: true }, Buffer.from('data'), { method });
      expect(answer).toMatchObject({ status: statusCode, body: Buffer.alloc(0) });
    }
    // The connection is still in step.
    expect(
      (await exchange(listener, { statusCode: 200, body: true }, Buffer.from('y'))).body.toString(),
    ).toBe('y');
  });

  it('row 20, 25: a body over the rendezvous ends with its message, or with a Close', async () => {
    const listener = await start();
    for (const ending of ['message', 'close'] as const) {
      const answer = http.ask();
      const full = parseFullRequest(await listener.nextText());
      const rendezvous = test.peer({ url: full.address });
      await rendezvous.answer;
      const text = JSON.stringify({ response: { requestId: full.id, statusCode: 200, body: true } });
      // The text itself may come in pieces.
      await rendezvous.send(text.slice(0, 10), { opcode: opcodes.text, last: false });
      await rendezvous.send(text.slice(10), { opcode: opcodes.continuation, last: true });
      const hash = createHash('sha256');
      for (let count = 0; count < 48; count++) {
        const part = randomBytes(64 * kibibyte);
        hash.update(part);
        const opcode = count === 0 ? opcodes.binary : opcodes.continuation;
        await rendezvous.send(part, { opcode, last: false });
      }
      if (ending === 'message') await rendezvous.send('', { opcode: opcodes.continuation, last: true });
      else await rendezvous.sendClose(1000, '');
      const { status, body } = await answer;
      expect(status).toBe(200);
      expect(body).toHaveLength(48 * 64 * kibibyte);
      expect(createHash('sha256').update(body).digest('hex')).toBe(hash.digest('hex'));
      expect(await rendezvous.closed).toMatchObject({ code: 1000 });
    }
  });

  it('does not gather a body that the sender does not read', async () => {
    const listener = await start();
    const asked = http.open();
    asked.end();
    const full = parseFullRequest(await listener.nextText());
    const rendezvous = test.peer({ url: full.address });
    await rendezvous.answer;
    await rendezvous.send(JSON.stringify({ response: { requestId: full.id, statusCode: 200, body: true } }), {
      opcode: opcodes.text,
    });
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    let sent = 0;
    const total = 256 * 1024 * kibibyte;
    const sending = (async () => {
      for (; sent < total; sent += 1024 * kibibyte) {
        const opcode = sent === 0 ? opcodes.binary : opcodes.continuation;
        await rendezvous.send(Buffer.alloc(1024 * kibibyte), {
          opcode,
          last: sent + 1024 * kibibyte >= total,
        });
      }
    })();
    let last = -1;
    await vi.waitFor(
      () => {
        const moved = sent !== last;
        last = sent;
        if (moved) throw new Error('still flowing');
      },
      { interval: 100, timeout: 10_000 },
    );
    expect(sent).toBeLessThan(64 * 1024 * kibibyte);
    let received = 0;
    for await (const part of response as AsyncIterable<Buffer>) received += part.length;
    await sending;
    expect(received).toBe(total);
  }, 30_000);

  it('takes a response only from the listener that was asked, and once', async () => {
    const first = await start();
    const answer = http.ask();
    const full = parseFullRequest(await first.nextText());
    const other = await test.listener();
    other.respond({ requestId: full.id, statusCode: 500 });
    other.respond({ requestId: 'unknown', statusCode: 500 });
    first.respond({ requestId: full.id, statusCode: 200 });
    first.respond({ requestId: full.id, statusCode: 500 });
    expect((await answer).status).toBe(200);
    expect((await test.peer({ url: full.address }).answer).status).toBe(403);
  });

  it('answers 502 when something else comes where a body was announced', async () => {
    const listener = await start();
    const answer = http.ask();
    const full = parseFullRequest(await listener.nextText());
    listener.respond({ requestId: full.id, statusCode: 200, body: true });
    listener.socket.send('{"renewToken":{"token":"x"}}');
    expect((await answer).status).toBe(502);
  });

  it('cuts the sender off when the listener breaks off inside a body', async () => {
    const listener = await start();
    const asked = http.open();
    asked.end();
    const full = parseFullRequest(await listener.nextText());
    const rendezvous = test.peer({ url: full.address });
    await rendezvous.answer;
    await rendezvous.send(JSON.stringify({ response: { requestId: full.id, statusCode: 200, body: true } }), {
      opcode: opcodes.text,
    });
    await rendezvous.send('part', { last: false });
    const [response] = (await once(asked, 'response')) as [IncomingMessage];
    rendezvous.reset();
    await expect(response.toArray()).rejects.toThrow(/abort/);
  });
});
