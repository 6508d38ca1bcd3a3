import { once } from 'node:events';
import type { Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:tls';
import { expect, it } from 'vitest';
import { makeCertificates } from './certificate-maker.ts';
import { SecureSockets } from './secure-sockets.ts';

it.each([0, 1, 2, 3, 4])(
  'resets a connection whose end is on its way for %d turns, and leaves nothing open',
  async (turns) => {
    const { caPem, certPem, keyPem } = await makeCertificates(Date.now());
    const server = createServer({ cert: certPem, key: keyPem });
    const sockets = new SecureSockets();
    // An HTTP server would end what isn't HTTP by itself.
    sockets.watch(server as unknown as Server);
    const rawClosed = new Promise<void>((resolve) => {
      server.on('connection', (raw: Socket) => raw.once('close', () => resolve()));
    });
    server.on('secureConnection', (secure: Socket) => {
      secure.once('data', () => {
        secure.end('bye');
        afterTurns(turns, () => sockets.reset(secure));
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const client = connect({ port, host: '127.0.0.1', ca: caPem, servername: 'localhost' }, () =>
      client.write('x'),
    );
    client.on('error', () => undefined).resume();
    await rawClosed;
    expect(await new Promise((resolve) => server.getConnections((_error, count) => resolve(count)))).toBe(0);
    client.destroy();
    server.close();
    await once(server, 'close');
  },
);

function afterTurns(turns: number, action: () => void): void {
  if (turns === 0) action();
  else setImmediate(() => afterTurns(turns - 1, action));
}
