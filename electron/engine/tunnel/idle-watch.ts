/**
 * Notices that a session carries nothing any more. One coarse timer, and only while a limit is set: nothing is done per
 * chunk, so an end may come up to a quarter of the limit late.
 */
import type { Clock, Disposer } from '../clock.ts';

export interface IdleWatchPorts {
  readonly clock: Clock;
  /** 0: never. */
  readonly timeoutMs: () => number;
  /** Differs whenever something moved since the last look. */
  readonly progress: () => number;
  /** Nothing may move just now: that isn't the session's silence. */
  readonly isHeldBack: () => boolean;
  readonly onIdle: (quietMs: number) => void;
}

const looksPerTimeout = 4;

export class IdleWatch {
  readonly #ports: IdleWatchPorts;
  #progress = Number.NaN;
  #movedAtMs = 0;
  #cancel: Disposer | undefined;

  constructor(ports: IdleWatchPorts) {
    this.#ports = ports;
  }

  /** Begins, or takes a changed limit in; how long it was quiet so far still counts. */
  follow(): void {
    this.stop();
    const { clock, timeoutMs, progress, isHeldBack, onIdle } = this.#ports;
    const limitMs = timeoutMs();
    if (limitMs <= 0) return;
    const now = progress();
    if (now !== this.#progress || isHeldBack()) {
      this.#progress = now;
      this.#movedAtMs = clock.monotonicMs();
    }
    const quietMs = clock.monotonicMs() - this.#movedAtMs;
    if (quietMs >= limitMs) onIdle(quietMs);
    else {
      const lookMs = Math.min(limitMs / looksPerTimeout, limitMs - quietMs);
      this.#cancel = clock.after(lookMs, () => this.follow());
    }
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }
}
