/**
 * Time as a port, so that supervision can be tested without waiting. Whoever arms a timer keeps its disposer.
 */

/** Ends what was started; calling it again does nothing. */
export type Disposer = () => void;

export interface Clock {
  /** Wall clock, milliseconds since 1970-01-01 UTC. */
  now(): number;
  /** Never goes back, milliseconds since an arbitrary start. */
  monotonicMs(): number;
  /** Runs `action` once after `delayMs`. */
  after(delayMs: number, action: () => void): Disposer;
}

/** A number in [0, 1), as `Math.random` gives it: the port for jitter. */
export type Random = () => number;

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonicMs: () => performance.now(),
  after: (delayMs, action) => {
    const timer = setTimeout(action, delayMs);
    return () => clearTimeout(timer);
  },
};
