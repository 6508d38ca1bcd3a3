/**
 * A web server with TLS on a free loopback port. Owns its sockets.
 *
 * Invariant: after `close` no socket of it is left.
 */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import { Socket, type AddressInfo } from 'node:net';
import type { RelayCertificate } from './relay-namespace.ts';

export class TlsServer {
  /** Ports of those who connected, in that order: who they were, and by which way they came. */
  readonly peers: number[] = [];
  readonly #server: Server;

  constructor(
    { certPem, keyPem }: RelayCertificate,
    onRequest: (request: IncomingMessage, response: ServerResponse) => void,
  ) {
    this.#server = createServer({ cert: certPem, key: keyPem, minVersion: 'TLSv1.2' }, onRequest);
    this.#server.on('connection', (socket) => {
      if (socket instanceof Socket) this.peers.push(socket.remotePort ?? 0);
    });
  }

  async listen(): Promise<void> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
  }

  /** `https://localhost:PORT` */
  get origin(): string {
    return `https://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

const maxBodyBytes = 256 * 1024;

export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBodyBytes) throw new RangeError('the body is too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
