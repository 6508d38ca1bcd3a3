import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import { describeError } from '../../contract/messages/messages.ts';
import type { ProxyAddress } from '../../contract/proxy-setting.ts';
import { makeCertificates, type CertificatePems } from '../../local-relay/certificate-maker.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { foreignAuthority } from '../testing/foreign-authority.ts';
import { heldResources, untilReleased } from '../testing/held-resources.ts';
import { answer, forward, mute, ScriptedProxy, type ProxyScript } from '../testing/scripted-proxy.ts';
import { proxyOf, RelayDialer, type RelayDialerOptions } from './dial-relay.ts';
import type { ProxyChoice } from './proxy-choice.ts';
import { createTrust } from './trust.ts';

const certificates = await makeCertificates(Date.now());
const trust = createTrust({ platform: process.platform, extraCaPem: null });
const azure = 'contoso.servicebus.windows.net';
const closers: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function startProxy(script: ProxyScript, tls?: CertificatePems): Promise<ScriptedProxy> {
  const proxy = await ScriptedProxy.start(script, tls === undefined ? {} : { tls });
  closers.push(() => proxy.close());
  return proxy;
}

/** A relay's TLS end that says everything back; `heard` is what came after the handshakes. */
async function startEcho(
  pems: CertificatePems = certificates,
): Promise<{ port: number; heard: () => number }> {
  let heard = 0;
  const sockets = new Set<TLSSocket>();
  const server: Server = createTlsServer({ cert: pems.certPem, key: pems.keyPem }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (part: Buffer) => (heard += part.length));
    socket.pipe(socket);
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, heard: () => heard };
}

function through(...proxies: readonly ProxyAddress[]): RelayDialerOptions {
  const choices: readonly ProxyChoice[] = proxies.map((proxy) => ({ kind: 'proxy', proxy }));
  return { resolveProxy: () => Promise.resolve(choices), proxyTrust: () => trust.contextFor(null) };
}

interface Dial {
  readonly dialer: RelayDialer;
  readonly port?: number;
  readonly host?: string;
  readonly caPem?: string | null;
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly ways?: (string | null)[];
}

async function dial({
  dialer,
  port = 443,
  host = 'localhost',
  caPem = certificates.caPem,
  timeoutMs = 30_000,
  signal,
  ways,
}: Dial): Promise<TLSSocket> {
  const socket = await dialer.dial({
    host,
    port,
    timeoutMs,
    signal,
    trust: trust.contextFor(caPem),
    ...(ways === undefined ? {} : { onWay: (proxy) => ways.push(proxy) }),
  });
  closers.push(() => socket.destroy());
  return socket;
}

async function failureOf(dialling: Promise<TLSSocket>): Promise<HcmError> {
  const error: unknown = await dialling.then(
    () => new Error('it was let through'),
    (reason: unknown) => reason,
  );
  if (error instanceof HcmError) return error;
  throw error;
}

function until(what: string, holds: () => boolean): Promise<void> {
  return vi.waitFor(() => expect(holds(), what).toBe(true), { timeout: 15_000 });
}

/** Sends megabytes and compares what comes back by its hash. */
async function expectEcho(socket: TLSSocket, bytes = 4 * 1024 * 1024): Promise<void> {
  const sent = randomBytes(bytes);
  const hash = createHash('sha256');
  let received = 0;
  const all = new Promise<void>((resolve, reject) => {
    socket.on('data', (part: Buffer) => {
      hash.update(part);
      received += part.length;
      if (received >= bytes) resolve();
    });
    socket.once('close', () => reject(new Error(`closed after ${received} bytes`)));
  });
  socket.write(sent);
  await all;
  expect(hash.digest('hex')).toBe(createHash('sha256').update(sent).digest('hex'));
}

