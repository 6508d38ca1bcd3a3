import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeClock } from '../testing/fake-clock.ts';
import { FrameSocket, type FrameSocketHandler } from './frame-socket.ts';
import { closePayload, encodeFrame, FrameDecoder, FrameError, opcodes, type CloseInfo } from './frames.ts';

const times = { pingIntervalMs: 60_000, pongTimeoutMs: 20_000, finishTimeoutMs: 5_000 };

let server: Server;
let near: Socket;
let far: Socket;
let clock: FakeClock;

beforeEach(async () => {
  clock = new FakeClock();
  server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const arrived = once(server, 'connection');
  near = connect((server.address() as AddressInfo).port, '127.0.0.1');
  [far] = (await arrived) as [Socket];
  far.on('error', () => undefined);
  if (near.connecting) await once(near, 'connect');
});

afterEach(() => {
  near.destroy();
  far.destroy();
  server.close();
});

/** What the handler was told, and how a test waits for it. */
function recorder() {
  const told: string[] = [];
  const waiting = new Map<string, () => void>();
  const tell = (what: string): void => {
    told.push(what);
    waiting.get(what.split(' ')[0] ?? '')?.();
  };
  const handler: FrameSocketHandler = {
    onData: (part) => tell(`data ${part.toString()}`),
    onClose: ({ code, reason }) => tell(`close ${code} ${reason}`),
    onDrain: () => tell('drain'),
    onAbort: (cause) => tell(`abort ${cause instanceof FrameError ? 'FrameError' : cause.message}`),
    onFinished: () => tell('finished'),
  };
  const until = (kind: string): Promise<void> =>
    told.some((what) => what.split(' ')[0] === kind)
      ? Promise.resolve()
      : new Promise((resolve) => waiting.set(kind, resolve));
  return { told, handler, until };
}

/** The far end's view: what our frames say. */
function reader() {
  const seen: string[] = [];
  let wake = (): void => undefined;
  const note = (what: string): void => {
    seen.push(what);
    wake();
  };
  const decoder = new FrameDecoder('server', {
    onData: (part) => note(`data ${part.toString()}`),
    onPing: (payload) => note(`ping ${payload.toString()}`),
    onPong: (payload) => note(`pong ${payload.toString()}`),
    onClose: ({ code, reason }: CloseInfo) => note(`close ${code} ${reason}`),
  });
  far.on('data', (chunk: Buffer) => decoder.push(chunk));
  const until = async (what: string): Promise<void> => {
    while (!seen.includes(what)) await new Promise<void>((resolve) => (wake = resolve));
  };
  return { seen, until };
}

function send(opcode: number, payload: string | Buffer): void {
  for (const part of encodeFrame('server', opcode, true, Buffer.from(payload))) far.write(part);
}

function open(head = Buffer.alloc(0)): { frames: FrameSocket } & ReturnType<typeof recorder> {
  const frames = new FrameSocket(near, head, { clock, ...times });
  const record = recorder();
  frames.start(record.handler);
  return { frames, ...record };
}

