/**
 * Notices a channel that looks alive and that the relay has forgotten: no app could come through it, and nothing would
 * ever fail (plan §5.3). The relay's own count of listeners tells. Owns the timer of the second look.
 *
 * Invariants: one low count is no proof, since counts lag; a channel is given time to be counted; when replacing it
 * changes nothing, it is done ever more rarely.
 */
import { HcmError, toErrorData } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';
import type { Logger } from '../log/logger.ts';

export interface ZombieWatchPorts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly name: () => string;
  /** Asks the relay for its count again. */
  readonly look: (signal: AbortSignal) => Promise<void>;
  readonly replace: () => Promise<unknown>;
  readonly times: ZombieTimes;
}

export interface ZombieTimes {
  /** A channel this young may not be counted yet, milliseconds. */
  readonly settleMs: number;
  /** Between the first low count and the look that confirms it, milliseconds. */
  readonly confirmMs: number;
  /** Between two replacements in a row, milliseconds; doubled each time. */
  readonly againMs: number;
}

export const defaultZombieTimes: ZombieTimes = {
  settleMs: 30_000,
  confirmMs: 8_000,
  againMs: 5 * 60_000,
};

/** Of this connection: a second channel lives for moments. */
const ownListeners = 1;
const maxAgainMs = 60 * 60_000;

export class ZombieWatch {
  readonly #ports: ZombieWatchPorts;
  #untilClosed: AbortSignal | undefined;
  #openedMs = 0;
  /** When the second look may count; undefined while there is no suspicion. */
  #confirmFromMs: number | undefined;
  #cancelLook: Disposer | undefined;
  #againMs: number;
  #notBeforeMs = 0;

  constructor(ports: ZombieWatchPorts) {
    this.#ports = ports;
    this.#againMs = ports.times.againMs;
  }

  /** The connection is online until the signal says otherwise. */
  follow(untilClosed: AbortSignal): void {
    this.#untilClosed = untilClosed;
    this.#openedMs = this.#ports.clock.monotonicMs();
    this.#trust();
    untilClosed.addEventListener('abort', () => this.#trust(), { once: true });
  }

  /** @param count listeners of all hosts as the relay counts them; null when it doesn't say */
  counted(count: number | null): void {
    if (this.#untilClosed?.aborted !== false) return;
    if (count === null || count >= ownListeners) {
      this.#trust();
      this.#againMs = this.#ports.times.againMs;
      return;
    }
    const now = this.#ports.clock.monotonicMs();
    if (this.#confirmFromMs === undefined) this.#suspect(now);
    else if (now >= this.#confirmFromMs) this.#replace(now);
  }

  #suspect(now: number): void {
    const { clock, times, look } = this.#ports;
    const settledMs = this.#openedMs + times.settleMs;
    this.#confirmFromMs = Math.max(now + times.confirmMs, settledMs);
    const signal = this.#untilClosed;
    this.#cancelLook = clock.after(this.#confirmFromMs - now, () => {
      if (signal !== undefined) void look(signal);
    });
  }

  #replace(now: number): void {
    const { log, name, replace } = this.#ports;
    this.#trust();
    if (now < this.#notBeforeMs) return;
    this.#notBeforeMs = now + this.#againMs;
    this.#againMs = Math.min(this.#againMs * 2, maxAgainMs);
    this.#openedMs = now;
    log.warn('the relay does not count this host', {
      problem: toErrorData(new HcmError('HCM2037', { name: name() })),
    });
    void replace();
  }

  #trust(): void {
    this.#cancelLook?.();
    this.#confirmFromMs = undefined;
  }
}
