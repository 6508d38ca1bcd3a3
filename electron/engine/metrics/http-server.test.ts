import { once } from 'node:events';
import { request, type IncomingMessage, type RequestOptions } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '../log/logger.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { allowedHosts } from './allowed-hosts.ts';
import { connectionLimitMs, HttpServer, maxConnections, plain } from './http-server.ts';

let clock: FakeClock;
let server: HttpServer;
let asked: string[];
const sockets: Socket[] = [];

beforeEach(async () => {
  clock = new FakeClock();
  asked = [];
  server = await listen(0);
});

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
  expect(clock.pending).toBe(0);
});

function listen(port: number): Promise<HttpServer> {
  const host = '127.0.0.1';
  return HttpServer.listen({
    ...{ host, port, clock, log: silentLogger, allowed: allowedHosts({ host }, []) },
    answer: ({ path, query }) => {
      asked.push(`${path}?${query.toString()}`);
      if (path === '/broken') return Promise.reject(new Error('broken'));
      return Promise.resolve(path === '/there' ? plain(200, 'here') : null);
    },
  });
}

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

function ask(path: string, options: RequestOptions = {}, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ ...server.address, path, agent: false, ...options }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: text }),
      );
      response.on('error', reject);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function dial(): Promise<Socket> {
  const socket = connect(server.address);
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

/** What a socket got before it was closed. */
function untilClosed(socket: Socket): Promise<string> {
  let text = '';
  socket.setEncoding('utf8').on('data', (part: string) => (text += part));
  // Not by `once`, which fails with a reset.
  return new Promise((resolve) => {
    if (socket.closed) resolve(text);
    else socket.on('close', () => resolve(text));
  });
}

describe('a small HTTP server', () => {
  it('answers reads, once for each connection', async () => {
    const { status, headers, body } = await ask('/there?connection=a%2Fb&x');
    expect([status, body]).toEqual([200, 'here\n']);
    expect(headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      connection: 'close',
    });
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
    expect(asked).toEqual(['/there?connection=a%2Fb&x=']);
    const head = await ask('/there', { method: 'HEAD' });
    expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', '5']);
  });

  it('of requests that are sent together answers the first and closes', async () => {
    const socket = await dial();
    const text = untilClosed(socket);
    socket.write('GET /there HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(5));
    expect((await text).match(/HTTP\/1\.1 200/g)).toHaveLength(1);
    // The others aren't even worked out.
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['another path', '/', {}, 404],
    ['a path that is one of ours only after it is tidied', '/x/../there', {}, 404],
    ['another name of the host', '/there', { headers: { host: 'evil.example' } }, 421],
    ['another method', '/there', { method: 'POST' }, 405],
    ['a preflight', '/there', { method: 'OPTIONS' }, 405],
    ['a failure of ours', '/broken', {}, 500],
  ] as const)('%s: refused', async (_what, path, options, expected) => {
    const { status, body } = await ask(path, options);
    expect(status).toBe(expected);
    expect(body).not.toContain('broken');
  });

  it('takes no body', async () => {
    expect((await ask('/there', { headers: { 'content-length': '3' } }, 'abc')).status).toBe(413);
    expect((await ask('/there', { headers: { 'transfer-encoding': 'chunked' } }, 'abc')).status).toBe(413);
    expect(asked).toEqual([]);
  });

  it('refuses long headers and what is no HTTP', async () => {
    for (const text of [
      `GET /there HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(9_000)}\r\n\r\n`,
      'hello\r\n\r\n',
    ]) {
      const socket = await dial();
      const answer = untilClosed(socket);
      socket.write(text);
      expect(await answer).toMatch(/^HTTP\/1\.1 4(00|31) /);
    }
    expect(asked).toEqual([]);
  });

  it('drops whoever never gets to the end of a request', async () => {
    const silent = await dial();
    const slow = await dial();
    slow.write('GET /there HTTP/1.1\r\nHost: localhost\r\n');
    // An answer to somebody who came later: the server has seen both by now.
    await ask('/there');
    for (let sent = 0; sent < 9; sent += 1) {
      clock.advance(connectionLimitMs / 10);
      slow.write(`X-${sent}: x\r\n`);
    }
    expect([silent.closed, slow.closed]).toEqual([false, false]);
    const ends = Promise.all([untilClosed(silent), untilClosed(slow)]);
    clock.advance(connectionLimitMs / 10);
    expect(await ends).toEqual(['', '']);
  });

  it('lets only few in at once, and others again when they have gone', async () => {
    const crowd = await Promise.all(Array.from({ length: maxConnections }, dial));
    // The crowd is in once one more is turned away.
    const late = await dial();
    await untilClosed(late);
    for (const socket of crowd) socket.destroy();
    await Promise.all(crowd.map(untilClosed));
    let answer: Answer | undefined;
    for (let attempt = 0; answer === undefined && attempt < 200; attempt += 1)
      answer = await ask('/there').catch(() => undefined);
    expect(answer?.status).toBe(200);
  });

  it('a port that is taken is an error of its own, and so is an address of somebody else', async () => {
    const { port } = server.address;
    await expect(listen(port)).rejects.toMatchObject({ code: 'HCM5030', details: { port } });
    await expect(
      HttpServer.listen({
        ...{ host: '192.0.2.1', port: 0, clock, log: silentLogger },
        allowed: allowedHosts({ host: '192.0.2.1' }, []),
        answer: () => Promise.resolve(null),
      }),
    ).rejects.toMatchObject({ code: 'HCM5032', details: { errno: 'EADDRNOTAVAIL' } });
  });

  it('closes at once, whoever is there', async () => {
    const socket = await dial();
    await ask('/there');
    const ended = untilClosed(socket);
    await server.close();
    await ended;
    await expect(ask('/there')).rejects.toThrow();
    server = await listen(0);
  });
});
