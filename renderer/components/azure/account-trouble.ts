/** Which failures lie in an account rather than in what was asked with it. Pure. */
import type { ErrorCode, ErrorData } from '../../../electron/contract/errors.ts';

/** The same account signs in again: the sign-in has run out, or isn't enough; its seal, its secret or its certificate isn't good. */
const mendedBySignIn: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'HCM4010',
  'HCM6004',
  'HCM6007',
  'HCM6012',
  'HCM6020',
]);

/** It isn't signed in here any more: what there is has to be read anew. */
const gone: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['HCM6001', 'HCM6014']);

export function signInMends({ code }: ErrorData): boolean {
  return mendedBySignIn.has(code);
}

export function isAccountTrouble(problem: ErrorData): boolean {
  return signInMends(problem) || gone.has(problem.code);
}
