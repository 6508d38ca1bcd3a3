/** What `hcm test` shall try, told by the form of the word: an endpoint, a namespace, or else a connection. Pure. */
import { HcmError } from '../contract/errors.ts';
import { readHost } from '../contract/host-name.ts';
import { parseHostPort, type HostPort } from '../contract/host-port.ts';
import { defaultRelayPort, readRelayEndpoint } from '../contract/relay-endpoint.ts';
import { isAzureHost } from '../engine/relay/relay-address.ts';

export type TestTarget =
  | (HostPort & { readonly kind: 'endpoint' | 'namespace' })
  | { readonly kind: 'connection'; readonly text: string };

/** @throws HcmError HCM1006, HCM1007, HCM1030 */
export function readTestTarget(text: string): TestTarget {
  if (text.includes('://')) {
    const reading = readRelayEndpoint(text);
    if (!reading.ok) throw new HcmError(reading.problem.code, reading.problem.details);
    return { kind: 'namespace', host: reading.host, port: reading.port };
  }
  const named = readHost(text);
  if (named.ok && isAzureHost(named.host)) {
    return { kind: 'namespace', host: named.host, port: defaultRelayPort };
  }
  // No name of a connection has a colon.
  if (!text.includes(':')) return { kind: 'connection', text };
  const endpoint = parseHostPort(text);
  if (!endpoint.ok) throw new HcmError(endpoint.problem.code, endpoint.problem.details);
  return { kind: 'endpoint', host: endpoint.host, port: endpoint.port };
}
