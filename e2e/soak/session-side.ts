/**
 * One end of one session: sends its bytes, checks the ones that come, and says how it ended. Owns the socket.
 *
 * Invariant: it settles once the socket is closed, whoever closed it.
 */
import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
// Node's own sockets report a reset as an end and can hang when they are reset: what judges ends needs the same remedies as
// what passes them on.
import { makeEndCertain } from '../../electron/engine/tunnel/certain-end.ts';
import { resetSocket } from '../../electron/engine/tunnel/reset-socket.ts';
import type { ByteFlow } from './byte-flow.ts';

export interface SideOptions {
  readonly socket: Socket;
  /** Null: sends back what it gets. */
  readonly send: ByteFlow | null;
  readonly receive: ByteFlow;
  readonly startSending: 'now' | 'after-end';
  /** Before the first byte; none when left out. */
  readonly sendAfterMs?: number;
  readonly readsPerSecond: number;
  /** Resets the connection once this many bytes went through this end; null: never. */
  readonly abortAfterBytes: number | null;
  readonly onBytes: (bytes: number) => void;
}

export interface SideEnd {
  readonly received: number;
  /** Place of the first chunk with a wrong byte in it, or one too many. */
  readonly wrongAt: number | null;
  /** The other end ended its direction in order. */
  readonly sawEnd: boolean;
  /** All was handed over to the socket and the direction ended. */
  readonly sentAll: boolean;
  readonly aborted: boolean;
  /** SHA-256 of what came. */
  readonly digest: string;
  readonly error: string;
}

export class SessionSide {
  readonly #options: SideOptions;
  readonly #started = performance.now();
  readonly #hash = createHash('sha256');
  #received = 0;
  #wrongAt: number | null = null;
  #sawEnd = false;
  #sentAll = false;
  #aborted = false;
  #error = '';
  #moved = 0;

  constructor(options: SideOptions) {
    this.#options = options;
  }

  run(): Promise<SideEnd> {
    const { socket, startSending, send } = this.#options;
    return new Promise((resolve) => {
      if (socket.closed) {
        resolve(this.#end());
        return;
      }
      makeEndCertain(socket);
      socket.on('error', (error: NodeJS.ErrnoException) => (this.#error = error.code ?? error.message));
      socket.on('data', (chunk: Buffer) => this.#take(chunk));
      socket.on('end', () => {
        this.#sawEnd = true;
        if (send === null) socket.end(() => (this.#sentAll = true));
        else if (startSending === 'after-end') void this.#send(send);
      });
      socket.on('close', () => resolve(this.#end()));
      if (send !== null && startSending === 'now') void this.#send(send);
      this.#abortWhenDue();
      socket.resume();
    });
  }

  #take(chunk: Buffer): void {
    const { socket, receive, send, readsPerSecond } = this.#options;
    if (this.#wrongAt === null && !receive.matches(chunk)) this.#wrongAt = this.#received;
    this.#hash.update(chunk);
    this.#received += chunk.length;
    this.#count(chunk.length);
    if (send === null && !socket.write(chunk)) {
      socket.pause();
      socket.once('drain', () => socket.resume());
    }
    const aheadMs = (this.#received / readsPerSecond) * 1000 - (performance.now() - this.#started);
    if (aheadMs < 5) return;
    socket.pause();
    void pause(aheadMs).then(() => socket.resume());
  }

  async #send(flow: ByteFlow): Promise<void> {
    const { socket, sendAfterMs = 0 } = this.#options;
    if (sendAfterMs > 0) await pause(sendAfterMs);
    for (let part = flow.next(); part.length > 0; part = flow.next()) {
      if (socket.destroyed || this.#aborted) return;
      if (!socket.write(part)) await drained(socket);
      this.#count(part.length);
    }
    if (!socket.destroyed && !this.#aborted) socket.end(() => (this.#sentAll = true));
  }

  #count(bytes: number): void {
    this.#moved += bytes;
    this.#options.onBytes(bytes);
    this.#abortWhenDue();
  }

  #abortWhenDue(): void {
    const { socket, abortAfterBytes } = this.#options;
    if (abortAfterBytes === null || this.#moved < abortAfterBytes || this.#aborted) return;
    this.#aborted = true;
    if (socket.connecting) socket.once('connect', () => resetSocket(socket));
    else resetSocket(socket);
  }

  #end(): SideEnd {
    return {
      received: this.#received,
      wrongAt: this.#wrongAt,
      sawEnd: this.#sawEnd,
      sentAll: this.#sentAll,
      aborted: this.#aborted,
      digest: this.#hash.digest('hex'),
      error: this.#error,
    };
  }
}

/** Settles at `drain`, and when there will be none. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.once('drain', done);
    socket.once('close', done);
    if (socket.destroyed) done();
  });
}
