/**
 * Takes secrets out of any text before it leaves the process: logs, errors, crash texts, bundles. First what this process
 * knows to be secret (`SecretRegister`), then whatever looks like a key or a token. Nothing of a secret stays, not even
 * its end: a few characters are enough to compare it with a guess.
 *
 * Invariants: a text that was valid JSON stays valid JSON; the time taken grows with the length only.
 */
import { hidden, type SecretRegister } from './secret-register.ts';

/** Quotes as they stand in JSON, and in JSON inside of JSON. */
const quote = String.raw`\\{0,4}["']`;

/** `=` or `:` between key and value, as it is or percent-encoded, with or without quotes; the value may be in a list. */
const sign = String.raw`(?:${quote})?\s{0,9}(?:[=:]|%3[Dd]|%3[Aa])\s{0,9}\[?\s{0,9}(?:${quote})?`;

/** A value up to where any of the formats that we print ends it. */
const value = String.raw`[^\s"'\\;&,<>{}[\]:][^\s"'\\;&,<>{}[\]]*`;

const secretKeys = [
  'SharedAccessKey',
  'SharedSecretValue',
  'AccountKey',
  'PrimaryKey',
  'SecondaryKey',
  'sb-hc-token',
  'sb-hc-sas-key',
  'client_secret',
  'access_token',
  'refresh_token',
  'id_token',
  'client_assertion',
  'device_code',
  'code_verifier',
  'password',
].join('|');

const secretValue = new RegExp(`((?:${secretKeys})${sign})(${value})`, 'gi');

const patterns: readonly (readonly [RegExp, string])[] = [
  // A whole token, as it is or inside a URL: `SharedAccessSignature sr=…&sig=…`, blanks and signs perhaps encoded.
  [/(SharedAccessSignature(?:\s|%20|\+){1,9})sr(?:=|%3D)[^\s"'\\;,<>]*/gi, `$1${hidden}`],
  [new RegExp(`(SharedAccessSignature${sign})(?!SharedAccessSignature)${value}`, 'gi'), `$1${hidden}`],
  [/(\bsig(?:=|%3D))[^&\s"'\\;,<>]+/gi, `$1${hidden}`],
  // `Authorization`, `ServiceBusAuthorization`, `Proxy-Authorization`: as a JSON member or list of headers, the same
  // inside of a JSON text, and as a header line.
  [/(Authorization"\s{0,9}[:,]\s{0,9}\[?\s{0,9}")(?:[^"\\]|\\.)+/gi, `$1${hidden}`],
  [/(Authorization(\\{0,4}["'])\s{0,9}[:,=]\s{0,9}\[?\s{0,9}\2)[^"'\\\r\n]+/gi, `$1${hidden}`],
  [/(Authorization\s{0,9}[:=])[^"\\\r\n]+/gi, `$1 ${hidden}`],
  // A JWT begins with `{"` in base64. Only the start of a word counts (also behind `%20` or `\n`), so that hostile text
  // costs no more than its length.
  [
    /(?<=^|[^A-Za-z0-9_-]|%[0-9A-Fa-f]{2}|\\[nrtbf]|\\u[0-9A-Fa-f]{4})eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{2,}(?:\.[A-Za-z0-9_-]*)?/g,
    hidden,
  ],
  // A private key in PEM, with its lines as they are or escaped in JSON.
  [
    /-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----(?:[A-Za-z0-9+/=\s]|\\{1,4}[nr])*(?:-----END (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY-----)?/g,
    hidden,
  ],
  // 32 bytes in base64: the shape of every key of Azure.
  [/(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{43}=/g, hidden],
];

export function redact(text: string, secrets?: SecretRegister): string {
  const known = secrets === undefined ? text : secrets.hide(text);
  const named = known.replace(
    secretValue,
    (_all, before: string, found: string) => before + hideValue(found),
  );
  return patterns.reduce((shown, [pattern, replacement]) => shown.replace(pattern, replacement), named);
}

/** Bare words and numbers of JSON must stay what JSON knows. */
function hideValue(found: string): string {
  if (/^(?:true|false|null)$/.test(found)) return found;
  return /^-?[0-9.]+(?:[eE][+-]?[0-9]+)?$/.test(found) ? '0' : hidden;
}
