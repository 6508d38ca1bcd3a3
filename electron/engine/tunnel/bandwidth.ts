/**
 * How many bytes may pass each second in one direction: a token bucket that many sessions draw from. Owns its timer,
 * which runs only while someone waits.
 *
 * A chunk passes whole, on credit if need be, and what it overdraws is waited for afterwards: nothing is ever buffered
 * here. Whoever overdrew, or has others waiting behind it, stands in line again, so that each gets a chunk in turn.
 *
 * Invariants: over time no more than the rate passes; the debt is bounded by one chunk for each session; no timer while
 * nobody waits or no rate is set.
 */
import type { Clock, Disposer } from '../clock.ts';

/** The most that one read of a socket brings. */
const chunkBytes = 65_536;
/** What may be saved up while nobody draws. */
const savingsMs = 250;
/** Between two looks at the line when those who were called have nothing to send. */
const lookMs = 20;

export class Bandwidth {
  readonly #clock: Clock;
  /** In the order in which they came. */
  readonly #line = new Set<() => void>();
  #bytesPerSecond = 0;
  #tokens = 0;
  #filledAtMs: number;
  /** For those who were called and haven't drawn yet. */
  #promised = 0;
  #cancelTimer: Disposer | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#filledAtMs = clock.monotonicMs();
  }

  get isLimited(): boolean {
    return this.#bytesPerSecond > 0;
  }

  /** 0: as fast as it goes. Counts at once, for those who wait as well. */
  setRate(bytesPerSecond: number): void {
    if (bytesPerSecond === this.#bytesPerSecond) return;
    this.#fill();
    const wasLimited = this.#bytesPerSecond > 0;
    this.#bytesPerSecond = bytesPerSecond;
    if (!wasLimited) {
      this.#tokens = this.#savings();
      this.#promised = 0;
    }
    this.#serve();
  }

  /** Something passed. */
  draw(bytes: number): void {
    if (!this.isLimited) return;
    this.#fill();
    this.#tokens -= bytes;
    this.#promised = Math.max(0, this.#promised - chunkBytes);
  }

  /** Nothing is left, or others wait for it. */
  get isSpent(): boolean {
    if (!this.isLimited) return false;
    this.#fill();
    return this.#tokens <= 0 || this.#line.size > 0;
  }

  /** Calls `go` once when it may draw again; it must then either draw or not, but never hold what it was called for. */
  wait(go: () => void): void {
    this.#line.add(go);
    this.#serve();
  }

  leave(go: () => void): void {
    this.#line.delete(go);
    if (this.#line.size === 0) this.#stopTimer();
  }

  #fill(): void {
    const now = this.#clock.monotonicMs();
    const gained = ((now - this.#filledAtMs) * this.#bytesPerSecond) / 1000;
    this.#filledAtMs = now;
    this.#tokens = Math.min(this.#savings(), this.#tokens + gained);
  }

  #savings(): number {
    return (this.#bytesPerSecond * savingsMs) / 1000;
  }

  /** Calls as many as there are chunks to hand out, and looks again when there are more. */
  #serve(): void {
    this.#stopTimer();
    this.#fill();
    for (const go of this.#line) {
      if (this.isLimited && this.#tokens <= this.#promised) break;
      this.#line.delete(go);
      this.#promised += chunkBytes;
      go();
    }
    if (this.#line.size === 0) return;
    const untilPaidMs = Math.ceil(((1 - this.#tokens) * 1000) / this.#bytesPerSecond);
    this.#cancelTimer = this.#clock.after(Math.max(lookMs, untilPaidMs), () => {
      // Who was called and had nothing to send doesn't hold up the rest.
      this.#promised = 0;
      this.#serve();
    });
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = undefined;
  }
}
