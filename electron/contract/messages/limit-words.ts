/** What is said of limits. Pure. */
import type { ErrorData } from '../errors.ts';
import { describeError } from './describe-error.ts';
import { enLimitHits } from './en-limits.ts';
import { fillCounted } from './message-text.ts';

/** `Limit of 50 sessions reached: 14 senders were turned away`. */
export function limitSentence(problem: ErrorData, times: number): string {
  return fillCounted(enLimitHits.turnedAway, times, { limit: describeError(problem).title });
}
