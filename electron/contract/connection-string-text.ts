/**
 * Takes off a pasted connection string what copying put round and into it: quotes, a variable's name, line breaks of a
 * mail, invisible characters of a web page. Each kind that was left out is told by a notice; blanks and line breaks at
 * the very ends are dropped silently, since every file and every terminal adds them.
 */
import { notice, problem, type Notice, type Problem } from './finding.ts';

export const maxConnectionStringLength = 4096;

export type CleanedText =
  | { readonly ok: true; readonly text: string; readonly notices: readonly Notice[] }
  | { readonly ok: false; readonly problem: Problem };

/** Straight and typographic quotes, backticks. */
const quotes =
  '"\'`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\uff02\uff07';

/** Soft hyphen, zero-width characters, direction marks, byte order mark. */
const invisible =
  /\u00ad|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u2064]|[\u2066-\u2069]|\ufeff/g;

/** Blanks that look like the ordinary one, such as the no-break space. */
const foreignBlank = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;

const lineBreak = /[\r\n\v\f\u0085\u2028\u2029]+/;

/** A new line that starts with one of these starts a new part, also where the `;` was lost. */
const startsPart =
  /^(?:Endpoint|EntityPath|SharedAccessKeyName|SharedAccessKey|SharedAccessSignature|OperationTimeout|StsEndpoint|RuntimePort|ManagementPort|TransportType|SharedSecretIssuer|SharedSecretValue|Authentication)\s{0,9}=/i;

/** `ConnectionString=`, `"gatewayConnectionString": `, `export HCM_CONNECTION_STRING=`, `Add-… -ConnectionString `. */
const variableName = /^[^;=]{0,80}?connection[-_ ]?string[^A-Za-z0-9;=]{0,5}[=:\s]\s{0,9}/i;

export function cleanConnectionString(text: string): CleanedText {
  if (text.length > maxConnectionStringLength) {
    const details = { length: text.length, limit: maxConnectionStringLength };
    return { ok: false, problem: problem('HCM1018', 'string', details) };
  }
  const notices: Notice[] = [];
  const visible = text.replace(invisible, '').replace(foreignBlank, ' ').replaceAll('\t', ' ');
  const replaced = visible.length !== text.length || text.search(foreignBlank) !== -1;
  if (replaced) notices.push(notice('HCM1103', 'string'));
  const lines = visible.trim().split(lineBreak);
  if (lines.length > 1) notices.push(notice('HCM1102', 'string'));
  const control = lines.map(controlCharacter).find((found) => found !== '');
  if (control !== undefined) {
    return { ok: false, problem: problem('HCM1019', 'string', { character: control }) };
  }
  const wrapped = unwrap(joinLines(lines));
  if (wrapped.named) notices.push(notice('HCM1104', 'string'));
  if (wrapped.quoted) notices.push(notice('HCM1101', 'string'));
  if (wrapped.text === '') return { ok: false, problem: problem('HCM1001', 'string') };
  return { ok: true, text: wrapped.text, notices };
}

/** `value` without blanks and quotes round it. */
export function withoutQuotes(value: string): { readonly text: string; readonly quoted: boolean } {
  let start = 0;
  let end = value.length;
  let quoted = false;
  for (; start < end && isQuoteOrBlank(value.charAt(start)); start += 1) {
    quoted ||= value.charAt(start) !== ' ';
  }
  for (; end > start && isQuoteOrBlank(value.charAt(end - 1)); end -= 1) {
    quoted ||= value.charAt(end - 1) !== ' ';
  }
  return { text: value.slice(start, end), quoted };
}

function unwrap(joined: string): {
  readonly text: string;
  readonly named: boolean;
  readonly quoted: boolean;
} {
  const prefix = variableName.exec(joined)?.[0] ?? '';
  const rest = joined.slice(prefix.length);
  const closed = withoutClosing(rest);
  const outer = withoutQuotes(closed);
  const named = prefix !== '' && startsPart.test(outer.text);
  if (named) return { ...outer, named };
  return { ...withoutQuotes(withoutClosing(joined)), named: false };
}

/** What follows the closing quote in code and JSON (`",`, `");`, `"}`) belongs to no value. */
function withoutClosing(text: string): string {
  let end = text.length;
  while (end > 0 && ' ,;)}'.includes(text.charAt(end - 1))) end -= 1;
  return end > 0 && quotes.includes(text.charAt(end - 1)) ? text.slice(0, end) : text;
}

function joinLines(lines: readonly string[]): string {
  const [first = '', ...others] = lines.map((line) => line.trim());
  return others.reduce((joined, line) => joined + (startsPart.test(line) ? ';' : '') + line, first);
}

function isQuoteOrBlank(character: string): boolean {
  return character === ' ' || quotes.includes(character);
}

/** The first one as `U+0000`, or nothing. */
function controlCharacter(line: string): string {
  for (const character of line) {
    const code = character.charCodeAt(0);
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f))
      return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return '';
}
