/**
 * Reads where a host answers monitoring: an IP address or `localhost`, and a port; 0 means any free one. Other names are
 * refused: who can reach this host is decided by the address, and what a name means is decided elsewhere.
 */
import { bracketsOff, type HostPort } from './host-port.ts';
import { readHost } from './host-name.ts';

export interface HttpAddress extends HostPort {
  /** Only programs on this computer reach it. */
  readonly isLoopback: boolean;
}

/** Null when it can't be read. */
export function readHttpAddress(text: string): HttpAddress | null {
  const trimmed = text.trim();
  const colon = trimmed.lastIndexOf(':');
  if (colon === -1) return null;
  const port = readPortOrAny(trimmed.slice(colon + 1));
  const inside = bracketsOff(trimmed.slice(0, colon));
  if (port === null || inside === null) return null;
  // Not what a hosts file makes of it.
  if (inside.toLowerCase() === 'localhost') return { host: '127.0.0.1', port, isLoopback: true };
  const reading = readHost(inside);
  if (!reading.ok || reading.kind === 'name') return null;
  const { host } = reading;
  return { host, port, isLoopback: host === '::1' || host.startsWith('127.') };
}

function readPortOrAny(text: string): number | null {
  const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= 65_535 ? port : null;
}
