import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attemptWindowMs,
  blockedDelayMs,
  maxAttemptsInWindow,
  rememberAttempt,
  retryDelayMs,
  wakeDelayMs,
} from './backoff.ts';

describe('retryDelayMs', () => {
  it('grows to a cap of 60 s, with full jitter', () => {
    expect(retryDelayMs(1, [], 0, () => 0.999)).toBeCloseTo(1998);
    expect(retryDelayMs(4, [], 0, () => 0.5)).toBe(8_000);
    expect(retryDelayMs(50, [], 0, () => 1)).toBe(60_000);
    expect(retryDelayMs(3, [], 0, () => 0)).toBe(0);
  });

  it('never makes more than 6 attempts in any 20 s, whatever chance says', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 20, maxLength: 60 }),
        (luck) => {
          let now = 0;
          let kept: readonly number[] = [];
          const all: number[] = [];
          luck.forEach((value, index) => {
            all.push(now);
            kept = rememberAttempt(kept, now);
            now += retryDelayMs(index + 1, kept, now, () => value);
          });
          for (let index = 0; index + maxAttemptsInWindow < all.length; index++) {
            const span = (all[index + maxAttemptsInWindow] ?? 0) - (all[index] ?? 0);
            expect(span).toBeGreaterThan(attemptWindowMs);
          }
        },
      ),
    );
  });
});

describe('after a wake or a clock that was set', () => {
  it('tries within 2 s, and keeps to the window', () => {
    expect(wakeDelayMs([], 0, () => 0.999)).toBeLessThan(2_000);
    const busy = Array.from({ length: maxAttemptsInWindow }, (_, index) => index);
    expect(wakeDelayMs(busy, 10, () => 0.5)).toBe(attemptWindowMs + 1 - 10);
  });

  it('is held up by no attempt that the wall clock now says is yet to come', () => {
    const hourMs = 3_600_000;
    const before = Array.from({ length: maxAttemptsInWindow }, (_, index) => 5 * hourMs + index);
    expect(retryDelayMs(1, before, hourMs, () => 0)).toBeLessThanOrEqual(attemptWindowMs);
  });
});

describe('blockedDelayMs', () => {
  it('tries once in the first minute, then every 5 minutes', () => {
    for (const luck of [0, 0.5, 0.999]) {
      expect(blockedDelayMs(1, () => luck)).toBeLessThan(60_000);
      expect(blockedDelayMs(1, () => luck)).toBeGreaterThan(30_000);
      expect(blockedDelayMs(2, () => luck)).toBeGreaterThanOrEqual(300_000);
      expect(blockedDelayMs(9, () => luck)).toBeLessThan(320_000);
    }
  });
});
