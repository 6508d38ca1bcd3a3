/**
 * What the system would tell a host about names, its network and its proxy, as a test says it: the ports through which the
 * rows of the fault matrix reach what can't be made for real here.
 */
import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { ProxyAddress } from '../../contract/proxy-setting.ts';
import type { Clock } from '../clock.ts';
import { RelayDialer } from '../net/dial-relay.ts';
import type { NetworkInterfaces } from '../net/network-picture.ts';
import type { Resolve } from '../net/resolve-name.ts';

export interface SystemSigns {
  /** The relay's name is not known any more. */
  dnsIsGone: boolean;
  /** Where the endpoint's name leads; null: it is not known. */
  endpointAddress: string | null;
  network: NetworkInterfaces;
  /** null: straight to the relay. */
  proxy: ProxyAddress | null;
  readonly dialer: RelayDialer;
  readonly resolve: Resolve;
}

export function startSystemSigns(clock: Clock): SystemSigns {
  const lookup: LookupFunction = (host, options, answer) => {
    if (signs.dnsIsGone) process.nextTick(() => answer(unknownName(host), []));
    else systemLookup(host, options, answer);
  };
  const signs: SystemSigns = {
    dnsIsGone: false,
    endpointAddress: '127.0.0.1',
    network: {},
    proxy: null,
    dialer: new RelayDialer({
      clock,
      lookup,
      resolveProxy: () =>
        Promise.resolve([signs.proxy === null ? { kind: 'direct' } : { kind: 'proxy', proxy: signs.proxy }]),
    }),
    resolve: (host): Promise<readonly LookupAddress[]> => {
      const address = signs.endpointAddress;
      if (address === null) return Promise.reject(unknownName(host));
      return Promise.resolve([{ address, family: isIP(address) }]);
    },
  };
  return signs;
}

function unknownName(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' });
}
