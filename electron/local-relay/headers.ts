/** HTTP headers on their way through the relay (relay-protocol §3.4, §3.7 "Header treatment"). Pure. */
import type { IncomingMessage } from 'node:http';

/** The relay owns framing: these belong to one hop and never pass. */
const hopHeaders = new Set([
  'connection',
  'content-length',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'close',
]);

const headerName = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Sender's headers by the names it used; several values are joined with `, `. */
function joinedHeaders(
  request: IncomingMessage,
  leaveOut: (name: string) => boolean,
): Record<string, string> {
  const names = new Map<string, string>();
  const values = new Map<string, string[]>();
  for (let index = 0; index + 1 < request.rawHeaders.length; index += 2) {
    const name = request.rawHeaders[index] ?? '';
    const key = name.toLowerCase();
    if (leaveOut(key)) continue;
    if (!names.has(key)) names.set(key, name);
    values.set(key, [...(values.get(key) ?? []), request.rawHeaders[index + 1] ?? '']);
  }
  return Object.fromEntries([...names].map(([key, name]) => [name, (values.get(key) ?? []).join(', ')]));
}

/** `connectHeaders` of an accept: all but the token (relay-protocol §3.4). */
export function connectHeaders(request: IncomingMessage): Record<string, string> {
  return joinedHeaders(request, (name) => name === 'servicebusauthorization');
}

/** `requestHeaders` of an HTTP request, `Via` added. `stripAuthorization`: the relay used it up itself (§2.6). */
export function requestHeaders(
  request: IncomingMessage,
  via: string,
  stripAuthorization: boolean,
): Record<string, string> {
  const headers = joinedHeaders(
    request,
    (name) =>
      hopHeaders.has(name) ||
      name === 'servicebusauthorization' ||
      routingHeaders.has(name) ||
      (stripAuthorization && name === 'authorization'),
  );
  const present = Object.keys(headers).find((name) => name.toLowerCase() === 'via');
  const name = present ?? 'Via';
  return { ...headers, [name]: present === undefined ? via : `${headers[present] ?? ''}, ${via}` };
}

export const allowedListenersHeader = 'microsoft-relay-allowedlisteners';
export const disallowedListenersHeader = 'microsoft-relay-disallowedlisteners';
const routingHeaders = new Set([allowedListenersHeader, disallowedListenersHeader]);

/** Listener's headers as they may be set on the sender's response; what can't stand in a header is left out. */
export function responseHeaders(
  headers: ReadonlyMap<string, readonly string[]>,
  via: string,
): ReadonlyMap<string, string | readonly string[]> {
  const passed = new Map<string, string | readonly string[]>();
  let seenVia: readonly string[] = [];
  for (const [name, values] of headers) {
    const key = name.toLowerCase();
    const clean = values.map((value) => value.replace(/[^\t\x20-\x7e\x80-\xff]/g, ''));
    if (hopHeaders.has(key) || !headerName.test(name)) continue;
    if (key === 'via') seenVia = clean;
    else passed.set(name, key === 'set-cookie' ? clean : clean.join(', '));
  }
  passed.set('Via', [...seenVia, via].join(', '));
  return passed;
}
