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

/** Services that clouds offer to their own machines alone, at addresses that are not link-local. */
const cloudInternal = new BlockList();
cloudInternal.addAddress('168.63.129.16', 'ipv4');
cloudInternal.addAddress('100.100.100.200', 'ipv4');
cloudInternal.addAddress('fd00:ec2::254', 'ipv6');

const notAHost = new BlockList();
notAHost.addSubnet('0.0.0.0', 8, 'ipv4');
notAHost.addSubnet('224.0.0.0', 3, 'ipv4');
notAHost.addAddress('::', 'ipv6');
notAHost.addSubnet('ff00::', 8, 'ipv6');

/** The rule that holds before any administrator's policy. */
export const mayDialByDefault: MayDial = (_host, _port, address) => {
  const plain = carriedIpv4(address.replace(/%.*$/u, ''));
  const family = isIP(plain);
  if (family === 0) return { allowed: false, reason: 'not an address' };
  const kind = family === 4 ? 'ipv4' : 'ipv6';
  if (linkLocal.check(plain, kind)) return { allowed: false, reason: 'a link-local address' };
  if (cloudInternal.check(plain, kind))
    return { allowed: false, reason: 'an address of the cloud’s own services' };
  if (notAHost.check(plain, kind)) return { allowed: false, reason: 'an address of no single host' };
  return { allowed: true };
};

/** Prefixes whose addresses carry an IPv4 address: in the last 32 bits, or (6to4) after the first 16. */
const carriers = [
  { prefix: [0, 0, 0, 0, 0, 0xffff], at: 6 },
  { prefix: [0, 0, 0, 0, 0, 0], at: 6 },
  { prefix: [0x64, 0xff9b, 0, 0, 0, 0], at: 6 },
  { prefix: [0x2002], at: 1 },
] as const;

/** An IPv4 address in IPv6 clothes (mapped, compatible, NAT64, 6to4) is judged as what it is. */
function carriedIpv4(address: string): string {
  if (isIP(address) !== 6) return address;
  const groups = groupsOf(address);
  // `::` and `::1` are addresses of their own.
  if (groups.slice(0, 7).every((group) => group === 0)) return address;
  const carrier = carriers.find(({ prefix }) => prefix.every((group, index) => groups[index] === group));
  if (carrier === undefined) return address;
  const [high = 0, low = 0] = groups.slice(carrier.at, carrier.at + 2);
  return `${high >> 8}.${high & 255}.${low >> 8}.${low & 255}`;
}

/** The eight groups; the URL parser knows every way to spell them. */
function groupsOf(address: string): readonly number[] {
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [front = '', back] = canonical.split('::');
  const left = front === '' ? [] : front.split(':');
  const right = back === undefined || back === '' ? [] : back.split(':');
  const zeros = back === undefined ? 0 : 8 - left.length - right.length;
  return [...left, ...Array<string>(zeros).fill('0'), ...right].map((group) => Number.parseInt(group, 16));
}