describe('FrameSocket', () => {
  it('reads what came behind the answer, and answers pings', async () => {
    const { seen, until } = reader();
    const head = Buffer.concat([...encodeFrame('server', opcodes.binary, true, Buffer.from('early'))]);
    const { told, until: told$ } = open(head);
    expect(told).toEqual(['data early']);
    send(opcodes.ping, 'p1');
    await until('pong p1');
    send(opcodes.text, 'late');
    send(opcodes.binary, '');
    send(opcodes.close, closePayload(1000, 'x'));
    await told$('close');
    expect(told).toEqual(['data early', 'data late', 'close 1000 x']);
    expect(seen).toEqual(['pong p1']);
  });

  it('still writes after the other end’s Close, and finishes when both have said it', async () => {
    const { until } = reader();
    const { frames, told, until: told$ } = open();
    send(opcodes.close, closePayload(1000, 'first'));
    await told$('close');
    frames.write(Buffer.from('more'));
    await until('data more');
    frames.sendClose(1000, 'Shutdown');
    frames.sendClose(1000, 'again');
    frames.write(Buffer.from('never'));
    await until('close 1000 Shutdown');
    expect(told.at(-1)).toBe('finished');
    far.end();
    await once(near, 'close');
    expect(told.filter((what) => what === 'finished')).toHaveLength(1);
    expect(clock.pending).toBe(0);
  });

  it('drops a server that does not end TCP after both Closes', async () => {
    const { until } = reader();
    const { frames, until: told$ } = open();
    frames.sendClose(1000, '');
    await until('close 1000 ');
    send(opcodes.close, closePayload(1000, ''));
    await told$('finished');
    clock.advance(times.finishTimeoutMs);
    await once(near, 'close');
    expect(clock.pending).toBe(0);
  });

  it.each([
    ['the connection ends', () => far.end(), 'connection ended without a Close frame'],
    ['it is reset', () => far.resetAndDestroy(), 'read ECONNRESET'],
    ['a frame is broken', () => far.write(Buffer.from([0xff, 0xff])), 'FrameError'],
  ])('aborts when %s', async (_name, act, reason) => {
    const { told, until } = open();
    act();
    await until('abort');
    expect(told).toEqual([`abort ${reason}`]);
    expect(near.destroyed).toBe(true);
    expect(clock.pending).toBe(0);
  });

  it('finishes when the server has ended TCP before our Close frame is known to have left', () => {
    const sent: (() => void)[] = [];
    const socket = new Duplex({
      read: () => undefined,
      write: (_chunk, _encoding, done) => void sent.push(done),
    });
    const { told, handler } = recorder();
    const frames = new FrameSocket(socket, Buffer.alloc(0), { clock, ...times });
    frames.start(handler);
    frames.sendClose(1000, 'Shutdown');
    socket.emit('data', Buffer.concat(encodeFrame('server', opcodes.close, true, closePayload(1000, ''))));
    socket.emit('end');
    expect(told).toEqual(['close 1000 ']);
    for (let done = sent.shift(); done !== undefined; done = sent.shift()) done();
    expect(told).toEqual(['close 1000 ', 'finished']);
    socket.destroy();
  });

  it('aborts when the connection is lost after only one Close', async () => {
    const { told, until } = open();
    send(opcodes.close, closePayload(1000, 'x'));
    far.end();
    await until('abort');
    expect(told).toEqual(['close 1000 x', 'abort connection ended without a Close frame']);
  });

  it('says that it was lost before it was used', async () => {
    const frames = new FrameSocket(near, Buffer.alloc(0), { clock, ...times });
    // `once` of node:events would take the error for its own.
    const closed = new Promise<void>((resolve) => near.once('close', () => resolve()));
    far.resetAndDestroy();
    near.resume();
    await closed;
    const { told, handler } = recorder();
    frames.start(handler);
    expect(told).toEqual(['abort connection lost before it was used']);
  });

  it('pings an idle connection, and lives as long as it is answered', async () => {
    const { seen, until } = reader();
    const { told } = open();
    clock.advance(times.pingIntervalMs);
    clock.advance(times.pingIntervalMs);
    await until('ping ');
    send(opcodes.pong, '');
    await once(near, 'data');
    clock.advance(times.pongTimeoutMs);
    clock.advance(times.pingIntervalMs - 1);
    expect(told).toEqual([]);
    expect(seen.filter((what) => what === 'ping ')).toHaveLength(1);
  });

  it('gives an idle connection up when no ping is answered', async () => {
    const { until } = reader();
    const { told, until: told$ } = open();
    clock.advance(2 * times.pingIntervalMs);
    await until('ping ');
    clock.advance(times.pongTimeoutMs);
    await told$('abort');
    expect(told).toEqual(['abort no answer to a ping']);
    expect(clock.pending).toBe(0);
  });

  it('does not take a slow reader for a dead one: its ping waits behind what we wrote', () => {
    const { frames, told } = open();
    far.pause();
    while (frames.write(Buffer.alloc(64 * 1024)));
    for (let minutes = 0; minutes < 30; minutes++) clock.advance(60_000);
    expect(told).toEqual([]);
    far.resume();
    far.on('data', () => undefined);
  });

  it('trusts its pings again once all that it wrote has come through', async () => {
    const { until } = reader();
    const { frames, told, until: told$ } = open();
    frames.write(Buffer.from('hello'));
    clock.advance(2 * times.pingIntervalMs);
    await until('ping ');
    const answered = once(near, 'data');
    send(opcodes.pong, '');
    await answered;
    clock.advance(3 * times.pingIntervalMs);
    clock.advance(times.pongTimeoutMs);
    await told$('abort');
    expect(told).toEqual(['abort no answer to a ping']);
  });

  it('finishes only when a slow reader has taken everything, and loses nothing', async () => {
    const { frames, told, until: told$ } = open();
    send(opcodes.close, closePayload(1000, 'done'));
    await told$('close');
    far.pause();
    const reply = Buffer.alloc(8 * 1024 * 1024, 'r');
    for (let offset = 0; offset < reply.length; offset += 65_536)
      frames.write(Buffer.from(reply.subarray(offset, offset + 65_536)));
    frames.sendClose(1000, 'Shutdown');
    clock.advance(10 * times.finishTimeoutMs);
    expect(told).toEqual(['close 1000 done']);
    let received = 0;
    let close: CloseInfo | undefined;
    const decoder = new FrameDecoder('server', {
      onData: (part) => (received += part.length),
      onPing: () => undefined,
      onPong: () => undefined,
      onClose: (info) => (close = info),
    });
    far.on('data', (chunk: Buffer) => decoder.push(chunk));
    far.resume();
    await told$('finished');
    far.end();
    await once(far, 'end');
    expect(received).toBe(reply.length);
    expect(close).toEqual({ code: 1000, reason: 'Shutdown' });
  });

  it('does not take a pause of its own for silence', () => {
    const { frames, told } = open();
    frames.pause();
    clock.advance(10 * times.pingIntervalMs);
    expect(told).toEqual([]);
  });

  it('asks to wait when the other end reads nothing, and says when to go on', async () => {
    const { frames, until } = open();
    far.pause();
    let more = true;
    for (let count = 0; more && count < 1_000; count++) more = frames.write(Buffer.alloc(64 * 1024));
    expect(more).toBe(false);
    far.resume();
    await until('drain');
  });

  it('drops without a Close frame when it is terminated', async () => {
    const { seen } = reader();
    const { frames, told } = open();
    const ended = once(far, 'end');
    frames.terminate();
    frames.terminate();
    frames.write(Buffer.from('never'));
    await ended;
    expect(seen).toEqual([]);
    expect(told).toEqual([]);
    expect(clock.pending).toBe(0);
  });
});
