/**
 * How long a dial may take, in steps: each step says what its time-out means. Owns the timer and the listener on the
 * caller's signal; both are gone after `end`.
 */
import { HcmError } from '../../contract/errors.ts';

export class DialLimit {
  readonly #stop = new AbortController();
  readonly #endsAtMs: number;
  readonly #outer: AbortSignal | undefined;
  readonly #timer: NodeJS.Timeout;
  #late: () => HcmError;

  /** @param late what a time-out means before any step has begun. */
  constructor(timeoutMs: number, outer: AbortSignal | undefined, late: () => HcmError) {
    this.#endsAtMs = performance.now() + timeoutMs;
    this.#outer = outer;
    this.#late = late;
    this.#timer = setTimeout(() => this.#stop.abort(this.#late()), timeoutMs);
    outer?.addEventListener('abort', this.#onOuter, { once: true });
    if (outer?.aborted === true) this.#onOuter();
  }

  /** Its reason is an Error: the caller's, or what the time-out means. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  get reason(): Error {
    const reason: unknown = this.#stop.signal.reason;
    return reason instanceof Error ? reason : new HcmError('HCM3123');
  }

  get leftMs(): number {
    return Math.max(1, this.#endsAtMs - performance.now());
  }

  /** From now on a time-out means this. */
  step(late: () => HcmError): void {
    this.#late = late;
  }

  /** What `work` gives, or the reason when time is over or the caller had enough before. */
  async orAbort<Value>(work: Promise<Value>): Promise<Value> {
    let stop = (): void => undefined;
    const aborted = new Promise<never>((_resolve, reject) => {
      stop = (): void => reject(this.reason);
      this.signal.addEventListener('abort', stop, { once: true });
      if (this.signal.aborted) stop();
    });
    try {
      return await Promise.race([work, aborted]);
    } finally {
      this.signal.removeEventListener('abort', stop);
    }
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#outer?.removeEventListener('abort', this.#onOuter);
  }

  readonly #onOuter = (): void => {
    const reason: unknown = this.#outer?.reason;
    this.#stop.abort(reason instanceof Error ? reason : new HcmError('HCM3123'));
  };
}
