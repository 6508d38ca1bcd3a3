import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedRead, takeChunks } from './shared-read.ts';

let server: Server;
const sockets: Socket[] = [];

beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

/** A socket that shares the buffer, not read yet, and the other end. */
async function pair(): Promise<{ near: Socket; far: Socket }> {
  const { onread, belongsTo } = sharedRead();
  const arrived = once(server, 'connection');
  const { port } = server.address() as AddressInfo;
  const near = connect({ port, host: '127.0.0.1', onread, allowHalfOpen: true });
  belongsTo(near);
  near.pause();
  const [far] = (await arrived) as [Socket];
  sockets.push(near, far);
  if (near.connecting) await once(near, 'connect');
  return { near, far };
}

/** Everything until the end, copied at once. */
async function readAll(socket: Socket): Promise<Buffer> {
  const chunks: Buffer[] = [];
  takeChunks(socket, (chunk) => chunks.push(Buffer.from(chunk)));
  const ended = once(socket, 'end');
  socket.resume();
  await ended;
  return Buffer.concat(chunks);
}

describe('a read buffer that sockets share', () => {
  it('brings each what is its own, whole and in order, though they are read at the same time', async () => {
    const pairs = [await pair(), await pair(), await pair()];
    const sent = pairs.map(() => randomBytes(2_000_000));
    pairs.forEach(({ far }, index) => far.end(sent[index] ?? ''));
    const received = await Promise.all(pairs.map(({ near }) => readAll(near)));
    expect(received.map((bytes, index) => bytes.equals(sent[index] ?? Buffer.alloc(0)))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('loses nothing that came before anybody took it, and nothing while paused', async () => {
    const { near, far } = await pair();
    const chunks: string[] = [];
    far.write('early');
    takeChunks(near, (chunk) => {
      chunks.push(chunk.toString());
      near.pause();
    });
    near.resume();
    while (chunks.length < 1) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => far.end('late', () => resolve(undefined)));
    expect(chunks).toEqual(['early']);
    const ended = once(near, 'end');
    near.on('pause', () => setImmediate(() => near.resume()));
    near.resume();
    await ended;
    expect(chunks).toEqual(['early', 'late']);
  });

  it('reads a socket of anybody else’s by its events', async () => {
    const { near, far } = await pair();
    near.end('from the other side');
    expect((await readAll(far)).toString()).toBe('from the other side');
  });
});
