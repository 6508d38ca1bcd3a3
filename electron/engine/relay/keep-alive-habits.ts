/**
 * How each relay host likes to be kept awake. Pings tell most and are the habit; a service that drops a channel because
 * of one gets unsolicited Pongs instead, and TCP's own keep-alive watches the line (relay-protocol §3.8). Kept for the
 * life of the process.
 *
 * Invariants: a host that ever answered a Ping is always pinged; a host that drops channels without a Ping as well is
 * pinged again.
 */
import type { Logger } from '../log/logger.ts';

export type KeepAliveHabit = 'ping' | 'pong';

export class KeepAliveHabits {
  readonly #log: Logger;
  readonly #answers = new Set<string>();
  readonly #dislikesPings = new Set<string>();

  constructor(log: Logger) {
    this.#log = log;
  }

  of(host: string): KeepAliveHabit {
    return this.#dislikesPings.has(host) ? 'pong' : 'ping';
  }

  answered(host: string): void {
    this.#answers.add(host);
  }

  /** A channel ended right after its first sign of life from us, and without an answer to it. */
  dropped(host: string, after: KeepAliveHabit): void {
    if (after === 'pong') {
      if (this.#dislikesPings.delete(host)) this.#log.warn('keep-alive by Ping again', { host });
      return;
    }
    if (this.#answers.has(host) || this.#dislikesPings.has(host)) return;
    this.#dislikesPings.add(host);
    this.#log.warn('keep-alive by Pong: the relay ended a channel at its first Ping', { host });
  }
}
