/**
 * The addresses by which this host can be on a network, as one comparable text. Pure.
 *
 * Left out is what changes without a change of network: loopback, link-local addresses (containers that come and go bring
 * interfaces that have nothing else), the order in which the system names them, and scopes.
 */
import type { NetworkInterfaceInfo } from 'node:os';

export type NetworkInterfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

export function networkPicture(interfaces: NetworkInterfaces): string {
  return Object.entries(interfaces)
    .flatMap(([name, addresses = []]) =>
      addresses.filter(reachesOut).map(({ address, netmask }) => `${name} ${plain(address)} ${netmask}`),
    )
    .sort()
    .join('\n');
}

function reachesOut({ address, internal }: NetworkInterfaceInfo): boolean {
  return !internal && !/^169\.254\.|^fe[89ab][0-9a-f]:/iu.test(address);
}

/** Without a scope, which some systems append to the address itself. */
function plain(address: string): string {
  return address.replace(/%.*$/u, '').toLowerCase();
}
