/** What is said of limits: hits of one, values in force. Pure. */
import type { ConnectionView } from '../connection-view.ts';
import type { EffectiveLimits, LimitName } from '../effective-limits.ts';
import type { ErrorData } from '../errors.ts';
import { formatMoment } from '../format.ts';
import { describeError } from './describe-error.ts';
import { enLimitHits, enLimitValues, enNoLimit } from './en-limits.ts';
import { enMomentWords } from './en-status.ts';
import { fillCounted, fillText } from './message-text.ts';

/** `Session limit of 50 reached: apps were turned away 14 times`. */
export function limitSentence(problem: ErrorData, times: number): string {
  return fillCounted(enLimitHits.turnedAway, times, { limit: describeError(problem).title });
}

/** For the second line of a row. */
export function limitMark({ limitHit }: ConnectionView): string | null {
  return limitHit === null ? null : enLimitHits.mark;
}

/** `Session limit of 1000 reached 14 times, last at 14:05`. */
export function limitTooltip({ limitHit }: ConnectionView): string | null {
  if (limitHit === null) return null;
  const { problem, times, at } = limitHit;
  const limit = describeError(problem).title;
  return fillCounted(enLimitHits.tooltip, times, { limit, time: formatMoment(at, at, enMomentWords) });
}

export function limitCallout(
  { limitHit }: ConnectionView,
  now: number,
): { readonly title: string; readonly text: string; readonly code: string } | null {
  if (limitHit === null) return null;
  const { title, next, code } = describeError(limitHit.problem);
  const time = formatMoment(limitHit.at, now, enMomentWords);
  return { title, text: fillCounted(enLimitHits.callout, limitHit.times, { time, next }), code };
}

export function limitValue(name: LimitName, limits: EffectiveLimits): string {
  const value = limits[name];
  const none = enNoLimit[name];
  return value === 0 && none !== undefined ? none : fillText(enLimitValues[name], { value });
}
