/**
 * Calls of all clients of one address, one in each turn of the event loop: between two of them tunnels carry on, however
 * fast clients ask. Owns the queue.
 *
 * Invariant: turns come in the order in which they were asked for, and each of them comes.
 */
export class LoopTurns {
  readonly #waiting: (() => void)[] = [];

  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      if (this.#waiting.length === 1) setImmediate(this.#give);
    });
  }

  readonly #give = (): void => {
    this.#waiting.shift()?.();
    if (this.#waiting.length > 0) setImmediate(this.#give);
  };
}
