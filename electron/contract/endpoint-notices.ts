/**
 * What a person should know of an endpoint that can be read and yet may never serve them: an address in place of a name, and
 * ports of services that a Hybrid Connection doesn't carry (one fixed TCP port; docs/limits.md). Advice, never a refusal. Pure.
 */
import { notice, type Notice } from './finding.ts';
import { readHost, type HostKind } from './host-name.ts';
import type { NoticeCode } from './notices.ts';

export interface ReadEndpoint {
  readonly host: string;
  readonly port: number;
  readonly kind: HostKind;
}

/** Ports that are known for services which need more than one TCP port. */
const codesByPort: Readonly<Record<number, NoticeCode>> = {
  // FTP: each file comes over a port of its own.
  21: 'HCM1131',
  // LDAP, plain and over TLS, and the global catalog.
  389: 'HCM1132',
  636: 'HCM1132',
  3268: 'HCM1132',
  3269: 'HCM1132',
  // Shares: SMB over NetBIOS, SMB, NFS.
  139: 'HCM1133',
  445: 'HCM1133',
  2049: 'HCM1133',
  // DNS, Kerberos, time, SNMP, the browser service of SQL Server: UDP first, or UDP alone.
  53: 'HCM1134',
  88: 'HCM1134',
  123: 'HCM1134',
  161: 'HCM1134',
  1434: 'HCM1134',
};

/** Those of the port alone: what stands there is no service that a Hybrid Connection carries. */
export function portNotices({ port }: Pick<ReadEndpoint, 'port'>): readonly Notice[] {
  const code = codesByPort[port];
  return code === undefined ? [] : [notice(code, 'endpoint', { port })];
}

/** Of an endpoint that was read before, by Azure or by this host. */
export function noticesOfEndpoint({ host, port }: Omit<ReadEndpoint, 'kind'>): readonly Notice[] {
  const reading = readHost(host);
  return reading.ok ? endpointNotices({ host, port, kind: reading.kind }) : portNotices({ port });
}

export function endpointNotices({ host, port, kind }: ReadEndpoint): readonly Notice[] {
  return [...(kind === 'name' ? [] : [notice('HCM1130', 'endpoint', { host })]), ...portNotices({ port })];
}
