/**
 * Parses JSON and YAML of unknown origin to plain values. Pure.
 *
 * Invariants: size, depth and the growth by aliases are bounded before anything is built; what the parsers say is never
 * handed on, since it quotes the text, and that may hold keys.
 */
import { isMap, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { HcmError } from '../../contract/errors.ts';

/** Ours have six levels, azbridge's four. */
const maxDepth = 64;
/** Its parser takes a hundred times as long as JSON's, and the files in question have a few kB. */
const maxYamlCharacters = 512 * 1024;
const maxAliases = 100;

/** @throws HcmError HCM1081 */
export function parseJson(text: string): unknown {
  if (depthOf(text) > maxDepth) throw new HcmError('HCM1081', { reason: 'deep' });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new HcmError('HCM1081', { reason: 'json' });
  }
}

/** @throws HcmError HCM1081, HCM1082 */
export function parseYaml(text: string): unknown {
  if (text.length > maxYamlCharacters) {
    throw new HcmError('HCM1082', { reason: 'bytes', limit: maxYamlCharacters / 1024 / 1024 });
  }
  if (depthOf(text) > maxDepth || indentationOf(text) > maxDepth) {
    throw new HcmError('HCM1081', { reason: 'deep' });
  }
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      // Not 'silent': of several documents it would take the first one without a word.
      logLevel: 'error',
      // Compares each key with each other one: minutes, for a file made for that.
      uniqueKeys: false,
    });
    const [first] = document.errors;
    if (first === undefined) {
      if (hasTwice(document)) throw new HcmError('HCM1081', { reason: 'twice' });
      keepSpelling(document);
      return document.toJS({ maxAliasCount: maxAliases }) as unknown;
    }
    throw new HcmError('HCM1081', { reason: 'yaml', position: lines.linePos(first.pos[0]).line });
  } catch (error) {
    throw error instanceof HcmError ? error : new HcmError('HCM1081', { reason: 'yaml' });
  }
}

/** A name that looks like a number, such as `0123` or `1e3`, stays as it is written. */
function keepSpelling(document: Document.Parsed): void {
  visit(document, {
    Scalar: (_key, node) => {
      if (typeof node.value === 'number' && String(node.value) !== node.source) node.value = node.source;
    },
  });
}

/** Of two lists with one name the parser would keep the last one. */
function hasTwice({ contents }: Document.Parsed): boolean {
  if (!isMap(contents)) return false;
  const names = contents.items.map(({ key }) => (isScalar(key) ? String(key.value) : ''));
  return new Set(names).size < names.length;
}

/** Brackets that are open at once, without those inside of texts in double quotes. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (quoted && character === '\\') index += 1;
    else if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '[' || character === '{') deepest = Math.max(deepest, (depth += 1));
    else if (character === ']' || character === '}') depth -= 1;
  }
  return deepest;
}

/** Levels that one line can open in YAML's block style: `- - - x`, `? ? x`, and the blanks in front. */
function indentationOf(text: string): number {
  let most = 0;
  for (const [lead] of text.matchAll(/^[ \t]*(?:[-?:][ \t]+)*/gmu)) {
    most = Math.max(most, lead.length / 2);
  }
  return most;
}
