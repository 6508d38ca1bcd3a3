/**
 * Reads an export of this program. With keys it opens only as a whole and unchanged; without them each connection is
 * read by itself.
 */
import { z } from 'zod';
import { formatConnectionString } from '../../contract/format-connection-string.ts';
import { bracketHost, formatHostPort } from '../../contract/host-port.ts';
import { maxImportEntries } from '../../contract/import-view.ts';
import { HcmError } from '../../contract/errors.ts';
import {
  boundText,
  exportDocumentSchema,
  exportedConnectionSchema,
  exportedSecretsSchema,
  exportFormat,
  exportHeadSchema,
  exportVersion,
  type ExportedConnection,
  type ExportedKeys,
  type ExportedSecrets,
} from './export-document.ts';
import { looseRecord, textField } from './loose-record.ts';
import { entryOfString, refusedEntry, type PortableEntry, type PortableFile } from './portable-entry.ts';
import { openText } from './sealed-keys.ts';

export function isExport(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === exportFormat;
}

/**
 * @param askPassphrase asked only when the export holds keys.
 * @throws HcmError HCM1087 of a newer version, HCM1081 when it isn't whole, HCM1082 when it holds too many connections,
 *   HCM1086 when its keys don't open.
 */
export async function readExport(
  document: Readonly<Record<string, unknown>>,
  askPassphrase: () => Promise<string>,
): Promise<Omit<PortableFile, 'format'>> {
  const head = exportHeadSchema.safeParse(document);
  if (head.success && head.data.version > exportVersion) throw new HcmError('HCM1087');
  const parsed = exportDocumentSchema.safeParse(document);
  if (!parsed.success) throw new HcmError('HCM1081', { reason: 'export' });
  const { connections, keys, settings } = parsed.data;
  if (connections.length > maxImportEntries)
    throw new HcmError('HCM1082', { reason: 'entries', limit: maxImportEntries });
  const entriesOf = (opened: ExportedKeys | null): readonly PortableEntry[] =>
    connections.map((value, index) => readOne(value, index, opened?.[index]));
  if (keys === null) return { entries: entriesOf(null), settings };
  const { data, ...sealing } = keys;
  const plain = await openText(data, sealing, await askPassphrase(), boundText(document));
  const opened = readSecrets(plain, connections.length);
  return { entries: entriesOf(opened.connections), settings, proxyPassword: opened.proxyPassword };
}

function readSecrets(plain: string, count: number): ExportedSecrets {
  const parsed = z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(exportedSecretsSchema.refine(({ connections }) => connections.length === count))
    .safeParse(plain);
  // Sealed by us, and whole: only a program that isn't ours makes such a one.
  if (!parsed.success) throw new HcmError('HCM1081', { reason: 'export' });
  return parsed.data;
}

function readOne(value: unknown, index: number, keys: ExportedKeys[number] | undefined): PortableEntry {
  const place = `connections[${index}]`;
  const parsed = exportedConnectionSchema.safeParse(value);
  if (!parsed.success) {
    const record = looseRecord(value);
    const name = record === null ? '' : textField(record, 'name');
    return refusedEntry(place, 'HCM1083', { reason: 'form' }, { name });
  }
  const { kind, host, port, name, keyName, endpoint } = parsed.data;
  const shown = endpoint && formatHostPort(endpoint);
  const options = { place, endpoint: shown };
  if (kind === 'biztalk') {
    const rule = keyName === '' ? '' : `;SharedAccessKeyName=${keyName}`;
    return entryOfString(`Endpoint=hc://${bracketHost(host)}/${name}${rule}`, options);
  }
  const key = keys?.primary ?? null;
  if (key === null) return { outcome: 'keyless', place, target: { kind, host, port, name }, endpoint: shown };
  const connectionString = formatConnectionString({ host, port, entityPath: name, keyName, key });
  return entryOfString(connectionString, {
    ...options,
    wanted: wantedOf(parsed.data, keys?.secondary ?? null),
  });
}

/** What the export doesn't name stays as it is: an import takes nothing away. */
function wantedOf(connection: ExportedConnection, secondaryKey: string | null): object {
  const { host, port, name, secondaryKeyName, endpoint, caPem, limits, enabled } = connection;
  const second = { host, port, entityPath: name, keyName: secondaryKeyName ?? '', key: secondaryKey ?? '' };
  return {
    ...(secondaryKey === null || secondaryKeyName === null
      ? {}
      : { secondaryConnectionString: formatConnectionString(second) }),
    ...(endpoint?.source === 'manual' ? { endpoint: formatHostPort(endpoint) } : {}),
    ...(caPem === null ? {} : { caPem }),
    ...(Object.values(limits).every((limit) => limit === null) ? {} : { limits }),
    enabled,
  };
}
