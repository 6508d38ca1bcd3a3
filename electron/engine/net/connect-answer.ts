/** Reads a proxy's answer to CONNECT (RFC 9110 §9.3.6, RFC 9112): status, what it says about signing in, and what follows. Pure. */

export interface ConnectAnswer {
  readonly status: number;
  readonly reason: string;
  /** Ways to sign in that it offers, as it spells them. */
  readonly schemes: readonly string[];
  /** Bytes behind the head: the relay's first words when the tunnel is open. */
  readonly rest: Buffer;
}

/** Longer heads are no answer to a CONNECT. */
export const maxHeadBytes = 16 * 1024;
const maxSchemes = 8;
const begin = Buffer.from('HTTP/1.');

/** The answer; `undefined` while more has to come; `null` when this is no HTTP answer. */
export function readConnectAnswer(received: Buffer): ConnectAnswer | null | undefined {
  const seen = received.subarray(0, begin.length);
  if (!begin.subarray(0, seen.length).equals(seen)) return null;
  const end = headEnd(received);
  if (end === undefined) return received.length >= maxHeadBytes ? null : undefined;
  const [first = '', ...lines] = received.toString('latin1', 0, end.text).split(/\r?\n/);
  const [, digits, reason = ''] = /^HTTP\/1\.[01] ([1-9]\d\d)(?: (.*))?$/.exec(first) ?? [];
  if (digits === undefined) return null;
  const rest = received.subarray(end.next);
  const status = Number(digits);
  // "Wait a moment": the answer itself comes behind it.
  if (status < 200) return readConnectAnswer(rest);
  return { status, reason, schemes: schemesIn(lines), rest };
}

function headEnd(received: Buffer): { readonly text: number; readonly next: number } | undefined {
  const strict = received.indexOf('\r\n\r\n');
  const loose = received.indexOf('\n\n');
  const isLoose = loose !== -1 && (strict === -1 || loose < strict);
  const text = isLoose ? loose : strict;
  if (text === -1 || text > maxHeadBytes) return undefined;
  return { text, next: text + (isLoose ? 2 : 4) };
}

/** First words of all challenges: several headers, or several in one, with parameters between them (RFC 9110 §11.6.1). */
function schemesIn(lines: readonly string[]): readonly string[] {
  const challenges = lines.flatMap((line) => /^proxy-authenticate:(.*)$/i.exec(line)?.[1] ?? []);
  const schemes = challenges
    .flatMap((challenge) => challenge.replace(/"(?:[^"\\]|\\.)*"/g, '""').split(','))
    .flatMap((part) => /^\s*([A-Za-z][A-Za-z0-9-]{0,31})(?=\s+|\s*$)(?!\s*=)/.exec(part)?.[1] ?? []);
  return [...new Set(schemes)].slice(0, maxSchemes);
}