describe('a dial through a proxy', () => {
  it('is TLS with the relay, inside of CONNECT', async () => {
    const echo = await startEcho();
    const proxy = await startProxy(forward());
    const ways: (string | null)[] = [];
    const socket = await dial({ dialer: new RelayDialer(through(proxy.address())), port: echo.port, ways });
    await expectEcho(socket);
    const [request] = proxy.requests;
    expect(request?.authority).toBe(`localhost:${echo.port}`);
    expect(request?.head).not.toMatch(/authorization/i);
    expect(proxyOf(socket)).toBe(`127.0.0.1:${proxy.port}`);
    expect(ways).toEqual([`127.0.0.1:${proxy.port}`]);
    socket.destroy();
    await until('the proxy is left', () => proxy.open === 0);
  });

  it('signs in with Basic, at once', async () => {
    const echo = await startEcho();
    const proxy = await startProxy(forward());
    const address = proxy.address({ user: 'müller', password: 'ge:heim' });
    await dial({ dialer: new RelayDialer(through(address)), port: echo.port });
    const basic = Buffer.from('müller:ge:heim').toString('base64');
    expect(proxy.requests[0]?.head).toContain(`\r\nProxy-Authorization: Basic ${basic}\r\n`);
    expect(proxy.requests).toHaveLength(1);
  });

  it('goes through a proxy that is spoken to by TLS, and trusts only what this host trusts', async () => {
    const echo = await startEcho();
    const proxy = await startProxy(forward(), certificates);
    const address = proxy.address({ secure: true, host: 'localhost' });
    const known = { ...through(address), proxyTrust: () => trust.contextFor(certificates.caPem) };
    await expectEcho(await dial({ dialer: new RelayDialer(known), port: echo.port }));
    const failure = await failureOf(dial({ dialer: new RelayDialer(through(address)), port: echo.port }));
    expect(failure).toMatchObject({ code: 'HCM2072', details: { proxy: `localhost:${proxy.port}` } });
    expect(failure.details['issuer']).toMatch(/^Local relay CA [0-9a-f]{8}$/);
    await until('both are left', () => proxy.open === 1);
  });

  it('resumes its TLS session with the relay', async () => {
    const echo = await startEcho();
    const proxy = await startProxy(forward());
    const dialer = new RelayDialer(through(proxy.address()));
    const first = await dial({ dialer, port: echo.port });
    await once(first, 'session');
    expect((await dial({ dialer, port: echo.port })).isSessionReused()).toBe(true);
  });

  it('loses no byte that comes in one packet with the answer', async () => {
    // A TLS alert: the handshake ends by it, where it isn't lost, and waits for ever where it is.
    const alert = Buffer.from([0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x28]);
    const proxy = await startProxy(({ socket }) => {
      socket.write(Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\n\r\n'), alert]));
      socket.resume();
    });
    const failure = await failureOf(dial({ dialer: new RelayDialer(through(proxy.address())) }));
    expect(failure.code).toBe('HCM2013');
    expect(failure.details['proxy']).toBe(`127.0.0.1:${proxy.port}`);
  });

  it('reads an answer that comes in pieces', async () => {
    const echo = await startEcho();
    const proxy = await startProxy((request) => {
      request.socket.setNoDelay(true);
      request.socket.write('HTTP/1.1 100 Continue\r\n\r\nHT');
      setImmediate(() => forward()(request));
    });
    // What `forward` writes begins with HTTP again: "HTHTTP" is no answer.
    const failure = await failureOf(
      dial({ dialer: new RelayDialer(through(proxy.address())), port: echo.port }),
    );
    expect(failure.code).toBe('HCM2068');
    proxy.script = (request) => {
      request.socket.write('HTTP/1.1 100 Continue\r\n\r\n');
      setImmediate(() => forward()(request));
    };
    await expectEcho(await dial({ dialer: new RelayDialer(through(proxy.address())), port: echo.port }));
  });
});

describe('a proxy that doesn’t let through', () => {
  const signIn = 'HTTP/1.1 407 Proxy Authentication Required';

  it.each<[string, string, ProxyScript]>([
    ['HCM2064', 'its rules', answer('HTTP/1.1 403 Forbidden')],
    ['HCM2064', 'no CONNECT', answer('HTTP/1.0 405 Method Not Allowed')],
    ['HCM2069', 'its own network', answer('HTTP/1.1 503 Service Unavailable')],
    ['HCM2069', 'its own DNS', answer('HTTP/1.1 502 Bad Gateway')],
    ['HCM2065', 'a sign-in', answer(signIn, 'Proxy-Authenticate: Basic realm="corp"')],
    [
      'HCM2065',
      'a sign-in of several kinds',
      answer(signIn, 'Proxy-Authenticate: NTLM', 'Proxy-Authenticate: Basic'),
    ],
    [
      'HCM2066',
      'a sign-in by NTLM alone',
      answer(signIn, 'Proxy-Authenticate: NTLM', 'Proxy-Authenticate: Negotiate'),
    ],
    ['HCM2068', 'a redirect', answer('HTTP/1.1 302 Found', 'Location: http://login.corp/')],
    ['HCM2068', 'a page', answer('<html>who are you?</html>')],
    ['HCM2068', 'TLS', ({ socket }) => socket.end(Buffer.from([0x15, 3, 3, 0, 2, 2, 0x28]))],
    [
      'HCM2068',
      'endless headers',
      ({ socket }) => socket.write(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(64 * 1024)}`),
    ],
    ['HCM2063', 'nothing, and closes', ({ socket }) => socket.end()],
    ['HCM2063', 'a reset', ({ socket }) => socket.resetAndDestroy()],
    ['HCM2068', 'half an answer, and closes', ({ socket }) => socket.end('HTTP/1.1 20')],
  ])('%s: %s', async (code, _name, script) => {
    const proxy = await startProxy(script);
    const failure = await failureOf(dial({ dialer: new RelayDialer(through(proxy.address())), host: azure }));
    expect(failure).toMatchObject({
      code,
      scope: 'host',
      details: { proxy: `127.0.0.1:${proxy.port}`, host: azure },
    });
    await until('the proxy is left', () => proxy.open === 0);
  });

  it('is left even where it keeps the connection open after its no', async () => {
    const proxy = await startProxy(({ socket }) => {
      socket.write('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
      socket.resume();
    });
    const failure = await failureOf(dial({ dialer: new RelayDialer(through(proxy.address())) }));
    expect(failure.code).toBe('HCM2064');
    await until('the proxy is left', () => proxy.open === 0);
  });

  it('names what the proxy would accept', async () => {
    const proxy = await startProxy(answer(signIn, 'Proxy-Authenticate: Negotiate, NTLM'));
    const failure = await failureOf(dial({ dialer: new RelayDialer(through(proxy.address())) }));
    expect(describeError(failure).title).toBe(
      `The proxy 127.0.0.1:${proxy.port} wants a sign-in by Negotiate, NTLM`,
    );
  });

  it('HCM2060, HCM2061: unknown, not there', async () => {
    const gone = await startProxy(answer(''));
    const { port } = gone;
    await gone.close();
    const unknown = { ...gone.address(), host: 'no-such-proxy.invalid' };
    expect((await failureOf(dial({ dialer: new RelayDialer(through(unknown)) }))).code).toBe('HCM2060');
    const refused = await failureOf(dial({ dialer: new RelayDialer(through(gone.address())) }));
    expect(refused).toMatchObject({ code: 'HCM2061', details: { proxy: `127.0.0.1:${port}` } });
  });

  it('HCM2062: never answers', async () => {
    const proxy = await startProxy(mute);
    const failure = await failureOf(
      dial({ dialer: new RelayDialer(through(proxy.address())), timeoutMs: 300 }),
    );
    expect(failure.code).toBe('HCM2062');
    await until('the proxy is left', () => proxy.open === 0);
  });

  it('HCM2003 when it is the relay behind it that never answers', async () => {
    const proxy = await startProxy(({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.resume();
    });
    const failure = await failureOf(
      dial({ dialer: new RelayDialer(through(proxy.address())), timeoutMs: 500 }),
    );
    expect(failure).toMatchObject({ code: 'HCM2003', details: { proxy: `127.0.0.1:${proxy.port}` } });
  });

  it('is left at once when the caller has enough', async () => {
    const stop = new AbortController();
    const proxy = await startProxy((request) => {
      mute(request);
      stop.abort(new Error('enough'));
    });
    await expect(
      dial({ dialer: new RelayDialer(through(proxy.address())), signal: stop.signal }),
    ).rejects.toThrow('enough');
    await until('the proxy is left', () => proxy.open === 0);
  });

  it('never has its credentials in an error', async () => {
    for (const status of ['407 No', '403 No', '502 No']) {
      const proxy = await startProxy(answer(`HTTP/1.1 ${status}`));
      const address = proxy.address({ user: 'canary-user', password: 'canary-password' });
      const failure = await failureOf(dial({ dialer: new RelayDialer(through(address)) }));
      expect(JSON.stringify([failure.message, failure.details, String(failure.cause)])).not.toContain(
        'canary',
      );
    }
  });

  it('HCM2067: the sign-in was refused, and rests for a minute whoever dials', async () => {
    const clock = new FakeClock();
    // Not 407: what tinyproxy says.
    const proxy = await startProxy(answer('HTTP/1.1 401 Unauthorized'));
    const address = proxy.address({ user: 'm.keller', password: 'wrong' });
    let current = address;
    const dialer = new RelayDialer({
      ...through(),
      clock,
      resolveProxy: () => Promise.resolve([{ kind: 'proxy', proxy: current }]),
    });
    for (let attempt = 0; attempt < 20; attempt += 1) {
      expect((await failureOf(dial({ dialer }))).code).toBe('HCM2067');
    }
    expect(proxy.requests).toHaveLength(1);
    current = { ...address, password: 'another' };
    expect((await failureOf(dial({ dialer }))).code).toBe('HCM2067');
    expect(proxy.requests).toHaveLength(2);
    current = address;
    clock.advance(61_000);
    expect((await failureOf(dial({ dialer }))).code).toBe('HCM2067');
    expect(proxy.requests).toHaveLength(3);
  });

  it('HCM2067: many at once are one try of the sign-in', async () => {
    const proxy = await startProxy(answer('HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm="x"'));
    const address = proxy.address({ user: 'm.keller', password: 'wrong' });
    const dialer = new RelayDialer(through(address));
    const all = await Promise.all(Array.from({ length: 20 }, () => failureOf(dial({ dialer }))));
    expect(new Set(all.map(({ code }) => code))).toEqual(new Set(['HCM2067']));
    expect(proxy.requests).toHaveLength(1);
  });

  it('lets all through at once when the sign-in is accepted', async () => {
    const echo = await startEcho();
    const proxy = await startProxy(forward());
    const dialer = new RelayDialer(through(proxy.address({ user: 'm.keller', password: 'right' })));
    await Promise.all(Array.from({ length: 20 }, () => dial({ dialer, port: echo.port })));
    expect(proxy.requests).toHaveLength(20);
  });

  it('doesn’t wait for a dial that hangs longer than its own time', async () => {
    const proxy = await startProxy(mute);
    const dialer = new RelayDialer(through(proxy.address({ user: 'm.keller', password: 'right' })));
    const stop = new AbortController();
    const first = dial({ dialer, signal: stop.signal });
    await until('the first has asked', () => proxy.requests.length === 1);
    expect((await failureOf(dial({ dialer, timeoutMs: 50 }))).code).toBe('HCM2062');
    expect(proxy.requests).toHaveLength(1);
    stop.abort(new Error('enough'));
    await expect(first).rejects.toThrow('enough');
    const echo = await startEcho();
    proxy.script = forward();
    await dial({ dialer, port: echo.port });
  });
});

it('leaves nothing behind, however it ends', async () => {
  const echo = await startEcho();
  const proxy = await startProxy(forward());
  const dialer = new RelayDialer(through(proxy.address()));
  (await dial({ dialer, port: echo.port })).destroy();
  await until('the proxy is left', () => proxy.open === 0);
  const before = heldResources();
  const scripts = [forward(), answer('HTTP/1.1 403 No'), answer('nonsense'), mute];
  for (const script of [...scripts, ...scripts, ...scripts]) {
    proxy.script = script;
    const stop = new AbortController();
    const dialling = dial({ dialer, port: echo.port, signal: stop.signal });
    if (script === mute) stop.abort(new Error('enough'));
    await dialling.then(
      (socket) => socket.destroy(),
      () => undefined,
    );
  }
  await untilReleased(before);
});

describe('several ways', () => {
  it('are tried in order until a proxy is there; it is tried first from then on', async () => {
    const clock = new FakeClock();
    const echo = await startEcho();
    const dead = await startProxy(answer(''));
    await dead.close();
    const alive = await startProxy(forward());
    const dialer = new RelayDialer({ ...through(dead.address(), alive.address()), clock });
    const first: (string | null)[] = [];
    await dial({ dialer, port: echo.port, ways: first });
    expect(first).toEqual([`127.0.0.1:${dead.port}`, `127.0.0.1:${alive.port}`]);
    const second: (string | null)[] = [];
    await dial({ dialer, port: echo.port, ways: second });
    expect(second).toEqual([`127.0.0.1:${alive.port}`]);
    clock.advance(5 * 60_000 + 1);
    const third: (string | null)[] = [];
    await dial({ dialer, port: echo.port, ways: third });
    expect(third).toEqual(first);
  });

  it('leave time for the next when one swallows everything', async () => {
    const echo = await startEcho();
    const silent = await startProxy(mute);
    const alive = await startProxy(forward());
    const dialer = new RelayDialer(through(silent.address(), alive.address()));
    await dial({ dialer, port: echo.port, timeoutMs: 8_000 });
    expect(silent.requests).toHaveLength(1);
  });

  it('end with a proxy that says no', async () => {
    const echo = await startEcho();
    const strict = await startProxy(answer('HTTP/1.1 403 Forbidden'));
    const alive = await startProxy(forward());
    const dialer = new RelayDialer(through(strict.address(), alive.address()));
    expect((await failureOf(dial({ dialer, port: echo.port }))).code).toBe('HCM2064');
    expect(alive.requests).toHaveLength(0);
  });

  it('may be SOCKS alone, or straight behind SOCKS', async () => {
    const echo = await startEcho();
    const socks: ProxyChoice = { kind: 'unsupported' };
    const alone = new RelayDialer({ resolveProxy: () => Promise.resolve([socks]) });
    expect((await failureOf(dial({ dialer: alone, port: echo.port }))).code).toBe('HCM2071');
    const both = new RelayDialer({ resolveProxy: () => Promise.resolve([socks, { kind: 'direct' }]) });
    expect(proxyOf(await dial({ dialer: both, port: echo.port }))).toBeNull();
  });

  it('take no longer than the dial when this computer doesn’t say them', async () => {
    const dialer = new RelayDialer({ resolveProxy: () => new Promise(() => undefined) });
    const failure = await failureOf(dial({ dialer, timeoutMs: 50 }));
    expect(failure).toMatchObject({ code: 'HCM2070', details: { reason: 'timeout' } });
  });
});

describe('something that opens TLS on the way', () => {
  async function inspected(
    name: string,
    host = azure,
    caPem: string | null = null,
  ): Promise<{ failure: HcmError; heard: number }> {
    const pems = await foreignAuthority(name, host);
    const echo = await startEcho(pems);
    const proxy = await startProxy(forward(echo.port));
    const dialer = new RelayDialer(through(proxy.address()));
    const failure = await failureOf(dial({ dialer, host, caPem }));
    await until('the proxy is left', () => proxy.open === 0);
    return { failure, heard: echo.heard() };
  }

  it('is named by who issued the certificate, and gets nothing', async () => {
    const { failure, heard } = await inspected('CN=Zscaler Root CA, O=Zscaler Inc.');
    expect(failure).toMatchObject({
      code: 'HCM2073',
      details: { issuer: 'Zscaler Root CA (Zscaler Inc.)', host: azure },
    });
    expect(heard).toBe(0);
    const { title, next } = describeError(failure);
    expect(title).toBe('Something between here and Azure opens TLS: Zscaler Root CA (Zscaler Inc.)');
    expect(next).toContain('extraCaFile');
  });

  it('is known for a relay of Azure whatever its name', async () => {
    const { failure } = await inspected('CN=Contoso Internal CA 2');
    expect(failure).toMatchObject({ code: 'HCM2073', details: { issuer: 'Contoso Internal CA 2' } });
  });

  it('is only a CA that isn’t trusted where a relay may have one of its own', async () => {
    const own = await inspected('CN=Contoso Internal CA 2', 'relay.contoso.example');
    expect(own.failure).toMatchObject({ code: 'HCM2010', details: { issuer: 'Contoso Internal CA 2' } });
    const product = await inspected('CN=FortiGate CA, O=Fortinet', 'relay.contoso.example');
    expect(product.failure.code).toBe('HCM2073');
    const pinned = await inspected('CN=Zscaler Root CA', azure, certificates.caPem);
    expect(pinned.failure.code).toBe('HCM2010');
  });

  it('may have a name of any length and script', async () => {
    const { failure } = await inspected(`CN=${'Prüfstelle<b>\u202e'.repeat(30)}`);
    expect(failure.details['issuer']).toMatch(/^(?:Prüfstelleb)+[a-zü]*$/iu);
    expect(String(failure.details['issuer']).length).toBeLessThanOrEqual(64);
  });

  it('is let in once its CA is trusted', async () => {
    const pems = await foreignAuthority('CN=Zscaler Root CA', azure);
    const echo = await startEcho(pems);
    const proxy = await startProxy(forward(echo.port));
    const wider = createTrust({ platform: process.platform, extraCaPem: pems.caPem });
    const socket = await new RelayDialer(through(proxy.address())).dial({
      host: azure,
      port: 443,
      timeoutMs: 30_000,
      trust: wider.contextFor(null),
    });
    closers.push(() => socket.destroy());
    await expectEcho(socket, 1000);
  });
});
