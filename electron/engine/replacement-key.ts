/**
 * Reads the string that brings a connection's next key: only of the same Hybrid Connection, or of its whole namespace.
 * Pure.
 */
import { connectionKey, type ConnectionConfig } from '../contract/connection.ts';
import { parseConnectionString, type ParsedString, type RelayTarget } from '../contract/connection-string.ts';
import { HcmError } from '../contract/errors.ts';
import type { Notice } from '../contract/finding.ts';
import { formatHostPort } from '../contract/host-port.ts';
import { defaultRelayPort } from '../contract/relay-endpoint.ts';

export interface ReplacementKey {
  readonly keyName: string;
  /** A secret: never log it. */
  readonly key: string;
  readonly notices: readonly Notice[];
}

/** @throws HcmError HCM1043 for another Hybrid Connection, else HCM10xx: the first thing that is wrong with the string. */
export function readReplacementKey(connectionString: string, config: ConnectionConfig): ReplacementKey {
  const parsed = parse(connectionString, config.name);
  if (parsed.outcome === 'refused') throw new HcmError(parsed.problems[0].code, parsed.problems[0].details);
  if (parsed.outcome === 'biztalk') throw new HcmError('HCM1016', { host: parsed.value.host });
  const { keyName, key } = parsed.value;
  refuseOther(parsed.value, config);
  return { keyName, key, notices: parsed.notices };
}

/** The string of a whole namespace names nothing: then it is meant for this connection. */
function parse(text: string, name: string): ParsedString {
  const parsed = parseConnectionString(text, { purpose: 'listen' });
  const isNamespace = parsed.outcome === 'refused' && parsed.problems.some(({ code }) => code === 'HCM1008');
  return isNamespace ? parseConnectionString(text, { purpose: 'listen', entityPath: name }) : parsed;
}

function refuseOther({ host, port, entityPath }: RelayTarget, config: ConnectionConfig): void {
  const other = { host, port, name: entityPath };
  if (config.kind === 'relay' && connectionKey(other) === connectionKey(config)) return;
  // What differs is named: the same name in another namespace would read "for x, not x".
  const isOtherName = entityPath.toLowerCase() !== config.name.toLowerCase();
  const [name, expected] = isOtherName
    ? [entityPath, config.name]
    : [namespaceText(other), namespaceText(config)];
  throw new HcmError('HCM1043', { name, expected });
}

function namespaceText({ host, port }: Pick<ConnectionConfig, 'host' | 'port'>): string {
  return port === defaultRelayPort ? host : formatHostPort({ host, port });
}
