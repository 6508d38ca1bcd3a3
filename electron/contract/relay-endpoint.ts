/**
 * Reads the `Endpoint` part, `sb://HOST[:PORT]/[NAME]`, by hand: URL parsers accept and repair far more than a namespace's
 * address may contain. `hc://` is the retired BizTalk family (relay-protocol §1.4).
 */
import { problem, type Problem } from './finding.ts';
import { readHost, type HostKind } from './host-name.ts';
import { bracketsOff, readPort } from './host-port.ts';

export const defaultRelayPort = 443;

export type RelayEndpointReading =
  | {
      readonly ok: true;
      readonly family: 'relay' | 'biztalk';
      readonly host: string;
      readonly kind: HostKind;
      readonly port: number;
      /** Without slashes at its ends; empty in the portal's own strings. */
      readonly path: string;
    }
  | { readonly ok: false; readonly problem: Problem };

export function readRelayEndpoint(value: string): RelayEndpointReading {
  const match = /^([A-Za-z][A-Za-z0-9+.-]{0,20}):\/\/([^/?#\\]*)([^]*)$/.exec(value);
  if (match === null) return unreadable('scheme');
  const [, scheme = '', authority = '', tail = ''] = match;
  const family = readFamily(scheme.toLowerCase());
  if (family === null)
    return { ok: false, problem: problem('HCM1007', 'namespace', { scheme: scheme.toLowerCase() }) };
  if (authority.includes('@')) return unreadable('user');
  if (/[?#\\]/.test(tail)) return unreadable('path');
  const [, hostText = '', portText] = /^(\[[^\]]*\]|[^:]*)(?::([^]*))?$/.exec(authority) ?? [];
  const bare = bracketsOff(hostText);
  if (bare === null) return unreadable('brackets');
  const host = readHost(bare);
  if (!host.ok) return unreadable(host.reason);
  const port = portText === undefined ? defaultRelayPort : readPort(portText);
  if (port === null) return unreadable('port');
  return {
    ok: true,
    family: /(?:^|\.)biztalk\.windows\.net$/.test(host.host) ? 'biztalk' : family,
    host: host.host,
    kind: host.kind,
    port,
    path: withoutSlashes(tail),
  };
}

export function withoutSlashes(path: string): string {
  let start = 0;
  let end = path.length;
  while (start < end && path.startsWith('/', start)) start += 1;
  while (end > start && path.startsWith('/', end - 1)) end -= 1;
  return path.slice(start, end);
}

/** Only `sb` is documented; `http` and `ws` would promise a connection without TLS, `https` and `wss` are a mix-up. */
function readFamily(scheme: string): 'relay' | 'biztalk' | null {
  if (scheme === 'sb') return 'relay';
  return scheme === 'hc' ? 'biztalk' : null;
}

function unreadable(reason: string): RelayEndpointReading {
  return { ok: false, problem: problem('HCM1006', 'namespace', { reason }) };
}
