/**
 * From what the network, TLS, HTTP or WebSocket said to one code (plan §5.11; relay-protocol §3.2, §3.9). Pure.
 */
import { HcmError, type ErrorCode, type ErrorDetails } from '../../contract/errors.ts';

/** errno and OpenSSL names of a failed dial to the relay. */
const dialCodes: Readonly<Record<string, ErrorCode>> = {
  ENOTFOUND: 'HCM2001',
  EAI_AGAIN: 'HCM2001',
  EAI_FAIL: 'HCM2001',
  EAI_NODATA: 'HCM2001',
  EAI_NONAME: 'HCM2001',
  ECONNREFUSED: 'HCM2002',
  ETIMEDOUT: 'HCM2003',
  ESOCKETTIMEDOUT: 'HCM2003',
  ENETUNREACH: 'HCM2004',
  EHOSTUNREACH: 'HCM2004',
  ENETDOWN: 'HCM2004',
  EADDRNOTAVAIL: 'HCM2004',
  EHOSTDOWN: 'HCM2004',
  ECONNRESET: 'HCM2005',
  EPIPE: 'HCM2005',
  ECONNABORTED: 'HCM2005',
  EMFILE: 'HCM3107',
  ENFILE: 'HCM3107',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'HCM2010',
  UNABLE_TO_GET_ISSUER_CERT: 'HCM2010',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'HCM2010',
  SELF_SIGNED_CERT_IN_CHAIN: 'HCM2010',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'HCM2010',
  CERT_UNTRUSTED: 'HCM2010',
  CERT_REJECTED: 'HCM2010',
  CERT_REVOKED: 'HCM2010',
  INVALID_CA: 'HCM2010',
  INVALID_PURPOSE: 'HCM2010',
  CERT_SIGNATURE_FAILURE: 'HCM2010',
  CERT_CHAIN_TOO_LONG: 'HCM2010',
  PERMITTED_VIOLATION: 'HCM2010',
  // Reasons that Node has no name for: Electron's TLS library has some of its own.
  UNSPECIFIED: 'HCM2010',
  ERR_TLS_CERT_ALTNAME_INVALID: 'HCM2011',
  HOSTNAME_MISMATCH: 'HCM2011',
  CERT_HAS_EXPIRED: 'HCM2012',
  CERT_NOT_YET_VALID: 'HCM2012',
  EPROTO: 'HCM2013',
};

/** The `code` of a system error, or of the first inside an AggregateError (several addresses were tried). */
export function systemCode(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return systemCode(error.errors[0]);
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** A dial to `host:port` that ended before any HTTP answer. */
export function dialFailure(error: unknown, details: ErrorDetails): HcmError {
  if (error instanceof HcmError) return error;
  const name = systemCode(error);
  const code = dialCodes[name] ?? tlsOrHttpCode(name);
  return new HcmError(code, { ...details, reason: name === '' ? 'no code' : name }, { cause: error });
}

function tlsOrHttpCode(name: string): ErrorCode {
  // What answers isn't TLS: plain HTTP on the port gives "wrong version number" and friends.
  if (name === 'ERR_SSL_WRONG_VERSION_NUMBER' || name === 'ERR_SSL_PACKET_LENGTH_TOO_LONG') return 'HCM2014';
  if (name.startsWith('HPE_')) return 'HCM2014';
  if (name.startsWith('ERR_SSL_') || name.startsWith('ERR_TLS_')) return 'HCM2013';
  return 'HCM2005';
}

const trackingId = /TrackingId:\s*([\w.-]{1,128})/iu;

/** The service's TrackingId in a reason phrase, for support tickets; '' when there is none. */
export function trackingIdIn(text: string): string {
  return trackingId.exec(text)?.[1] ?? '';
}

/** The part of a reason phrase that people read: without TrackingId and what follows it, bounded. */
export function readableReason(text: string): string {
  return (text.split(/\s*TrackingId:/iu)[0] ?? '').replace(/[^\x20-\x7e]/gu, '').slice(0, 300);
}

/** Local and relay clocks further apart than this make every token "expired" (relay-protocol §2.4), milliseconds. */
const maxClockSkewMs = 5 * 60_000;

export interface HttpAnswer {
  readonly status: number;
  readonly reason: string;
  /** The `Date` header, '' when there is none. */
  readonly date: string;
  /** This host's clock when the answer came, milliseconds. */
  readonly receivedAtMs: number;
}

/** A handshake for the control channel that was answered with something else than 101. */
export function statusFailure(answer: HttpAnswer, details: ErrorDetails): HcmError {
  const { status, reason } = answer;
  const tracking = trackingIdIn(reason);
  const all = {
    ...details,
    status,
    reason: readableReason(reason),
    ...(tracking === '' ? {} : { trackingId: tracking }),
  };
  if (status === 401) {
    if (/prevented to connect/iu.test(reason)) return new HcmError('HCM2021', all);
    const skewMinutes = clockSkewMinutes(answer);
    return skewMinutes === null
      ? new HcmError('HCM2020', all)
      : new HcmError('HCM2029', { ...all, skewMinutes });
  }
  return new HcmError(codeOfStatus(status, reason, 'proxy' in details), all);
}

function codeOfStatus(status: number, reason: string, isThroughProxy: boolean): ErrorCode {
  switch (status) {
    case 403:
      return /exceeded|quota/iu.test(reason) ? 'HCM2028' : 'HCM2022';
    case 404:
      return 'HCM2023';
    case 400:
      return /web-?socket/iu.test(reason) ? 'HCM2024' : 'HCM2027';
    case 408:
    case 504:
      return 'HCM2026';
    case 500:
    case 502:
    case 503:
      return 'HCM2025';
    case 426:
      return 'HCM2024';
    case 200:
      // Behind a proxy it is rather the proxy, which made a plain request of it.
      return isThroughProxy ? 'HCM2024' : 'HCM2014';
    default:
      return 'HCM2027';
  }
}

/** Minutes by which this host's clock is off (positive: ahead), or null when that is no explanation. */
export function clockSkewMinutes({
  date,
  receivedAtMs,
}: Pick<HttpAnswer, 'date' | 'receivedAtMs'>): number | null {
  const served = Date.parse(date);
  if (Number.isNaN(served)) return null;
  const skewMs = receivedAtMs - served;
  return Math.abs(skewMs) > maxClockSkewMs ? Math.round(skewMs / 60_000) : null;
}

/** A control channel that was open and ended (relay-protocol §3.9). */
export function closeFailure(closeCode: number, reason: string, details: ErrorDetails): HcmError {
  const tracking = trackingIdIn(reason);
  const all = {
    ...details,
    closeCode,
    reason: readableReason(reason),
    ...(tracking === '' ? {} : { trackingId: tracking }),
  };
  return new HcmError(codeOfClose(closeCode), all);
}

function codeOfClose(closeCode: number): ErrorCode {
  switch (closeCode) {
    case 1001:
      return 'HCM2030';
    case 1008:
      return 'HCM2031';
    case 1011:
      return 'HCM2032';
    case 1005:
    case 1006:
      return 'HCM2033';
    case 1002:
    case 1003:
    case 1007:
    case 1009:
      return 'HCM2035';
    default:
      return 'HCM2036';
  }
}
