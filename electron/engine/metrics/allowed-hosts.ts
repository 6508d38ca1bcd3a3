/**
 * Which `Host` headers are answered. Pure. A web page whose own name was re-pointed at this host (DNS rebinding) sends that
 * name, and gets nothing.
 */
import { readHost } from '../../contract/host-name.ts';
import { bracketsOff, type HostPort } from '../../contract/host-port.ts';
import type { HttpAddress } from '../../contract/http-address.ts';

export interface AllowedHosts {
  /** Lower-case, IPv6 without brackets. */
  readonly names: ReadonlySet<string>;
  /** Listening everywhere: any address may be ours, and no address can be re-pointed. */
  readonly anyAddress: boolean;
}

/** @param named names that were given for it, and for what others reach also the computer's own */
export function allowedHosts({ host }: Pick<HttpAddress, 'host'>, named: readonly string[]): AllowedHosts {
  const names = new Set([
    'localhost',
    host,
    ...named.map((name) => hostOf(name)?.host ?? name.toLowerCase()),
  ]);
  return { names, anyAddress: host === '0.0.0.0' || host === '::' };
}

/** The port may be any: what is mapped from elsewhere comes with the other one's. */
export function isAllowedHost(header: string | undefined, { names, anyAddress }: AllowedHosts): boolean {
  const parts = /^(\[[^\]]*\]|[^:[\]]*)(?::[0-9]{1,5})?$/.exec(header ?? '');
  const reading = parts === null ? null : hostOf(parts[1] ?? '');
  if (reading === null) return false;
  return names.has(reading.host) || (anyAddress && reading.kind !== 'name');
}

function hostOf(text: string): (Pick<HostPort, 'host'> & { readonly kind: 'name' | 'ipv4' | 'ipv6' }) | null {
  const inside = bracketsOff(text);
  const reading = inside === null ? null : readHost(inside);
  return reading?.ok === true ? reading : null;
}
