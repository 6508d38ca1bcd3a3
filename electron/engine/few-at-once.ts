/**
 * Lets a few pieces of work run at the same time; a further one waits for its turn, and beyond a limit it is refused.
 *
 * Invariant: a piece of work that waits leaves the queue when its signal ends it.
 */
import { HcmError } from '../contract/errors.ts';

export interface FewAtOnceLimits {
  readonly running: number;
  readonly waiting: number;
}

export class FewAtOnce {
  readonly #limits: FewAtOnceLimits;
  readonly #waiting = new Set<() => void>();
  #running = 0;

  constructor(limits: FewAtOnceLimits) {
    this.#limits = limits;
  }

  /** @throws HcmError HCM5005 when too many wait already; the signal's reason when it ended while waiting. */
  async run<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value> {
    signal.throwIfAborted();
    if (this.#running < this.#limits.running) this.#running += 1;
    else await this.#turn(signal);
    try {
      return await work();
    } finally {
      this.#next();
    }
  }

  #turn(signal: AbortSignal): Promise<void> {
    if (this.#waiting.size >= this.#limits.waiting) throw new HcmError('HCM5005', { reason: 'busy' });
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        this.#waiting.delete(go);
        reject(signal.reason as Error);
      };
      const go = (): void => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      signal.addEventListener('abort', leave, { once: true });
      this.#waiting.add(go);
    });
  }

  /** Whoever waits longest takes the place over. */
  #next(): void {
    const [next] = this.#waiting;
    if (next === undefined) this.#running -= 1;
    else {
      this.#waiting.delete(next);
      next();
    }
  }
}
