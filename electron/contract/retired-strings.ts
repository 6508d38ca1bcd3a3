/**
 * Recognises strings of families that can't be used, whatever else is wrong with them (relay-protocol §1.4), and the ways
 * of signing in that a host can't use. Said first, because "no key" or "no such part" would send people searching for
 * something that such a string never had.
 */
import { problem, type Problem } from './finding.ts';
import type { PartKey } from './connection-string-parts.ts';

type Values = ReadonlyMap<PartKey, string>;

export function retiredFamily(values: Values): Problem | null {
  if (values.has('SharedSecretIssuer') || values.has('SharedSecretValue'))
    return problem('HCM1017', 'namespace');
  const hasRule = values.has('SharedAccessKeyName') || values.has('SharedAccessKey');
  const tokenService = values.get('StsEndpoint');
  const accessControl = tokenService !== undefined && /\.accesscontrol\./i.test(tokenService);
  // Azure's own strings of that time had an ACS address, those of a Windows Server farm the farm's own.
  if (tokenService !== undefined && !accessControl) return problem('HCM1023', 'namespace');
  if (hasRule || values.has('SharedAccessSignature')) return null;
  if (accessControl) return problem('HCM1017', 'namespace');
  if (values.has('RuntimePort') && values.has('ManagementPort')) return problem('HCM1023', 'namespace');
  return null;
}

/** A token can't be renewed, an identity of Azure doesn't exist on premises. */
export function unusableCredential(values: Values): Problem | null {
  const authentication = values.get('Authentication')?.replaceAll(' ', '').toLowerCase();
  if (authentication === 'managedidentity') return problem('HCM1014', 'key');
  if (authentication !== undefined) return problem('HCM1003', 'string', { key: 'Authentication' });
  if (!values.has('SharedAccessSignature')) return null;
  const withRule = values.has('SharedAccessKeyName') || values.has('SharedAccessKey');
  return problem(withRule ? 'HCM1012' : 'HCM1013', 'key');
}
