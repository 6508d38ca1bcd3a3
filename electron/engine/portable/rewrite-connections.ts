/**
 * Reads `connections.json` of Microsoft's manager of 2025: an array of objects with the key in clear. The fields' names
 * were never documented, so neighbouring spellings are understood, too. Pure.
 *
 * Its endpoints were read from Azure and are shown only: this host asks Azure itself.
 */
import { HcmError } from '../../contract/errors.ts';
import { bracketHost, formatHostPort, parseHostPort } from '../../contract/host-port.ts';
import { maxImportEntries } from '../../contract/import-view.ts';
import { looseRecord, textField, type LooseRecord } from './loose-record.ts';
import { entryOfParts, entryOfString, refusedEntry, type PortableEntry } from './portable-entry.ts';

/** It knew the public cloud alone. */
const cloudSuffix = 'servicebus.windows.net';

/** @throws HcmError HCM1082 when it has too many entries. */
export function readRewriteConnections(list: readonly unknown[]): readonly PortableEntry[] {
  if (list.length > maxImportEntries)
    throw new HcmError('HCM1082', { reason: 'entries', limit: maxImportEntries });
  return list.map((value, index) => readOne(value, `[${index}]`));
}

function readOne(value: unknown, place: string): PortableEntry {
  const record = looseRecord(value);
  if (record === null) return refusedEntry(place, 'HCM1083', { reason: 'form' });
  const endpoint = endpointOf(record);
  const whole = textField(record, 'ConnectionString', 'GatewayConnectionString');
  if (whole !== '') return entryOfString(whole, { place, endpoint });
  const address = addressOf(record);
  if (address === '') return refusedEntry(place, 'HCM1083', { key: 'Namespace' });
  const name = textField(record, 'Name', 'HybridConnectionName', 'EntityPath');
  if (name === '') return refusedEntry(place, 'HCM1083', { key: 'Name' });
  const keyName = textField(record, 'KeyName', 'SharedAccessKeyName');
  const key = textField(record, 'KeyValue', 'SharedAccessKey', 'Key');
  return entryOfParts({ address, name, keyName, key }, { place, endpoint });
}

/** From the namespace's name, or from whatever address of the service stands there. */
function addressOf(record: LooseRecord): string {
  const namespace = textField(record, 'Namespace', 'NamespaceName', 'ServiceBusNamespace').replace(
    /^sb:\/\//iu,
    '',
  );
  if (namespace !== '') {
    const host = namespace.replace(/\/+$/u, '');
    return `sb://${host.includes('.') ? host : `${host}.${cloudSuffix}`}/`;
  }
  const uri =
    /^(?:sb|https?):\/\/([^/?#]+)/iu.exec(textField(record, 'ServiceBusEndpoint', 'Uri'))?.[1] ?? '';
  return uri === '' ? '' : `sb://${uri}/`;
}

function endpointOf(record: LooseRecord): string | null {
  const host = textField(record, 'EndpointHost');
  const text =
    host === '' ? textField(record, 'Endpoint') : `${bracketHost(host)}:${textField(record, 'EndpointPort')}`;
  const reading = parseHostPort(text);
  return reading.ok ? formatHostPort(reading) : null;
}
