import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { resetSocket } from './reset-socket.ts';

let server: Server;
let near: Socket;
let far: Socket;

beforeEach(async () => {
  server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const arrived = once(server, 'connection');
  near = connect({
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    allowHalfOpen: true,
  });
  [far] = (await arrived) as [Socket];
  if (near.connecting) await once(near, 'connect');
});

afterEach(() => {
  near.destroy();
  far.destroy();
  server.close();
});

describe('resetSocket', () => {
  it('is seen as a reset by the other end', async () => {
    const seen = once(far, 'close').catch((error: unknown) => error);
    far.resume();
    resetSocket(near);
    expect(await seen).toMatchObject({ code: 'ECONNRESET' });
  });

  // Not what the other end sees: behind bytes or a FIN, libuv reports a reset as an end.
  it.each<readonly [string, () => void]>([
    ['an open socket', () => undefined],
    ['a socket with bytes on the way', () => void near.write(Buffer.alloc(8 * 1024 * 1024))],
    ['a socket whose FIN waits behind bytes', () => void near.end(Buffer.alloc(8 * 1024 * 1024))],
    ['a socket whose FIN is just being sent', () => void near.end()],
  ])('closes %s without an error', async (_what, prepare) => {
    const closed = once(near, 'close');
    prepare();
    resetSocket(near);
    resetSocket(near);
    await closed;
    expect(near.destroyed).toBe(true);
  });

  it('does nothing to a socket that is gone', async () => {
    near.destroy();
    await once(near, 'close');
    resetSocket(near);
    expect(near.errored).toBeNull();
  });
});
