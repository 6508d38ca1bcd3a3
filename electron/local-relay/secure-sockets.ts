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
  readonly #secureOf = new WeakMap<Socket, Socket>();

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
      if (raw !== undefined) {
        this.#rawOf.set(secure, raw);
        this.#secureOf.set(raw, secure);
      }
      secure.on('error', () => undefined);
    });
  }

  /** Cuts a connection off with a TCP reset. */
  reset(secure: Socket): void {
    const raw = this.#rawOf.get(secure);
    if (raw === undefined || raw.destroyed) secure.destroy();
    else resetBoth(raw, secure);
  }

  resetAll(): void {
    for (const raw of [...this.#rawByPeer.values()]) resetBoth(raw, this.#secureOf.get(raw));
  }
}

/**
 * libuv refuses the reset while a FIN is being sent, and Node then never closes the socket: it would stay open for ever and
 * keep the process from ending. That lasts for a turn, until `finish`.
 */
function resetBoth(raw: Socket, secure: Socket | undefined): void {
  if (raw.destroyed) return;
  const isSendingFin =
    secure !== undefined && !secure.destroyed && secure.writableEnded && !secure.writableFinished;
  if (isSendingFin && secure.writableLength === 0) {
    secure.once('finish', () => resetBoth(raw, secure));
    return;
  }
  raw.resetAndDestroy();
  secure?.destroy();
}

function peerKey(socket: Socket): string {
  return `${socket.remoteAddress ?? ''} ${String(socket.remotePort ?? 0)} ${socket.localAddress ?? ''}`;
}
