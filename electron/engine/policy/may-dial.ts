/**
 * Where tunnels may be dialled to, asked after DNS at the last moment before every dial (plan §5.5). Pure.
 *
 * Link-local addresses are refused by default: they hold no service that an administrator publishes, but they hold
 * the metadata services of cloud machines, which hand out credentials to whoever asks.
 */
import { BlockList, isIP } from 'node:net';

export type DialVerdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

/** `host` as configured, `address` what it resolved to (equal to `host` when that is an address). */
export type MayDial = (host: string, port: number, address: string) => DialVerdict;

const linkLocal = new BlockList();
linkLocal.addSubnet('169.254.0.0', 16, 'ipv4');
linkLocal.addSubnet('fe80::', 10, 'ipv6');
// Metadata service of one large cloud over IPv6: unique-local, not link-local, but the same thing.
linkLocal.addAddress('fd00:ec2::254', 'ipv6');

const notAHost = new BlockList();
notAHost.addSubnet('0.0.0.0', 8, 'ipv4');
notAHost.addSubnet('224.0.0.0', 3, 'ipv4');
notAHost.addAddress('::', 'ipv6');
notAHost.addSubnet('ff00::', 8, 'ipv6');

const mappedIpv4 = /^(?:::ffff:|64:ff9b::)(?:(\d{1,3}(?:\.\d{1,3}){3})|([0-9a-f]{1,4}):([0-9a-f]{1,4}))$/iu;

/** The rule that holds before any administrator's policy. */
export const mayDialByDefault: MayDial = (_host, _port, address) => {
  const plain = unmapped(address.replace(/%.*$/u, ''));
  const family = isIP(plain);
  if (family === 0) return { allowed: false, reason: 'not an address' };
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  if (linkLocal.check(plain, kind)) return { allowed: false, reason: 'a link-local address' };
  if (notAHost.check(plain, kind)) return { allowed: false, reason: 'an address of no single host' };
  return { allowed: true };
};

/** An IPv4 address in its IPv6 clothes (mapped, NAT64) is judged as what it is. */
function unmapped(address: string): string {
  const match = mappedIpv4.exec(address);
  if (!match) return address;
  if (match[1] !== undefined) return match[1];
  const high = Number.parseInt(match[2] ?? '0', 16);
  const low = Number.parseInt(match[3] ?? '0', 16);
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}
