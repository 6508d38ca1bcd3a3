/**
 * Splits a cleaned connection string into its parts (relay-protocol §1.1): `key=value` joined by `;`, split at the first
 * `=`, keys in any order and case. Unlike the official clients it refuses the same key twice and says where a `;` is
 * missing.
 *
 * Invariant: what it reports of unknown text is at most a word that can't be a key's text.
 */
import { notice, problem, type Notice, type Problem } from './finding.ts';
import { withoutQuotes } from './connection-string-text.ts';

const knownKeys = [
  'Endpoint',
  'EntityPath',
  'SharedAccessKeyName',
  'SharedAccessKey',
  'SharedAccessSignature',
  'OperationTimeout',
  'Authentication',
  'StsEndpoint',
  'RuntimePort',
  'ManagementPort',
  'TransportType',
  'SharedSecretIssuer',
  'SharedSecretValue',
] as const;

export type PartKey = (typeof knownKeys)[number];

export interface ConnectionStringParts {
  readonly values: ReadonlyMap<PartKey, string>;
  readonly problems: readonly Problem[];
  readonly notices: readonly Notice[];
}

const keysByLowerCase = new Map<string, PartKey>(knownKeys.map((key) => [key.toLowerCase(), key]));

/** One of ours inside a value: the `;` before it was lost. */
const keyInsideValue = new RegExp(`(${knownKeys.join('|')})\\s{0,9}=`, 'i');

export function splitConnectionString(text: string): ConnectionStringParts {
  const values = new Map<PartKey, string>();
  const problems: Problem[] = [];
  let quoted = false;
  for (const [index, segment] of text.split(';').entries()) {
    if (segment.trim() === '') continue;
    const part = readPart(segment, index + 1);
    if ('code' in part) {
      problems.push(part);
      continue;
    }
    quoted ||= part.quoted;
    if (values.has(part.key)) problems.push(problem('HCM1004', 'string', { key: part.key }));
    else values.set(part.key, part.value);
  }
  return { values, problems, notices: quoted ? [notice('HCM1101', 'string')] : [] };
}

interface Part {
  readonly key: PartKey;
  readonly value: string;
  readonly quoted: boolean;
}

function readPart(segment: string, position: number): Part | Problem {
  const equals = segment.indexOf('=');
  const name = withoutQuotes(equals === -1 ? segment : segment.slice(0, equals));
  // A token pasted without its key: `SharedAccessSignature sr=…&sig=…`.
  if (name.text.toLowerCase().startsWith('sharedaccesssignature ')) return problem('HCM1013', 'key');
  if (equals === -1) return problem('HCM1002', 'string', { position });
  const key = keysByLowerCase.get(name.text.toLowerCase());
  if (key === undefined) return problem('HCM1003', 'string', { position, ...showable(name.text) });
  const value = withoutQuotes(segment.slice(equals + 1));
  const inside = key === 'SharedAccessSignature' ? undefined : keyInsideValue.exec(value.text)?.[1];
  const swallowed = inside === undefined ? undefined : keysByLowerCase.get(inside.toLowerCase());
  if (swallowed !== undefined) return problem('HCM1002', 'string', { position, key, before: swallowed });
  return { key, value: value.text, quoted: name.quoted || value.quoted };
}

/** Only a short word of letters is shown: keys of Azure are longer or hold digits and signs. */
function showable(name: string): { readonly key?: string; readonly similar?: string } {
  if (!/^[A-Za-z][A-Za-z_ -]{0,29}$/.test(name)) return {};
  const similar = knownKeys.find((known) => isNear(known.toLowerCase(), name.toLowerCase()));
  return similar === undefined ? { key: name } : { key: name, similar };
}

/** One letter more, less, other, or two neighbours swapped. */
function isNear(known: string, typed: string): boolean {
  let start = 0;
  while (start < known.length && known[start] === typed[start]) start += 1;
  const restKnown = known.slice(start);
  const restTyped = typed.slice(start);
  const swapped = restTyped.charAt(1) + restTyped.charAt(0) + restTyped.slice(2);
  return (
    restKnown.slice(1) === restTyped ||
    restKnown === restTyped.slice(1) ||
    restKnown.slice(1) === restTyped.slice(1) ||
    restKnown === swapped
  );
}
