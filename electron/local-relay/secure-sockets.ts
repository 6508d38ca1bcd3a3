/**
 * The TCP sockets below the TLS connections. Owns every connection of the server.
 *
 * Why: a reset (RST) can only be sent through the TCP socket itself, and it is how the relay tells one peer that the other
 * was cut off; a TLS socket's `destroy` looks like a clean end (relay-protocol §4.2, §9.1 rows 15 and 16).
 */
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';

/** Peers that vanish without a word are noticed by TCP itself. */
const keepAliveDelayMs = 30_000;

export class SecureSockets {
  readonly #rawByPeer = new Map<string, Socket>();
  readonly #rawOf = new WeakMap<object, Socket>();

  watch(server: Server): void {
    server.on('connection', (raw: Socket) => {
      const peer = peerKey(raw);
      this.#rawByPeer.set(peer, raw);
      raw.setNoDelay(true);
      raw.setKeepAlive(true, keepAliveDelayMs);
      // The TLS layer reports errors too; without this one a reset during the handshake would be thrown.
      raw.on('error', () => undefined);
      raw.once('close', () => {
        if (this.#rawByPeer.get(peer) === raw) this.#rawByPeer.delete(peer);
      });
    });
    server.on('secureConnection', (secure: TLSSocket) => {
      const raw = this.#rawByPeer.get(peerKey(secure));
      if (raw !== undefined) this.#rawOf.set(secure, raw);
      secure.on('error', () => undefined);
    });
  }

  /** Cuts a connection off with a TCP reset. */
  reset(secure: Socket): void {
    const raw = this.#rawOf.get(secure);
    if (raw !== undefined && !raw.destroyed) raw.resetAndDestroy();
    secure.destroy();
  }

  resetAll(): void {
    for (const raw of [...this.#rawByPeer.values()]) raw.resetAndDestroy();
  }
}

function peerKey(socket: Socket): string {
  return `${socket.remoteAddress ?? ''} ${String(socket.remotePort ?? 0)} ${socket.localAddress ?? ''}`;
}
