import { describe, expect, it } from 'vitest';
import { HcmError, type ErrorCode } from '../../contract/errors.ts';
import {
  closeFailure,
  dialFailure,
  readableReason,
  statusFailure,
  systemCode,
  trackingIdIn,
} from './failures.ts';

describe('dialFailure', () => {
  it.each<[string, ErrorCode]>([
    ['ENOTFOUND', 'HCM2001'],
    ['EAI_AGAIN', 'HCM2001'],
    ['EAI_FAIL', 'HCM2001'],
    ['EAI_NODATA', 'HCM2001'],
    ['EAI_NONAME', 'HCM2001'],
    ['ECONNREFUSED', 'HCM2002'],
    ['ETIMEDOUT', 'HCM2003'],
    ['ESOCKETTIMEDOUT', 'HCM2003'],
    ['ENETUNREACH', 'HCM2004'],
    ['EHOSTUNREACH', 'HCM2004'],
    ['ENETDOWN', 'HCM2004'],
    ['EADDRNOTAVAIL', 'HCM2004'],
    ['EHOSTDOWN', 'HCM2004'],
    ['ECONNRESET', 'HCM2005'],
    ['EPIPE', 'HCM2005'],
    ['ECONNABORTED', 'HCM2005'],
    ['EMFILE', 'HCM3107'],
    ['ENFILE', 'HCM3107'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'HCM2010'],
    ['UNABLE_TO_GET_ISSUER_CERT', 'HCM2010'],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'HCM2010'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'HCM2010'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'HCM2010'],
    ['CERT_UNTRUSTED', 'HCM2010'],
    ['CERT_REJECTED', 'HCM2010'],
    ['CERT_REVOKED', 'HCM2010'],
    ['INVALID_CA', 'HCM2010'],
    ['INVALID_PURPOSE', 'HCM2010'],
    ['CERT_SIGNATURE_FAILURE', 'HCM2010'],
    ['CERT_CHAIN_TOO_LONG', 'HCM2010'],
    ['PERMITTED_VIOLATION', 'HCM2010'],
    ['UNSPECIFIED', 'HCM2010'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'HCM2011'],
    ['HOSTNAME_MISMATCH', 'HCM2011'],
    ['CERT_HAS_EXPIRED', 'HCM2012'],
    ['CERT_NOT_YET_VALID', 'HCM2012'],
    ['EPROTO', 'HCM2013'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'HCM2013'],
    ['ERR_TLS_HANDSHAKE_TIMEOUT', 'HCM2013'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'HCM2014'],
    ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'HCM2014'],
    ['HPE_INVALID_CONSTANT', 'HCM2014'],
    ['SOMETHING_ELSE', 'HCM2005'],
  ])('%s is %s', (name, code) => {
    const error = dialFailure(Object.assign(new Error('x'), { code: name }), { host: 'relay' });
    expect(error).toMatchObject({ code, details: { host: 'relay', reason: name } });
  });

  it('looks inside an AggregateError, and leaves our own errors alone', () => {
    const inner = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
    expect(systemCode(new AggregateError([inner]))).toBe('ECONNREFUSED');
    const own = new HcmError('HCM2003');
    expect(dialFailure(own, {})).toBe(own);
    expect(dialFailure('text', {}).code).toBe('HCM2005');
  });
});

describe('statusFailure', () => {
  const now = Date.UTC(2026, 0, 1, 12);
  const at = (offsetMs: number): string => new Date(now + offsetMs).toUTCString();

  it.each<[number, string, ErrorCode]>([
    [400, 'This endpoint is only for web-socket requests', 'HCM2024'],
    [400, 'Bad request', 'HCM2027'],
    [401, 'token has an invalid signature', 'HCM2020'],
    [401, 'Ip has been prevented to connect to the endpoint', 'HCM2021'],
    [403, 'Forbidden', 'HCM2022'],
    [403, 'The limit of 25 listeners was exceeded', 'HCM2028'],
    [404, 'Endpoint does not exist', 'HCM2023'],
    [408, '', 'HCM2026'],
    [504, '', 'HCM2026'],
    [500, '', 'HCM2025'],
    [502, '', 'HCM2025'],
    [503, '', 'HCM2025'],
    [200, 'OK', 'HCM2014'],
    [302, 'Found', 'HCM2027'],
    [418, '', 'HCM2027'],
  ])('%i “%s” is %s', (status, reason, code) => {
    expect(statusFailure({ status, reason, date: at(0), receivedAtMs: now }, {})).toMatchObject({ code });
  });

  it('tells a clock that is off from a wrong key', () => {
    const answer = { status: 401, reason: 'expired', receivedAtMs: now };
    expect(statusFailure({ ...answer, date: at(-7 * 60_000) }, {})).toMatchObject({
      code: 'HCM2029',
      details: { skewMinutes: 7 },
    });
    expect(statusFailure({ ...answer, date: at(3_600_000) }, {}).details['skewMinutes']).toBe(-60);
    expect(statusFailure({ ...answer, date: at(4 * 60_000) }, {}).code).toBe('HCM2020');
    expect(statusFailure({ ...answer, date: '' }, {}).code).toBe('HCM2020');
  });

  it('keeps the TrackingId and shows the reason without it', () => {
    const reason = 'Endpoint does not exist. TrackingId:abc-1_G12, SystemTracker:sb://x/y, Timestamp:z';
    expect(statusFailure({ status: 404, reason, date: '', receivedAtMs: now }, {}).details).toEqual({
      status: 404,
      reason: 'Endpoint does not exist.',
      trackingId: 'abc-1_G12',
    });
    expect(trackingIdIn('none')).toBe('');
    expect(readableReason('a\u0000b\u001b[31m')).toBe('ab[31m');
  });
});

describe('what a proxy makes of the handshake', () => {
  const answer = (status: number) => ({ status, reason: '', date: '', receivedAtMs: 0 });

  it.each<[number, ErrorCode, ErrorCode]>([
    [200, 'HCM2014', 'HCM2024'],
    [426, 'HCM2024', 'HCM2024'],
    [404, 'HCM2023', 'HCM2023'],
  ])('%i is %s without one, %s behind one', (status, without, behind) => {
    expect(statusFailure(answer(status), { host: 'relay' }).code).toBe(without);
    expect(statusFailure(answer(status), { host: 'relay', proxy: 'proxy:8080' }).code).toBe(behind);
  });
});

describe('closeFailure', () => {
  it.each<[number, ErrorCode]>([
    [1000, 'HCM2036'],
    [1001, 'HCM2030'],
    [1002, 'HCM2035'],
    [1003, 'HCM2035'],
    [1005, 'HCM2033'],
    [1006, 'HCM2033'],
    [1007, 'HCM2035'],
    [1008, 'HCM2031'],
    [1009, 'HCM2035'],
    [1011, 'HCM2032'],
    [4000, 'HCM2036'],
  ])('%i is %s', (closeCode, code) => {
    const error = closeFailure(closeCode, 'why', { name: 'sql' });
    expect(error).toMatchObject({ code, details: { closeCode, reason: 'why', name: 'sql' } });
    expect(error.retryable).toBe(true);
  });
});
