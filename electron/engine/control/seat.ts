/**
 * A listening control socket under a name of its own. Owns the server and every socket it accepted.
 *
 * Invariants: from the first moment on it greets whoever connects, as `busy` until somebody serves; at most
 * `maxClients` at a time; after `close` no socket of it lives.
 */
import { createServer, type Server, type Socket } from 'node:net';
import { contractVersion } from '../../contract/api.ts';
import type { Clock, Disposer } from '../clock.ts';
import { createNonce } from './handshake.ts';
import type { Hello } from './wire.ts';

export const maxClients = 64;

/** How long a client may take to read a `busy` greeting. */
const greetingTimeoutMs = 1_000;

export type Welcome = (socket: Socket) => void;

export interface SeatOptions {
  readonly instance: string;
  /** Our product's version, as clients are told. */
  readonly version: string;
  readonly clock: Clock;
}

export class Seat {
  readonly instance: string;
  readonly server: Server;
  readonly #options: SeatOptions;
  readonly #sockets = new Set<Socket>();
  #welcome: Welcome | undefined;
  #closed: Promise<void> | undefined;

  /** Rejects with the error of the operating system when the path can't be bound. */
  static open(path: string, options: SeatOptions): Promise<Seat> {
    return new Promise((resolve, reject) => {
      const seat = new Seat(options);
      seat.server.once('error', reject);
      seat.server.listen({ path, exclusive: true }, () => {
        seat.server.off('error', reject);
        // An accept that failed (descriptors used up) is that client's trouble only.
        seat.server.on('error', () => undefined);
        resolve(seat);
      });
    });
  }

  private constructor(options: SeatOptions) {
    this.instance = options.instance;
    this.#options = options;
    this.server = createServer((socket) => this.#accept(socket));
    this.server.maxConnections = maxClients;
  }

  /** Who takes new connections from now on; undefined: greeted as `busy`. */
  welcome(welcome: Welcome | undefined): void {
    this.#welcome = welcome;
  }

  hello(state: Hello['state']): Hello {
    return {
      contractVersion,
      version: this.#options.version,
      nonce: createNonce(),
      instance: this.instance,
      state,
    };
  }

  close(): Promise<void> {
    this.#closed ??= new Promise((resolve) => {
      this.server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
    return this.#closed;
  }

  #accept(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => undefined);
    if (this.#welcome === undefined) this.#greetAsBusy(socket);
    else this.#welcome(socket);
  }

  #greetAsBusy(socket: Socket): void {
    const cancelTimeout: Disposer = this.#options.clock.after(greetingTimeoutMs, () => socket.destroy());
    socket.on('close', cancelTimeout);
    socket.resume();
    socket.end(`${JSON.stringify({ hello: this.hello('busy') })}\n`);
  }
}
