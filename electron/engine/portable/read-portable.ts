/**
 * Reads a file of connections, whichever of the known programs wrote it: recognised by what is in it, not by its name.
 *
 * Invariant: a file that can't be read at all is refused as a whole; else each entry stands for itself.
 */
import { connectionKey } from '../../contract/connection.ts';
import { HcmError } from '../../contract/errors.ts';
import type { PortableFormat } from '../../contract/portable-answers.ts';
import { isAzbridgeConfig, readAzbridgeConfig } from './azbridge-config.ts';
import { decodeText } from './decode-text.ts';
import { hasField, looseRecord } from './loose-record.ts';
import { readOldManagerConfig } from './old-manager-config.ts';
import { parseJson, parseYaml } from './parse-document.ts';
import type { PortableConnection, PortableEntry, PortableFile } from './portable-entry.ts';
import { isExport, readExport } from './read-export.ts';
import { readRewriteConnections } from './rewrite-connections.ts';

/**
 * @param askPassphrase asked only when the file is an export that holds keys.
 * @throws HcmError HCM1080-HCM1082, HCM1086, HCM1087
 */
export async function readPortable(
  bytes: Buffer,
  askPassphrase: () => Promise<string>,
): Promise<PortableFile> {
  const text = decodeText(bytes).trim();
  if (text === '') throw new HcmError('HCM1080', { reason: 'empty' });
  const file = await readText(text, askPassphrase);
  return { ...file, entries: onceEach(file.entries, file.format) };
}

async function readText(text: string, askPassphrase: () => Promise<string>): Promise<PortableFile> {
  if (text.startsWith('<')) {
    const entries = readOldManagerConfig(text);
    if (entries === null) throw new HcmError('HCM1080');
    return { format: 'oldManager', entries };
  }
  const value = /^[[{]/u.test(text) ? parseJson(text) : parseYaml(text);
  if (Array.isArray(value)) return ofRewrite(value);
  if (isExport(value)) return { format: 'export', ...(await readExport(value, askPassphrase)) };
  const record = looseRecord(value);
  if (record === null) throw new HcmError('HCM1080');
  if (isAzbridgeConfig(record)) return { format: 'azbridge', entries: readAzbridgeConfig(record) };
  // Of this program, but nothing to import from.
  if (hasField(record, 'connections')) {
    throw new HcmError('HCM1080', { reason: hasField(record, 'version') ? 'store' : 'apply' });
  }
  return ofRewrite([value]);
}

function ofRewrite(list: readonly unknown[]): PortableFile {
  const isOne = (value: unknown): boolean => {
    const record = looseRecord(value);
    return (
      record !== null && ['Namespace', 'Uri', 'KeyName', 'KeyValue'].some((name) => hasField(record, name))
    );
  };
  if (list.length > 0 && !list.some(isOne)) throw new HcmError('HCM1080');
  return { format: 'rewrite', entries: readRewriteConnections(list) };
}

/**
 * A Hybrid Connection is on a host once. The same entry again is left out; another one for it is told, and where the file
 * means several endpoints by them, none is better than any.
 */
function onceEach(entries: readonly PortableEntry[], format: PortableFormat): readonly PortableEntry[] {
  const groups = new Map<string, PortableConnection[]>();
  for (const entry of entries) {
    if (entry.outcome !== 'connection') continue;
    const key = connectionKey(entry.target);
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return entries.flatMap((entry): readonly PortableEntry[] => {
    if (entry.outcome !== 'connection') return [entry];
    const [first = entry, ...others] = groups.get(connectionKey(entry.target)) ?? [];
    const isSame = JSON.stringify(entry.desired) === JSON.stringify(first.desired);
    const isAmbiguous = format === 'azbridge' && others.some(({ endpoint }) => endpoint !== first.endpoint);
    if (entry === first && !isAmbiguous) return [entry];
    if (isSame && !isAmbiguous) return [];
    const { place, target } = entry;
    const { name, host } = target;
    const reason = isAmbiguous ? 'ports' : 'twice';
    return [
      { outcome: 'refused', place, name, host, problem: { code: 'HCM1085', details: { name, reason } } },
    ];
  });
}
