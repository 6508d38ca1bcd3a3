/**
 * Which limit turned senders away last, how often and when: what the window shows until an hour has passed without. Owns
 * the timer that forgets.
 */
import type { LimitHit } from '../../contract/connection-view.ts';
import { toErrorData, type HcmError } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';
import type { Logger } from '../log/logger.ts';

export interface LimitHitsPorts {
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
  readonly onChange: () => void;
}

const rememberedMs = 60 * 60_000;
/** A sender that tries again and again fills no log. */
const logIntervalMs = 60_000;

export class LimitHits {
  readonly #ports: LimitHitsPorts;
  #last: LimitHit | null = null;
  #hitMs = 0;
  #loggedMs = Number.NEGATIVE_INFINITY;
  #cancelForget: Disposer | undefined;
  #disposed = false;

  constructor(ports: LimitHitsPorts) {
    this.#ports = ports;
  }

  /** Another object with every hit. */
  get last(): LimitHit | null {
    return this.#last;
  }

  note(limit: HcmError): void {
    // A session that was cut ends a moment after its connection has gone.
    if (this.#disposed) return;
    const { clock, log, onChange } = this.#ports;
    const problem = toErrorData(limit);
    const isSame = this.#last?.problem.code === problem.code;
    this.#last = { problem, at: clock.now(), times: isSame && this.#last ? this.#last.times + 1 : 1 };
    this.#hitMs = clock.monotonicMs();
    if (!isSame || this.#hitMs - this.#loggedMs >= logIntervalMs) {
      this.#loggedMs = this.#hitMs;
      log.warn('sender turned away at a limit', { problem, times: this.#last.times });
    }
    if (this.#cancelForget === undefined) this.#forgetLater(rememberedMs);
    onChange();
  }

  dispose(): void {
    this.#disposed = true;
    this.#cancelForget?.();
    this.#cancelForget = undefined;
  }

  #forgetLater(delayMs: number): void {
    const { clock, onChange } = this.#ports;
    this.#cancelForget = clock.after(delayMs, () => {
      this.#cancelForget = undefined;
      const leftMs = rememberedMs - (clock.monotonicMs() - this.#hitMs);
      if (leftMs > 0) {
        this.#forgetLater(leftMs);
        return;
      }
      this.#last = null;
      onChange();
    });
  }
}
