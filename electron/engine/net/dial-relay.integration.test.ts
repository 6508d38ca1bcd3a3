import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo, type LookupFunction, type Server } from 'node:net';
import { createServer as createTlsServer, type TlsOptions, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeCertificates, type CertificatePems } from '../../local-relay/certificate-maker.ts';
import { startSilentEndpoint } from '../testing/silent-endpoint.ts';
import { RelayDialer } from './dial-relay.ts';
import { createTrust, splitPem } from './trust.ts';

const servers: Server[] = [];
const trust = createTrust({ platform: process.platform, extraCaPem: null });

afterEach(() => {
  vi.unstubAllEnvs();
  for (const server of servers.splice(0)) server.close();
});

async function listening(server: Server, host = '127.0.0.1'): Promise<number> {
  servers.push(server);
  server.listen(0, host);
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

function tlsServer({ certPem, keyPem }: CertificatePems, options: TlsOptions = {}): Promise<number> {
  const server = createTlsServer({ cert: certPem, key: keyPem, ...options }, (socket) => {
    socket.on('error', () => undefined);
    socket.resume();
  });
  server.on('tlsClientError', () => undefined);
  return listening(server);
}

interface Dial {
  readonly port: number;
  readonly host?: string;
  readonly caPem?: string | null;
  readonly timeoutMs?: number;
  readonly dialer?: RelayDialer;
  readonly signal?: AbortSignal;
}

function dial({
  port,
  host = 'localhost',
  caPem = null,
  timeoutMs = 5_000,
  dialer,
  signal,
}: Dial): Promise<TLSSocket> {
  return (dialer ?? new RelayDialer()).dial({
    host,
    port,
    timeoutMs,
    signal,
    trust: trust.contextFor(caPem),
  });
}

const certificates = await makeCertificates(Date.now());

describe('RelayDialer', () => {
  it('trusts a pinned CA, under TLS 1.2 or later', async () => {
    const port = await tlsServer(certificates, { maxVersion: 'TLSv1.2' });
    const socket = await dial({ port, caPem: certificates.caPem });
    expect(socket.authorized).toBe(true);
    expect(socket.getProtocol()).toBe('TLSv1.2');
    socket.destroy();
  });

  it.each([
    ['nothing set', {}],
    ['NODE_TLS_REJECT_UNAUTHORIZED=0', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
  ])('refuses a CA that it does not know, with %s', async (_name, environment) => {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const port = await tlsServer(certificates);
    await expect(dial({ port })).rejects.toMatchObject({ code: 'HCM2010' });
    const other = await makeCertificates(Date.now());
    await expect(dial({ port, caPem: other.caPem })).rejects.toMatchObject({ code: 'HCM2010' });
  });

  it('refuses a certificate for another name, even then', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
    const port = await listening(
      createTlsServer({ cert: certificates.certPem, key: certificates.keyPem }).on(
        'tlsClientError',
        () => undefined,
      ),
      '127.0.0.2',
    );
    await expect(dial({ port, host: '127.0.0.2', caPem: certificates.caPem })).rejects.toMatchObject({
      code: 'HCM2011',
    });
  });

  it('refuses an expired certificate', async () => {
    const old = await makeCertificates(Date.now() - 500 * 86_400_000);
    const port = await tlsServer(old);
    await expect(dial({ port, caPem: old.caPem })).rejects.toMatchObject({ code: 'HCM2012' });
  });

  it('refuses TLS 1.1', async () => {
    const port = await tlsServer(certificates, {
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    await expect(dial({ port, caPem: certificates.caPem })).rejects.toMatchObject({ code: 'HCM2013' });
  });

  it('recognises what does not speak TLS', async () => {
    const server = createHttpServer();
    server.on('clientError', (_error, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const port = await listening(server);
    await expect(dial({ port })).rejects.toMatchObject({ code: 'HCM2014' });
  });

  it('tells refused, unknown, silent and closing relays apart', async () => {
    const closing = await listening(createServer((socket) => socket.end()));
    await expect(dial({ port: closing })).rejects.toMatchObject({ code: 'HCM2005' });
    const mute = await listening(createServer((socket) => socket.on('error', () => undefined)));
    await expect(dial({ port: mute, timeoutMs: 200 })).rejects.toMatchObject({ code: 'HCM2003' });
    const unused = await listening(createServer());
    const server = servers.pop()!;
    server.close();
    await once(server, 'close');
    await expect(dial({ port: unused })).rejects.toMatchObject({ code: 'HCM2002' });
    await expect(dial({ port: 443, host: 'no-such-relay.invalid' })).rejects.toMatchObject({
      code: 'HCM2001',
    });
  });

  it('gives up on a relay that swallows packets', async () => {
    const silent = await startSilentEndpoint();
    try {
      await expect(dial({ port: silent.port, host: '127.0.0.1', timeoutMs: 300 })).rejects.toMatchObject({
        code: 'HCM2003',
      });
    } finally {
      silent.close();
    }
  });

  it('goes on to the next address of a name whose first one refuses', async () => {
    const port = await tlsServer(certificates);
    const lookup: LookupFunction = (_host, _options, callback) =>
      callback(null, [
        { address: '::1', family: 6 },
        { address: '127.0.0.1', family: 4 },
      ]);
    const dialer = new RelayDialer({ lookup });
    // With TLS laid over a socket that still connects this ends the process (connect-tcp.ts).
    const socket = await dial({ port, caPem: certificates.caPem, dialer });
    expect(socket.authorized).toBe(true);
    expect(socket.remoteAddress).toBe('127.0.0.1');
    socket.destroy();
  });

  it('resumes its TLS session, but not under another trust', async () => {
    const dialer = new RelayDialer();
    const port = await tlsServer(certificates);
    const first = await dial({ port, caPem: certificates.caPem, dialer });
    await once(first, 'session');
    expect(first.isSessionReused()).toBe(false);
    const second = await dial({ port, caPem: certificates.caPem, dialer });
    expect(second.isSessionReused()).toBe(true);
    await expect(dial({ port, dialer })).rejects.toMatchObject({ code: 'HCM2010' });
    first.destroy();
    second.destroy();
  });

  it('stops when it is told to', async () => {
    const port = await listening(createServer((socket) => socket.on('error', () => undefined)));
    const stop = new AbortController();
    const dialling = dial({ port, signal: stop.signal });
    stop.abort(new Error('enough'));
    await expect(dialling).rejects.toThrow('enough');
    await expect(dial({ port, signal: stop.signal })).rejects.toThrow('enough');
  });
});

describe('trust', () => {
  it('takes further CAs from PEM text', async () => {
    const port = await tlsServer(certificates);
    const wider = createTrust({ platform: process.platform, extraCaPem: certificates.caPem });
    const socket = await new RelayDialer().dial({
      host: 'localhost',
      port,
      timeoutMs: 5_000,
      trust: wider.contextFor(null),
    });
    expect(socket.authorized).toBe(true);
    socket.destroy();
  });

  it('refuses PEM text without a certificate', () => {
    expect(() => splitPem('nonsense', 'ca.pem')).toThrow(/HCM1050/);
    expect(() => splitPem('-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'ca.pem')).toThrow(
      /HCM1050/,
    );
  });
});
