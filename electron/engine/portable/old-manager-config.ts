/**
 * Reads the old manager's `Microsoft.HybridConnectionManager.Listener.exe.config`:
 *
 *     <hybridConnections><connectionStrings><hybridConnection connectionString="…"/></connectionStrings></hybridConnections>
 *
 * Its strings are the portal's or, as the manager itself wrote them, with the entity folded into the Endpoint; BizTalk's
 * are among them (relay-protocol §1.4). Pure.
 *
 * Invariant: no entity of the file is ever expanded: a file that declares any is refused.
 */
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';
import { maxImportEntries } from '../../contract/import-view.ts';
import { looseRecord, textField } from './loose-record.ts';
import { entryOfString, refusedEntry, type PortableEntry } from './portable-entry.ts';
import { xmlFault } from './xml-fault.ts';

/** The real file has five levels. */
const maxDepth = 32;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: maxDepth,
  isArray: (name) => name === 'hybridConnection' || name === 'add',
});

/** An element without anything in it is parsed as an empty text. */
const elementSchema = z.union([z.record(z.string(), z.unknown()), z.literal('').transform(() => ({}))]);
const listSchema = elementSchema.pipe(
  z.looseObject({
    hybridConnection: z.array(z.unknown()).optional(),
    add: z.array(z.unknown()).optional(),
  }),
);
const sectionSchema = elementSchema.pipe(
  z.looseObject({ connectionStrings: z.union([z.array(z.unknown()), z.unknown()]).optional() }),
);
const fileSchema = z.looseObject({
  configuration: z.looseObject({ hybridConnections: z.unknown().optional() }),
});

/**
 * @returns null when it is the configuration of another program.
 * @throws HcmError HCM1081 when it is no XML or declares entities, HCM1082 when it has too many entries.
 */
export function readOldManagerConfig(text: string): readonly PortableEntry[] | null {
  const root = fileSchema.safeParse(parseXml(text));
  if (!root.success || root.data.configuration.hybridConnections === undefined) return null;
  const section = sectionSchema.safeParse(root.data.configuration.hybridConnections);
  if (!section.success) throw new HcmError('HCM1081', { reason: 'form' });
  const { connectionStrings } = section.data;
  if (isEncrypted(section.data) || isEncrypted(connectionStrings)) {
    throw new HcmError('HCM1081', { reason: 'encrypted' });
  }
  if (connectionStrings === undefined) return [];
  const list = listSchema.safeParse(connectionStrings);
  if (!list.success) throw new HcmError('HCM1081', { reason: 'form' });
  const elements = [...(list.data.hybridConnection ?? []), ...(list.data.add ?? [])];
  if (elements.length > maxImportEntries)
    throw new HcmError('HCM1082', { reason: 'entries', limit: maxImportEntries });
  return elements.map(readElement);
}

function parseXml(text: string): unknown {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new HcmError('HCM1081', { reason: 'doctype' });
  const fault = xmlFault(text, maxDepth);
  if (fault !== null) throw new HcmError('HCM1081', { reason: fault.reason, position: fault.line });
  try {
    return parser.parse(text);
  } catch {
    // Names that it reserves, and its own limits; what it says may quote the text.
    throw new HcmError('HCM1081', { reason: 'form' });
  }
}

/** A section that Windows sealed for its own computer (`configProtectionProvider`). */
function isEncrypted(value: unknown): boolean {
  const record = looseRecord(value);
  return record !== null && (record.has('encrypteddata') || record.has('configprotectionprovider'));
}

function readElement(element: unknown, index: number): PortableEntry {
  const place = `hybridConnection[${index}]`;
  const record = looseRecord(element);
  const connectionString = record === null ? '' : textField(record, 'connectionString');
  if (connectionString === '') return refusedEntry(place, 'HCM1083', { key: 'connectionString' });
  return entryOfString(withoutEscapes(connectionString), { place });
}

const escapes: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five that every XML file has, and characters by number, as .NET writes a line break; no others. */
function withoutEscapes(text: string): string {
  return text.replace(
    /&(?:(amp|lt|gt|quot|apos)|#([0-9]{1,7})|#x([0-9a-f]{1,6}));/giu,
    (match, name: string | undefined, decimal: string | undefined, hexadecimal: string | undefined) => {
      if (name !== undefined) return escapes[name] ?? match;
      const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
      return code <= 0x10ffff ? String.fromCodePoint(code) : match;
    },
  );
}
