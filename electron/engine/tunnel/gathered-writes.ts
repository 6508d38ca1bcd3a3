/**
 * Writes to a TCP socket so that what comes in one turn of the event loop leaves in one system call: a relay's frames come
 * in TLS records of at most 16 KiB, and often a header in one of its own. Owns when the socket is corked.
 *
 * Invariants: order stays; nothing waits longer than the turn; what waits is bounded by `maxWaitingBytes` and one read.
 */
import type { Writable } from 'node:stream';

const maxWaitingBytes = 256 * 1024;

export class GatheredWrites {
  readonly #socket: Writable;
  #isGathering = false;
  readonly #send = (): void => {
    this.#isGathering = false;
    this.#socket.uncork();
  };

  constructor(socket: Writable) {
    this.#socket = socket;
  }

  /** @returns false when the source should wait for the socket's `drain`. */
  write(part: Buffer): boolean {
    if (!this.#isGathering) {
      this.#isGathering = true;
      this.#socket.cork();
      setImmediate(this.#send);
    }
    return this.#socket.write(part) || this.#socket.writableLength < maxWaitingBytes;
  }
}
