import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makeCertificates } from '../../local-relay/certificate-maker.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { RelayDialer, type DialRelay } from './dial-relay.ts';
import { SpareConnection } from './spare-connection.ts';
import { createTrust } from './trust.ts';

const certificates = await makeCertificates(Date.now());
const trust = createTrust({ platform: process.platform, extraCaPem: null }).contextFor(certificates.caPem);

let server: Server;
let port: number;
let clock: FakeClock;
/** As the relay sees them, in their order. */
let seen: TLSSocket[];
let dials: number;
/** Ends the dials that are still to be counted with this. */
let failure: Error | undefined;
let spare: SpareConnection;
let channel: AbortController;
const mine: TLSSocket[] = [];

beforeEach(async () => {
  seen = [];
  dials = 0;
  failure = undefined;
  clock = new FakeClock();
  server = createServer({ cert: certificates.certPem, key: certificates.keyPem }, (socket) => {
    socket.on('error', () => undefined);
    seen.push(socket.resume());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  const dialer = new RelayDialer();
  const dialRelay: DialRelay = (host, at, timeoutMs, signal) => {
    dials++;
    if (failure) return Promise.reject(failure);
    return dialer.dial({ host, port: at, timeoutMs, signal, trust });
  };
  spare = new SpareConnection({ clock, dialRelay });
  channel = new AbortController();
  spare.follow(channel.signal);
});

afterEach(() => {
  spare.clear();
  for (const socket of [...mine.splice(0), ...seen]) socket.destroy();
  server.close();
});

async function session(signal = new AbortController().signal): Promise<boolean> {
  const { socket, wasSpare } = await spare.dial('localhost', port, 5_000, signal);
  mine.push(socket);
  spare.opened('localhost', port);
  return wasSpare;
}

function untilSeen(count: number): Promise<void> {
  return vi.waitFor(() => expect(seen).toHaveLength(count), { timeout: 10_000 });
}

function untilClosed(index: number): Promise<void> {
  return vi.waitFor(() => expect(seen[index]?.destroyed).toBe(true), { timeout: 10_000 });
}

/** Two sessions shortly after each other, and the spare that they are worth: the third that the relay sees. */
async function busy(): Promise<void> {
  await session();
  await session();
  await untilSeen(3);
}

describe('a spare connection', () => {
  it('carries a session that comes soon after others, and the next is dialled', async () => {
    await busy();
    const { socket, wasSpare } = await spare.dial('localhost', port, 5_000, channel.signal);
    mine.push(socket);
    expect(wasSpare).toBe(true);
    socket.write('GET');
    expect(String((await once(seen[2]!, 'data'))[0])).toBe('GET');
    seen[2]!.write('101');
    expect(String((await once(socket, 'data'))[0])).toBe('101');
    expect(dials).toBe(3);
    spare.opened('localhost', port);
    await untilSeen(4);
  });

  it('is none for sessions that come singly', async () => {
    await session();
    clock.advance(10_001);
    await session();
    expect(dials).toBe(2);
    expect(clock.pending).toBe(0);
  });

  it('is taken while it is being dialled', async () => {
    await session();
    await session();
    expect(await session()).toBe(true);
    // The third session's own spare is under way by now.
    expect(dials).toBe(4);
  });

  it('is closed after ten seconds', async () => {
    await busy();
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    clock.advance(10_000);
    await untilClosed(2);
    expect(await session()).toBe(false);
  });

  it.each([
    ['its channel closes', () => channel.abort()],
    ['the way may have changed', () => spare.clear()],
    ['another channel opens', () => spare.follow(new AbortController().signal)],
  ])('is closed when %s', async (_name, happens) => {
    await busy();
    happens();
    await untilClosed(2);
    expect(clock.pending).toBe(0);
    expect(await session()).toBe(false);
  });

  it('is not dialled without a channel', async () => {
    channel.abort();
    await session();
    await session();
    expect(dials).toBe(2);
  });

  it.each([
    ['closes it', (socket: TLSSocket) => socket.end()],
    ['cuts it off', (socket: TLSSocket) => socket.destroy()],
    ['speaks unasked', (socket: TLSSocket) => socket.write('HTTP/1.1 408 Request Timeout\r\n\r\n')],
  ])('is not used when the relay %s', async (_name, happens) => {
    await busy();
    await vi.waitFor(() => expect(clock.pending).toBe(1));
    happens(seen[2]!);
    // It was noticed when its timer is gone.
    await vi.waitFor(() => expect(clock.pending).toBe(0));
    expect(await session()).toBe(false);
  });

  it('is not used for another host of the relay', async () => {
    await busy();
    // The certificate names localhost alone: a dial of its own is what fails here.
    const other = spare.dial('127.0.0.1', port, 5_000, channel.signal);
    await expect(other).rejects.toMatchObject({ code: 'HCM2011' });
    expect(await session()).toBe(true);
  });

  it('that can’t be dialled is no failure: the session dials for itself', async () => {
    await session();
    failure = new Error('no network');
    await session().catch(() => undefined);
    spare.opened('localhost', port);
    await vi.waitFor(() => expect(dials).toBe(3));
    failure = undefined;
    expect(await session()).toBe(false);
  });

  it('whose taker gives up while it is dialled is closed', async () => {
    await session();
    await session();
    const stop = new AbortController();
    const taken = spare.dial('localhost', port, 5_000, stop.signal);
    stop.abort(new Error('killed'));
    await expect(taken).rejects.toThrow('killed');
    expect(dials).toBe(3);
    await vi.waitFor(() => expect(seen.slice(2).every(({ destroyed }) => destroyed)).toBe(true));
  });
});
