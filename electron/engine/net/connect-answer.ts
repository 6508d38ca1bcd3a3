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
  // "Wait a moment" (1xx) may come before the answer itself; all heads together are bounded like one.
  for (let start = 0; start <= maxHeadBytes;) {
    const answer = received.subarray(start);
    const seen = answer.subarray(0, begin.length);
    if (!begin.subarray(0, seen.length).equals(seen)) return null;
    const end = headEnd(answer.subarray(0, maxHeadBytes - start));
    if (end === undefined) return received.length >= maxHeadBytes ? null : undefined;
    const [first = '', ...lines] = answer.toString('latin1', 0, end.text).split(/\r?\n/);
    const [, digits, reason = ''] = /^HTTP\/1\.[01] ([1-9]\d\d)(?: (.*))?$/.exec(first) ?? [];
    if (digits === undefined) return null;
    const status = Number(digits);
    if (status >= 200) return { status, reason, schemes: schemesIn(lines), rest: answer.subarray(end.next) };
    start += end.next;
  }
  return null;
}

function headEnd(head: Buffer): { readonly text: number; readonly next: number } | undefined {
  const strict = head.indexOf('\r\n\r\n');
  const loose = head.indexOf('\n\n');
  const isLoose = loose !== -1 && (strict === -1 || loose < strict);
  const text = isLoose ? loose : strict;
  if (text === -1) return undefined;
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
