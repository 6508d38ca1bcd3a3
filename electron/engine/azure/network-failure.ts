/**
 * What stands between this host and Azure, in words for people: those of relays would speak of namespaces. What proxies and
 * certificates say keeps its own code. Pure.
 */
import { HcmError, type ErrorCode } from '../../contract/errors.ts';

const unreachable: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'HCM2001',
  'HCM2002',
  'HCM2003',
  'HCM2004',
  'HCM2005',
  'HCM2014',
]);

const words: Readonly<Partial<Record<ErrorCode, string>>> = {
  HCM2001: 'that its name isn’t known',
  HCM2002: 'that the connection was refused',
  HCM2003: 'nothing in time',
  HCM2004: 'that there is no way',
  HCM2005: 'that the connection broke off',
  HCM2014: 'something that isn’t TLS',
};

export function networkFailure(error: HcmError): HcmError {
  if (!unreachable.has(error.code)) return error;
  const host = error.details['host'] ?? '';
  return new HcmError('HCM6013', { host, reason: words[error.code] ?? '' }, { cause: error });
}
