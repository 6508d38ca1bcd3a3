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

export function redactConnectionString(text: string): string {
  let redacted = '';
  let position = 0;
  secretStart.lastIndex = 0;
  for (let match = secretStart.exec(text); match !== null; match = secretStart.exec(text)) {
    const valueStart = match.index + match[0].length;
    const semicolon = text.indexOf(';', valueStart);
    const partEnd = semicolon === -1 ? text.length : semicolon;
    const [from, to] = innerRange(text, valueStart, partEnd);
    redacted += text.slice(position, from) + (from < to ? hiddenSecret : '');
    position = to;
    secretStart.lastIndex = Math.max(to, valueStart);
  }
  const rest = redacted + text.slice(position);
  return rest.replace(signature, `$1${hiddenSecret}`).replace(keyShape, hiddenSecret);
}

/** The value without the quotes and blanks round it, which may stay visible. */
function innerRange(text: string, start: number, end: number): readonly [number, number] {
  let from = start;
  let to = end;
  while (from < to && isWrapping(text.charAt(from))) from += 1;
  while (to > from && isWrapping(text.charAt(to - 1))) to -= 1;
  return [from, to];
}

function isWrapping(character: string): boolean {
  return /["'`\s]/.test(character);
}
