/**
 * A clock that stands until it is told to go on: stands in for waiting in tests of supervision. Timers run in the
 * order of their times; wall and monotonic clock can be pulled apart (`jumpWall`).
 */
import type { Clock, Disposer } from '../clock.ts';

interface Timer {
  readonly at: number;
  readonly action: () => void;
}

export class FakeClock implements Clock {
  #elapsedMs = 0;
  #wallOffsetMs: number;
  readonly #timers = new Set<Timer>();

  constructor(startMs = Date.UTC(2026, 0, 1)) {
    this.#wallOffsetMs = startMs;
  }

  now(): number {
    return this.#wallOffsetMs + this.#elapsedMs;
  }

  monotonicMs(): number {
    return this.#elapsedMs;
  }

  after(delayMs: number, action: () => void): Disposer {
    const timer = { at: this.#elapsedMs + Math.max(0, delayMs), action };
    this.#timers.add(timer);
    return () => void this.#timers.delete(timer);
  }

  get pending(): number {
    return this.#timers.size;
  }

  /** Lets `durationMs` pass and runs what falls due, in order. */
  advance(durationMs: number): void {
    const end = this.#elapsedMs + durationMs;
    for (;;) {
      const next = [...this.#timers].reduce<Timer | undefined>(
        (soonest, timer) => (soonest === undefined || timer.at < soonest.at ? timer : soonest),
        undefined,
      );
      if (next === undefined || next.at > end) break;
      this.#timers.delete(next);
      this.#elapsedMs = Math.max(this.#elapsedMs, next.at);
      next.action();
    }
    this.#elapsedMs = end;
  }

  /** The process doesn't run for that long while all clocks go on: what falls due meanwhile comes late, at once. */
  oversleep(durationMs: number): void {
    this.#elapsedMs += durationMs;
    this.advance(0);
  }

  jumpWall(byMs: number): void {
    this.#wallOffsetMs += byMs;
  }
}
