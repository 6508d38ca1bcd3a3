/**
 * When a connection tries again after a failure of its own (plan §5.3). Pure.
 */
import type { Random } from '../clock.ts';

const baseMs = 2_000;
const capMs = 60_000;
/** Never more than this many attempts … */
export const maxAttemptsInWindow = 6;
/** … in any window of this length. */
export const attemptWindowMs = 20_000;

/** First retry of a connection that a retry alone can't help, and the ones after it (plan §5.2). */
const blockedFirstMs = 60_000;
const blockedLaterMs = 5 * 60_000;

/**
 * Full jitter: anything from now up to 2 s, 4 s … 60 s, but late enough to keep to the window.
 * @param failures failures in a row, 1 for the first
 * @param attempts times of the latest attempts, milliseconds, oldest first
 */
export function retryDelayMs(
  failures: number,
  attempts: readonly number[],
  nowMs: number,
  random: Random,
): number {
  const ceiling = Math.min(capMs, baseMs * 2 ** Math.min(Math.max(failures - 1, 0), 10));
  const jittered = random() * ceiling;
  const earliest = windowOpensAt(attempts, nowMs) - nowMs;
  return Math.max(jittered, earliest);
}

/** After a resume or a change of the network: spread over this. */
const wakeSpreadMs = 2_000;

/** When a connection that waits tries again after this computer woke up: soon, and keeping to the window. */
export function wakeDelayMs(attempts: readonly number[], nowMs: number, random: Random): number {
  return Math.max(random() * wakeSpreadMs, windowOpensAt(attempts, nowMs) - nowMs);
}

/** One more attempt right now would be too many. */
export function isWindowFull(attempts: readonly number[], nowMs: number): boolean {
  return windowOpensAt(attempts, nowMs) > nowMs;
}

/** When one more attempt keeps to the window. */
function windowOpensAt(attempts: readonly number[], nowMs: number): number {
  const limiting = attempts.at(-maxAttemptsInWindow);
  if (limiting === undefined) return nowMs;
  // A millisecond more, since timers may fire a little early.
  const opens = limiting + attemptWindowMs + 1;
  // An attempt in the future was one before the wall clock was set back: it must not hold up anything for hours.
  return limiting > nowMs ? nowMs + attemptWindowMs : Math.max(nowMs, opens);
}

/**
 * Within the first minute once, then about every 5 minutes.
 * @param refusals refusals of the same kind in a row, 1 for the first
 */
export function blockedDelayMs(refusals: number, random: Random): number {
  return refusals <= 1 ? blockedFirstMs * (0.75 + 0.2 * random()) : blockedLaterMs * (1 + 0.05 * random());
}

/** Keeps as many attempts as the window looks at. */
export function rememberAttempt(attempts: readonly number[], nowMs: number): readonly number[] {
  return [...attempts, nowMs].slice(-maxAttemptsInWindow);
}
