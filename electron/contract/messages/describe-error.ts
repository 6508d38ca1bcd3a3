/** Turns error data into what a person reads. Never fails, whatever the details hold or lack. */
import type { ErrorCode, ErrorData, ErrorDetails } from '../errors.ts';
import type { Notice } from '../finding.ts';
import { errorTexts } from './texts/errors.ts';
import { noticeTexts } from './texts/notices.ts';
import { fillText } from './message-text.ts';

export interface ErrorDescription {
  readonly code: ErrorCode;
  /** What happened; no full stop. */
  readonly title: string;
  readonly cause: string;
  readonly next: string;
}

export function describeError({ code, details }: ErrorData): ErrorDescription {
  const text = errorTexts[code];
  const shown = withReason(shownDetails(details), text.reasons);
  return {
    code,
    title: fillText(text.title, shown),
    cause: fillText(text.cause, shown),
    next: fillText(text.next, shown),
  };
}

export function describeNotice({ code, details }: Notice): string {
  return fillText(noticeTexts[code], shownDetails(details));
}

/**
 * Details as people say them: a clock is 7 minutes off, whichever way; a sentence brings its own full stop. `errno` is
 * the reason where that is a name of the operating system, which a search finds, unlike our own words.
 */
export function shownDetails(details: ErrorDetails): ErrorDetails {
  const word = String(details['reason'] ?? '');
  const errno = /^E[A-Z0-9_]{2,30}$/.test(word) ? { errno: word } : {};
  const shown = Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (name === 'skewMinutes' && typeof value === 'number') return [name, Math.abs(value)];
      return [name, name === 'reason' && typeof value === 'string' ? value.replace(/[\s.]+$/, '') : value];
    }),
  );
  return { ...shown, ...errno };
}

function withReason(
  details: ErrorDetails,
  reasons: Readonly<Record<string, string>> | undefined,
): ErrorDetails {
  if (reasons === undefined) return details;
  const word = String(details['reason'] ?? '');
  const sentence = Object.hasOwn(reasons, word) ? reasons[word] : undefined;
  return { ...details, reason: sentence === undefined ? '' : fillText(sentence, details) };
}
