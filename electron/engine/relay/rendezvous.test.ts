import { createHash } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { afterEach, describe, expect, it } from 'vitest';
import { makeCertificates } from '../../local-relay/certificate-maker.ts';
import { systemClock } from '../clock.ts';
import { RelayDialer } from '../net/dial-relay.ts';
import { createTrust } from '../net/trust.ts';
import { defaultFrameSocketOptions } from './frame-socket.ts';
import { openWebSocket, type HandshakeResult } from './rendezvous.ts';

const certificates = await makeCertificates(Date.now());
const trust = createTrust({ platform: process.platform, extraCaPem: null }).contextFor(certificates.caPem);
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** Answers the first request with what `answer` makes of it. */
async function relayThat(answer: (request: string, socket: TLSSocket) => string): Promise<TLSSocket> {
  const server = createTlsServer({ cert: certificates.certPem, key: certificates.keyPem }, (socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (data: Buffer) => socket.write(answer(data.toString('latin1'), socket)));
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return new RelayDialer().dial({ host: 'localhost', port, trust, timeoutMs: 5_000 });
}

function open(
  socket: TLSSocket,
  change: { subprotocol?: string; timeoutMs?: number } = {},
): Promise<HandshakeResult> {
  return openWebSocket(
    {
      socket,
      authority: 'relay:1',
      target: '/$hc/sql?sb-hc-action=accept&sb-hc-id=a%2fb',
      timeoutMs: 5_000,
      clock: systemClock,
      ...change,
    },
    { clock: systemClock, ...defaultFrameSocketOptions },
  );
}

function acceptOf(request: string): string {
  const key = /sec-websocket-key: (.+)\r/iu.exec(request)?.[1] ?? '';
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}

function switching(request: string, extra = ''): string {
  return (
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
    `Sec-WebSocket-Accept: ${acceptOf(request)}\r\n${extra}\r\n`
  );
}

describe('openWebSocket', () => {
  it('asks for the target unchanged, offers one sub-protocol and no extension', async () => {
    let asked = '';
    const socket = await relayThat((request) => {
      asked = request;
      return switching(request, 'Sec-WebSocket-Protocol: mqtt\r\n');
    });
    const result = await open(socket, { subprotocol: 'mqtt' });
    expect(result.opened).toBe(true);
    expect(asked.split('\r\n')[0]).toBe('GET /$hc/sql?sb-hc-action=accept&sb-hc-id=a%2fb HTTP/1.1');
    expect(asked).toMatch(/\r\nHost: relay:1\r\n/u);
    expect(asked).toMatch(/\r\nSec-WebSocket-Protocol: mqtt\r\n/u);
    expect(asked).not.toMatch(/sec-websocket-extensions/iu);
    if (result.opened) result.frames.terminate();
  });

  it('gives back a refusal with its reason and TrackingId', async () => {
    const socket = await relayThat(
      () => 'HTTP/1.1 403 Too late. TrackingId:abc_G1, x\r\nContent-Length: 0\r\n\r\n',
    );
    expect(await open(socket)).toEqual({
      opened: false,
      refusal: { status: 403, reason: 'Too late.', trackingId: 'abc_G1' },
    });
    if (!socket.destroyed) await once(socket, 'close');
  });

  it.each<[string, (request: string) => string, string]>([
    [
      'a wrong accept key',
      (request) => switching(request).replace(acceptOf(request), 'd3Jvbmc='),
      'wrong Sec-WebSocket-Accept',
    ],
    [
      'an extension',
      (request) => switching(request, 'Sec-WebSocket-Extensions: permessage-deflate\r\n'),
      'an extension that was not offered',
    ],
    [
      'a sub-protocol',
      (request) => switching(request, 'Sec-WebSocket-Protocol: other\r\n'),
      'a sub-protocol that was not offered',
    ],
    ['what is not HTTP', () => 'nonsense\r\n\r\n', 'HPE_INVALID_CONSTANT'],
    ['endless headers', () => `HTTP/1.1 101 x\r\nA: ${'a'.repeat(64 * 1024)}`, 'HPE_HEADER_OVERFLOW'],
  ])('refuses %s', async (_name, answer, reason) => {
    const socket = await relayThat(answer);
    await expect(open(socket)).rejects.toMatchObject({ code: 'HCM2053', details: { reason } });
    expect(socket.destroyed).toBe(true);
  });

  it('does not wait for ever', async () => {
    const socket = await relayThat(() => '');
    await expect(open(socket, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'HCM2003' });
    expect(socket.destroyed).toBe(true);
  });

  it('says when the connection is lost before or in the middle', async () => {
    const socket = await relayThat((_request, far) => {
      far.destroy();
      return '';
    });
    await expect(open(socket)).rejects.toMatchObject({ code: 'HCM2053' });
    await expect(open(socket)).rejects.toMatchObject({
      code: 'HCM2053',
      details: { reason: 'connection lost' },
    });
  });
});
