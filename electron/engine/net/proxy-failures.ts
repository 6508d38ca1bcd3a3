/** From what the network or a proxy said to one code (plan §5.11): HCM206x and HCM207x. Pure. */
import { HcmError, type ErrorCode, type ErrorDetails } from '../../contract/errors.ts';
import { dialFailure, readableReason } from '../relay/failures.ts';
import type { ConnectAnswer } from './connect-answer.ts';

const codes: Partial<Readonly<Record<ErrorCode, ErrorCode>>> = {
  HCM2001: 'HCM2060',
  HCM2002: 'HCM2061',
  HCM2003: 'HCM2062',
  HCM2004: 'HCM2063',
  HCM2005: 'HCM2063',
};

/** A dial to the proxy itself that failed before the proxy said anything. */
export function proxyDialFailure(error: unknown, details: ErrorDetails): HcmError {
  const { code, details: known } = dialFailure(error, details);
  return new HcmError(codes[code] ?? code, known, { cause: error });
}

/** TLS with the proxy itself. */
export function proxyTlsFailure(error: unknown, details: ErrorDetails): HcmError {
  const { code, details: known } = dialFailure(error, details);
  return new HcmError(code.startsWith('HCM201') ? 'HCM2072' : (codes[code] ?? code), known, { cause: error });
}

/** An answer other than 2xx. */
export function connectRefusal(
  { status, reason, schemes }: ConnectAnswer,
  hadCredentials: boolean,
  details: ErrorDetails,
): HcmError {
  const all = { ...details, status, reason: readableReason(reason) };
  // tinyproxy answers 401 to a sign-in that it refuses.
  if (status === 407 || status === 401) {
    const offered = schemes.length === 0 ? {} : { schemes: schemes.join(', ') };
    return new HcmError(signInCode(schemes, hadCredentials), { ...all, ...offered });
  }
  if (status === 502 || status === 503 || status === 504) return new HcmError('HCM2069', all);
  return new HcmError(status >= 400 ? 'HCM2064' : 'HCM2068', all);
}

function signInCode(schemes: readonly string[], hadCredentials: boolean): ErrorCode {
  const takesBasic = schemes.length === 0 || schemes.some((scheme) => scheme.toLowerCase() === 'basic');
  if (!takesBasic) return 'HCM2066';
  return hadCredentials ? 'HCM2067' : 'HCM2065';
}

/** The proxy couldn't be used at all, so another one, or none, may do. */
export function isProxyAway(error: unknown): boolean {
  return error instanceof HcmError && awayCodes.has(error.code);
}

const awayCodes: ReadonlySet<ErrorCode> = new Set([
  'HCM2060',
  'HCM2061',
  'HCM2062',
  'HCM2063',
  'HCM2068',
  'HCM2071',
  'HCM2072',
]);
