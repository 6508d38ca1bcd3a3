/**
 * What reading an input found: problems refuse it, notices only tell. Plain data, so that window, CLI and importers show
 * the same. Invariant: `details` never hold a key, a token or raw text that could contain one.
 */
import type { ErrorCode, ErrorDetails } from './errors.ts';
import type { NoticeCode } from './notices.ts';

/** The row of the preview that a finding belongs to; `string` is the text as a whole. */
export type FindingPart = 'string' | 'name' | 'namespace' | 'rule' | 'key' | 'endpoint';

export interface Problem {
  readonly code: ErrorCode;
  readonly part: FindingPart;
  readonly details: ErrorDetails;
}

export interface Notice {
  readonly code: NoticeCode;
  readonly part: FindingPart;
  readonly details: ErrorDetails;
}

export function problem(code: ErrorCode, part: FindingPart, details: ErrorDetails = {}): Problem {
  return { code, part, details };
}

export function notice(code: NoticeCode, part: FindingPart, details: ErrorDetails = {}): Notice {
  return { code, part, details };
}
