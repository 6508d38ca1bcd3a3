/**
 * Reads the configuration of azbridge (relay-protocol §7.1): each remote forward is a Hybrid Connection whose endpoint
 * stands in the file. Pure.
 *
 * What has no counterpart is told instead of bent: local forwards are an app's side, datagrams and local sockets aren't
 * TCP to a host and port, and a Hybrid Connection has one endpoint where azbridge tells several ports apart by name.
 */
import { HcmError } from '../../contract/errors.ts';
import { bracketHost, formatHostPort, parseHostPort } from '../../contract/host-port.ts';
import { maxImportEntries } from '../../contract/import-view.ts';
import { field, hasField, looseRecord, textField, type LooseRecord } from './loose-record.ts';
import { entryOfParts, entryOfString, refusedEntry, type PortableEntry } from './portable-entry.ts';

const fieldsOfItsOwn = [
  'RemoteForward',
  'LocalForward',
  'AzureRelayConnectionString',
  'AzureRelayEndpoint',
  'AzureRelaySharedAccessKeyName',
] as const;

export function isAzbridgeConfig(record: LooseRecord): boolean {
  return fieldsOfItsOwn.some((name) => hasField(record, name));
}

/** @throws HcmError HCM1082 when it has too many entries. */
export function readAzbridgeConfig(config: LooseRecord): readonly PortableEntry[] {
  const remote = listOf(field(config, 'RemoteForward'));
  const local = listOf(field(config, 'LocalForward'));
  if (remote.length + local.length > maxImportEntries) {
    throw new HcmError('HCM1082', { reason: 'entries', limit: maxImportEntries });
  }
  return [
    ...remote.map((forward, index) => readRemote(forward, `RemoteForward[${index}]`, config)),
    ...local.map((forward, index) => {
      const record = looseRecord(forward);
      const name = record === null ? '' : textField(record, 'RelayName');
      return refusedEntry(`LocalForward[${index}]`, 'HCM1084', { reason: 'local' }, { name });
    }),
  ];
}

function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function readRemote(value: unknown, place: string, config: LooseRecord): PortableEntry {
  const forward = looseRecord(value);
  if (forward === null) return refusedEntry(place, 'HCM1083', { reason: 'form' });
  const name = textField(forward, 'RelayName');
  const bindings = listOf(field(forward, 'Bindings'));
  if (bindings.length > 1) return refusedEntry(place, 'HCM1085', { name, reason: 'ports' }, { name });
  const binding = bindings.length === 0 ? forward : looseRecord(bindings[0]);
  if (binding === null) return refusedEntry(place, 'HCM1083', { reason: 'form' }, { name });
  const endpoint = endpointOf(binding);
  if (typeof endpoint !== 'string') return refusedEntry(place, endpoint.code, endpoint.details, { name });
  return withCredentials({ forward, config, place, name, endpoint });
}

type Refusal = Pick<HcmError, 'code' | 'details'>;

function endpointOf(binding: LooseRecord): string | Refusal {
  if (textField(binding, 'LocalSocket') !== '') return { code: 'HCM1084', details: { reason: 'socket' } };
  if (field(binding, 'Http') === true) return { code: 'HCM1084', details: { reason: 'http' } };
  const port = textField(binding, 'HostPort', 'Port');
  // How it writes a port of UDP.
  if (/^-\d+$|^\d+U$/iu.test(port)) return { code: 'HCM1084', details: { reason: 'datagram' } };
  if (port === '') return { code: 'HCM1083', details: { key: 'HostPort' } };
  const host = textField(binding, 'Host') || 'localhost';
  const reading = parseHostPort(`${host.startsWith('[') ? host : bracketHost(host)}:${port}`);
  return reading.ok ? formatHostPort(reading) : reading.problem;
}

interface Forward {
  readonly forward: LooseRecord;
  readonly config: LooseRecord;
  readonly place: string;
  readonly name: string;
  readonly endpoint: string;
}

/** Its own string, else the file's, else the file's parts of one. */
function withCredentials({ forward, config, place, name, endpoint }: Forward): PortableEntry {
  const options = { place, endpoint, wanted: { endpoint } };
  const whole = textField(forward, 'ConnectionString') || textField(config, 'AzureRelayConnectionString');
  if (whole !== '') return entryOfString(whole, { ...options, ...(name === '' ? {} : { entityPath: name }) });
  if (name === '') return refusedEntry(place, 'HCM1083', { key: 'RelayName' });
  const address = textField(config, 'AzureRelayEndpoint');
  if (address === '') return refusedEntry(place, 'HCM1088', { name }, { name });
  if (textField(config, 'AzureRelaySharedAccessSignature') !== '') {
    return refusedEntry(place, 'HCM1013', {}, { name });
  }
  const keyName = textField(config, 'AzureRelaySharedAccessKeyName');
  const key = textField(config, 'AzureRelaySharedAccessKey');
  return entryOfParts({ address, name, keyName, key }, options);
}
