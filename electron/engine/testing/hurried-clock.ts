/**
 * The system's clock, several times as fast: hours of supervision pass in seconds, on real sockets and in the order in
 * which they would. What the code waits for by this clock keeps its proportions; what the network takes doesn't shrink.
 */
import type { Clock, Disposer } from '../clock.ts';

export class HurriedClock implements Clock {
  readonly #speed: number;
  readonly #beganMs = performance.now();
  readonly #trueMs = Date.now();
  #wallMs = this.#trueMs;
  #asleepMs = 0;
  /** Timers that are armed. */
  pending = 0;

  constructor(speed: number) {
    this.#speed = speed;
  }

  readonly now = (): number => this.#wallMs + this.monotonicMs();

  /** As others have it who neither sleep nor set their clocks. */
  readonly trueNow = (): number => this.#trueMs + this.uptimeMs();

  readonly monotonicMs = (): number => (performance.now() - this.#beganMs) * this.#speed;

  /** With the time asleep, as the system counts it. */
  readonly uptimeMs = (): number => this.monotonicMs() + this.#asleepMs;

  after(delayMs: number, action: () => void): Disposer {
    let isArmed = true;
    const disarm = (): void => {
      if (isArmed) this.pending--;
      isArmed = false;
    };
    this.pending++;
    const timer = setTimeout(() => {
      disarm();
      action();
    }, delayMs / this.#speed);
    return () => {
      clearTimeout(timer);
      disarm();
    };
  }

  /** The wall clock is set. */
  jumpWall(byMs: number): void {
    this.#wallMs += byMs;
  }

  /** This host slept, and its monotonic clock with it (Linux). */
  slept(durationMs: number): void {
    this.#wallMs += durationMs;
    this.#asleepMs += durationMs;
  }
}
