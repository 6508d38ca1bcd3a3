/**
 * Reads and writes `host:port`, the form in which Azure's metadata and people name an endpoint (relay-protocol §6.3).
 * Split at the last `:`; IPv6 only in brackets, since `fe80::1:80` could mean two things.
 */
import { endpointNotices } from './endpoint-notices.ts';
import { problem, type Notice, type Problem } from './finding.ts';
import { readHost, type HostKind, type HostProblem } from './host-name.ts';

export interface HostPort {
  /** Lower-case, IPv6 without brackets. */
  readonly host: string;
  readonly port: number;
}

export type HostPortReading =
  | (HostPort & { readonly ok: true; readonly kind: HostKind; readonly notices: readonly Notice[] })
  | { readonly ok: false; readonly problem: Problem };

type HostPortProblem = HostProblem | 'port' | 'brackets' | 'scheme' | 'long';

const maxTextLength = 300;

/**
 * An IP address is readable, but gets a notice: apps reach a Hybrid Connection by asking DNS for the endpoint's name, and
 * some skip DNS when they are given an address. So do ports of services that can't be tunnelled.
 */
export function parseHostPort(text: string): HostPortReading {
  const trimmed = text.trim();
  if (trimmed === '') return refuse('empty');
  if (trimmed.length > maxTextLength) return refuse('long');
  if (trimmed.includes('://')) return refuse('scheme');
  const colon = trimmed.lastIndexOf(':');
  if (colon === -1 || trimmed.endsWith(']')) return refuse('port');
  const port = readPort(trimmed.slice(colon + 1));
  const bracketed = bracketsOff(trimmed.slice(0, colon));
  if (bracketed === null) return refuse('brackets');
  if (port === null) return refuse('port');
  const reading = readHost(bracketed);
  if (!reading.ok) return refuse(reading.reason);
  const endpoint = { host: reading.host, port, kind: reading.kind };
  return { ok: true, ...endpoint, notices: endpointNotices(endpoint) };
}

export function formatHostPort({ host, port }: HostPort): string {
  return `${bracketHost(host)}:${port}`;
}

/** The host as it stands in a URL. */
export function bracketHost(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

/** 1-65535 in plain digits, else null. */
export function readPort(text: string): number | null {
  if (!/^[0-9]{1,5}$/.test(text)) return null;
  const port = Number(text);
  return port >= 1 && port <= 65_535 ? port : null;
}

/** Null when brackets and colons don't fit together: brackets belong round IPv6, and only there. */
export function bracketsOff(text: string): string | null {
  const inside = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : null;
  if (inside === null) return /[[\]:]/.test(text) ? null : text;
  return inside.includes(':') && !/[[\]]/.test(inside) ? inside : null;
}

function refuse(reason: HostPortProblem): HostPortReading {
  return { ok: false, problem: problem('HCM1030', 'endpoint', { reason }) };
}
