/** What is said of limits: hits of one, values in force. Pure. */
import type { ConnectionView } from '../connection-view.ts';
import type { EffectiveLimits, LimitName } from '../effective-limits.ts';
import type { ErrorData } from '../errors.ts';
import { formatMoment } from '../format.ts';
import { describeError } from './describe-error.ts';
import { limitHitTexts, limitValueTexts, noLimitTexts } from './texts/limits.ts';
import { momentWordTexts } from './texts/status.ts';
import { fillCounted, fillText } from './message-text.ts';

/** `Session limit of 50 reached: apps were turned away 14 times`. */
export function limitSentence(problem: ErrorData, times: number): string {
  return fillCounted(limitHitTexts.turnedAway, times, { limit: describeError(problem).title });
}

/** For the second line of a row. */
export function limitMark({ limitHit }: ConnectionView): string | null {
  return limitHit === null ? null : limitHitTexts.mark;
}

/** `Session limit of 1000 reached 14 times, last at 14:05`. */
export function limitTooltip({ limitHit }: ConnectionView): string | null {
  if (limitHit === null) return null;
  const { problem, times, at } = limitHit;
  const limit = describeError(problem).title;
  return fillCounted(limitHitTexts.tooltip, times, { limit, time: formatMoment(at, at, momentWordTexts) });
}

export function limitCallout(
  { limitHit }: ConnectionView,
  now: number,
): { readonly title: string; readonly text: string; readonly code: string } | null {
  if (limitHit === null) return null;
  const { title, next, code } = describeError(limitHit.problem);
  const time = formatMoment(limitHit.at, now, momentWordTexts);
  return { title, text: fillCounted(limitHitTexts.callout, limitHit.times, { time, next }), code };
}

export function limitValue(name: LimitName, limits: EffectiveLimits): string {
  const value = limits[name];
  const none = noLimitTexts[name];
  return value === 0 && none !== undefined ? none : fillText(limitValueTexts[name], { value });
}
