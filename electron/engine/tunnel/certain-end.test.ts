import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeEndCertain } from './certain-end.ts';

const rounds = 100;
const part = Buffer.alloc(64 * 1024, 'x');

let server: Server;
const sockets: Socket[] = [];

beforeEach(async () => {
  server = createServer({ allowHalfOpen: true, pauseOnConnect: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy();
  server.close();
});

async function pair(): Promise<{ readonly near: Socket; readonly far: Socket }> {
  const arrived = once(server, 'connection');
  const far = connect({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    allowHalfOpen: true,
  });
  const [near] = (await arrived) as [Socket];
  if (far.connecting) await once(far, 'connect');
  sockets.push(near, far);
  far.on('error', () => undefined);
  return { near, far };
}

/** How reading `near` ended, and how much came before. */
function read(near: Socket): Promise<{ readonly how: string; readonly bytes: number }> {
  return new Promise((resolve) => {
    let bytes = 0;
    near.on('data', (chunk: Buffer) => (bytes += chunk.length));
    near.once('error', (error: NodeJS.ErrnoException) => resolve({ how: error.code ?? '', bytes }));
    near.once('end', () => resolve({ how: 'end', bytes }));
    near.resume();
  });
}

/** Writes some parts and waits until they have left. */
async function write(far: Socket, parts: number): Promise<void> {
  for (let index = 0; index < parts; index++) {
    if (!far.write(part)) await once(far, 'drain');
  }
}

describe.each([
  ['that is open', false],
  ['whose own direction has ended', true],
])('the end of a socket %s', (_what, halfClosed) => {
  it('is never what a reset looks like, however much came before it', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < rounds; round++) {
      const { near, far } = await pair();
      makeEndCertain(near);
      const result = read(near);
      far.resume();
      if (halfClosed) {
        near.end();
        await once(far, 'end');
      }
      await write(far, round % 8);
      far.resetAndDestroy();
      seen.add((await result).how);
    }
    expect([...seen]).toEqual(['ECONNRESET']);
  });

  it('comes once, after all bytes, when it is one', async () => {
    for (let round = 0; round < rounds; round++) {
      const { near, far } = await pair();
      makeEndCertain(near);
      const result = read(near);
      let ends = 0;
      near.on('end', () => ends++);
      far.resume();
      if (halfClosed) {
        near.end();
        await once(far, 'end');
      }
      await write(far, round % 8);
      const closed = once(near, 'close');
      far.end();
      expect(await result).toEqual({ how: 'end', bytes: (round % 8) * part.length });
      near.end();
      await closed;
      expect(ends).toBe(1);
    }
  });
});

it('the end comes to a reader that reads late', async () => {
  const { near, far } = await pair();
  makeEndCertain(near);
  far.end(part);
  await once(far, 'finish');
  expect(await read(near)).toEqual({ how: 'end', bytes: part.length });
});
