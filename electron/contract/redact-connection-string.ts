/**
 * Hides the secrets of a connection string and leaves the rest as it is, for every text that people paste or programs
 * print, readable or not. Errs on the side of hiding: a secret whose end can't be told is hidden to the end of its part.
 */

export const hiddenSecret = '***';

/** Blanks, line breaks and invisible characters that the reader forgives inside of words (`connection-string-text`). */
const forgiven =
  '[\\s\\u00ad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff]*';

const secretKeys = [
  'SharedAccessKey',
  'SharedAccessSignature',
  'SharedSecretValue',
  'AccountKey',
  'sb-hc-token',
  'sb-hc-sas-key',
];

const spelled = secretKeys.map((key) => Array.from(key).join(forgiven)).join('|');

/** A secret's key with what stands between it and its value: quotes, `=` or `:`. */
const secretStart = new RegExp(`(?:${spelled})${forgiven}(?:["'\`]${forgiven})?[=:]`, 'giu');

/** The signature inside a token, and what has the shape of a 256-bit key, wherever it stands. */
const signature = /(\bsig=)[^&;\s"'`]+/gi;
const keyShape = /(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=/g;

/** Where a text holds something secret: from the first character to the one behind the last. */
export interface SecretRange {
  readonly from: number;
  readonly to: number;
}

export function redactConnectionString(text: string): string {
  let redacted = '';
  let position = 0;
  for (const { from, to } of secretRanges(text)) {
    redacted += text.slice(position, from) + hiddenSecret;
    position = to;
  }
  return redacted + text.slice(position);
}

/** In order, without empty or overlapping ones. */
export function secretRanges(text: string): readonly SecretRange[] {
  const shapes = [...text.matchAll(keyShape)].map(({ index, 0: found }) => ({
    from: index,
    to: index + found.length,
  }));
  const signatures = [...text.matchAll(signature)].map(({ index, 0: found, 1: name = '' }) => ({
    from: index + name.length,
    to: index + found.length,
  }));
  return joinRanges([...namedSecrets(text), ...signatures, ...shapes]);
}

/** Ranges in order; what overlaps or touches becomes one. */
export function joinRanges(ranges: readonly SecretRange[]): readonly SecretRange[] {
  const joined: SecretRange[] = [];
  for (const range of [...ranges].sort((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (range.from >= range.to) continue;
    if (last === undefined || range.from > last.to) joined.push(range);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
  }
  return joined;
}

function namedSecrets(text: string): readonly SecretRange[] {
  const found: SecretRange[] = [];
  secretStart.lastIndex = 0;
  for (let match = secretStart.exec(text); match !== null; match = secretStart.exec(text)) {
    const valueStart = match.index + match[0].length;
    const semicolon = text.indexOf(';', valueStart);
    const range = innerRange(text, valueStart, semicolon === -1 ? text.length : semicolon);
    found.push(range);
    secretStart.lastIndex = Math.max(range.to, valueStart);
  }
  return found;
}

/** The value without the quotes and blanks round it, which may stay visible. */
function innerRange(text: string, start: number, end: number): SecretRange {
  let from = start;
  let to = end;
  while (from < to && isWrapping(text.charAt(from))) from += 1;
  while (to > from && isWrapping(text.charAt(to - 1))) to -= 1;
  return { from, to };
}

function isWrapping(character: string): boolean {
  return /["'`\s]/.test(character);
}
