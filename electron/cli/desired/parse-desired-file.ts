/**
 * From the text of a file of desired connections to its value, or to all that is wrong with it, each with its line. Pure.
 *
 * Invariants: a fault never quotes a value, which may be a key; whatever the text holds, this ends in bounded time: no
 * aliases, no tags, no merging, and what is nested too deeply is refused.
 */
import { isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { z } from 'zod';
import { maxDesired } from '../../contract/desired.ts';
import { limitNames, settingOfLimit } from '../../contract/effective-limits.ts';
import type { ErrorData } from '../../contract/errors.ts';
import { desiredReasonTexts, desiredSentenceTexts } from '../../contract/messages/texts/cli-desired.ts';
import { fillText } from '../../contract/messages/message-text.ts';
import { settingLimits } from '../../contract/setting-values.ts';
import { settingNames } from '../../contract/settings.ts';
import { desiredFileSchema, type DesiredFile } from './desired-file.ts';

export type Path = readonly PropertyKey[];

export interface FileFault {
  /** null where it isn't about one. */
  readonly line: number | null;
  /** `connections[2].endpoint` */
  readonly place: string;
  readonly error: ErrorData;
}

/** What turns a place of the value into a line of the text. */
export type FaultAt = (path: Path, error: ErrorData) => FileFault;

export type DesiredFileReading =
  | { readonly ok: true; readonly value: DesiredFile; readonly faultAt: FaultAt }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** Deeper than any such file; the reader of YAML goes down one call for each level. */
const maxDepth = 32;
/** More would only hide the first ones. */
const maxFaults = 100;

export function parseDesiredFile(text: string): DesiredFileReading {
  if (isTooDeep(text)) return { ok: false, faults: [whole('depth')] };
  const lines = new LineCounter();
  const document = parseYaml(text, lines);
  const faultAt: FaultAt = (path, error) => ({
    line: lineOf(document, lines, path),
    place: placeText(path),
    error,
  });
  const faults = [...syntaxFaults(document, lines), ...nodeFaults(document, lines)];
  if (faults.length > 0) return { ok: false, faults: faults.slice(0, maxFaults) };
  const parsed = desiredFileSchema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (parsed.success) return { ok: true, value: parsed.data, faultAt };
  const isThere = (path: Path): boolean => path.length === 0 || document.hasIn(path);
  const found = parsed.error.issues.flatMap((issue) => issueFaults(issue, isThere, faultAt));
  return { ok: false, faults: found.slice(0, maxFaults) };
}

function parseYaml(text: string, lines: LineCounter): Document {
  return parseDocument(text, {
    lineCounter: lines,
    // Its messages quote the text.
    prettyErrors: false,
    schema: 'core',
    stringKeys: true,
    uniqueKeys: true,
  });
}

export function wholeFileFault(error: ErrorData): FileFault {
  return { line: null, place: desiredSentenceTexts.whole, error };
}

export function reasonError(
  reason: keyof typeof desiredReasonTexts,
  details: Readonly<Record<string, string | number>> = {},
): ErrorData {
  return { code: 'HCM1070', details: { reason: fillText(desiredReasonTexts[reason], details) } };
}

function whole(reason: keyof typeof desiredReasonTexts): FileFault {
  return wholeFileFault(reasonError(reason));
}

/** Brackets that stay open, or one indentation after another. Those in texts count, too: such a text is no use here. */
function isTooDeep(text: string): boolean {
  let open = 0;
  let indents: readonly number[] = [0];
  for (const line of text.split('\n')) {
    const indent = line.search(/[^ \t\-?:]/u);
    const marks = line.slice(0, indent === -1 ? line.length : indent).match(/[-?:]/gu)?.length ?? 0;
    if (marks > maxDepth) return true;
    if (indent !== -1) {
      indents = [...indents.filter((outer) => outer < indent), indent];
      if (indents.length > maxDepth) return true;
    }
    for (const character of line) {
      if (character === '[' || character === '{') open += 1;
      else if ((character === ']' || character === '}') && open > 0) open -= 1;
      if (open > maxDepth) return true;
    }
  }
  return false;
}

function syntaxFaults(document: Document, lines: LineCounter): readonly FileFault[] {
  return [...document.errors, ...document.warnings].map(({ code, pos }) => ({
    line: lines.linePos(pos[0]).line,
    place: desiredSentenceTexts.whole,
    error: reasonError(
      code === 'DUPLICATE_KEY' ? 'duplicate' : code === 'TAG_RESOLVE_FAILED' ? 'tag' : 'syntax',
    ),
  }));
}

function nodeFaults(document: Document, lines: LineCounter): readonly FileFault[] {
  const faults: FileFault[] = [];
  visit(document, {
    Node: (_key, node) => {
      const reason =
        isAlias(node) || node.anchor !== undefined ? 'alias' : node.tag === undefined ? null : 'tag';
      if (reason === null) return;
      const start = node.range?.[0];
      faults.push({
        line: start === undefined ? null : lines.linePos(start).line,
        place: desiredSentenceTexts.whole,
        error: reasonError(reason),
      });
    },
  });
  return faults;
}

function issueFaults(
  issue: z.core.$ZodIssue,
  isThere: (path: Path) => boolean,
  faultAt: FaultAt,
): readonly FileFault[] {
  const { path } = issue;
  if (!isThere(path)) return [faultAt(path, reasonError('missing', { key: String(path.at(-1)) }))];
  if (issue.code !== 'unrecognized_keys') return [faultAt(path, errorOf(issue))];
  return issue.keys.map((key) => faultAt([...path, key], unknownKey(key)));
}

/** Only what looks like a name is quoted: it might be a key that slipped. */
function unknownKey(key: string): ErrorData {
  return /^[A-Za-z$_-]{1,40}$/u.test(key) ? reasonError('unknownKey', { key }) : reasonError('unknownKeys');
}

function errorOf({ code, path }: z.core.$ZodIssue): ErrorData {
  const name = path.at(-1);
  if (path.length === 1 && name === 'version') return reasonError('version');
  if (path.length === 1 && name === 'connections' && code === 'too_big')
    return reasonError('count', { limit: maxDesired });
  const known = settingNames.find((setting) => setting === name);
  if (known !== undefined && path[0] === 'settings')
    return { code: 'HCM1062', details: settingLimits(known) };
  const limit = limitNames.find((one) => one === name);
  if (limit !== undefined && path.includes('limits'))
    return { code: 'HCM1062', details: { ...settingLimits(settingOfLimit[limit]), name: limit } };
  if (code === 'invalid_union') return reasonError('source');
  return reasonError(code === 'invalid_type' ? 'type' : 'value');
}

function placeText(path: Path): string {
  if (path.length === 0) return desiredSentenceTexts.whole;
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${readable(String(part))}`))
    .join('')
    .replace(/^\./u, '');
}

function readable(part: string): string {
  return /^[A-Za-z$_-]{1,40}$/u.test(part) ? part : '?';
}

/** Of the key where there is one, else of what is nearest around it. */
function lineOf(document: Document, lines: LineCounter, path: Path): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const start = startOf(document, path.slice(0, length));
    if (start !== undefined) return lines.linePos(start).line;
  }
  return null;
}

function startOf(document: Document, path: Path): number | undefined {
  const parent: unknown = path.length === 0 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (path.length === 0) return isNode(parent) ? parent.range?.[0] : undefined;
  if (isMap(parent)) {
    const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
    return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  }
  const node: unknown = document.getIn(path, true);
  return isNode(node) ? node.range?.[0] : undefined;
}
