/**
 * Reads the request target of a handshake or HTTP request: entity path, the relay's own `sb-hc-` parameters, and what
 * belongs to the sender (relay-protocol §3.1, §3.7, §5.1). Pure.
 */

export interface RequestTarget {
  /** Path as received, without `/$hc`; starts with `/`. */
  readonly rawPath: string;
  /** Path decoded, without slashes at its ends. */
  readonly path: string;
  /** It came below `/$hc`, which only WebSocket peers use. */
  readonly isHybridPath: boolean;
  /** The peer's own query, byte for byte, without the relay's parameters and without `?`. */
  readonly ownQuery: string;
  readonly action: string | undefined;
  readonly id: string | undefined;
  readonly token: string | undefined;
  readonly statusCode: string | undefined;
  readonly statusDescription: string | undefined;
}

const hybridPrefix = /^\/\$hc(?=\/|$)/i;
const ownParameter = /^sb-hc-/i;

/** Undefined for what is no path: `*`, an authority, broken escapes. */
export function parseRequestTarget(target: string): RequestTarget | undefined {
  const relative = target.replace(/^https?:\/\/[^/?#]*/i, '');
  if (!relative.startsWith('/')) return undefined;
  const [beforeQuery = '', ...rest] = relative.split('?');
  const isHybridPath = hybridPrefix.test(beforeQuery);
  const rawPath = beforeQuery.replace(hybridPrefix, '') || '/';
  const path = decodePath(rawPath);
  if (path === undefined) return undefined;
  const pairs = rest
    .join('?')
    .split('&')
    .filter((pair) => pair !== '');
  const parameters = readParameters(pairs);
  return {
    rawPath,
    path,
    isHybridPath,
    ownQuery: pairs.filter((pair) => !isRelayPair(pair)).join('&'),
    action: parameters.get('action'),
    id: parameters.get('id'),
    token: parameters.get('token'),
    statusCode: parameters.get('statuscode'),
    statusDescription: parameters.get('statusdescription'),
  };
}

/** A bare `sb-hc-undefined` without `=` is the sender's own (relay-protocol §3.7, header treatment). */
function isRelayPair(pair: string): boolean {
  return ownParameter.test(pair) && pair.includes('=');
}

function readParameters(pairs: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of pairs.filter(isRelayPair)) {
    const split = pair.indexOf('=');
    const name = pair.slice('sb-hc-'.length, split).toLowerCase();
    if (!found.has(name)) found.set(name, decodeFormValue(pair.slice(split + 1)));
  }
  return found;
}

/** Several clients encode a blank as `+`; a real plus sign always comes as %2B. */
function decodeFormValue(value: string): string {
  const spaced = value.replaceAll('+', ' ');
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}

function decodePath(rawPath: string): string | undefined {
  try {
    return decodeURIComponent(rawPath).replace(/^\/+|\/+$/g, '');
  } catch {
    return undefined;
  }
}
