/** How a command without settings of its own dials relays: through the proxy that the environment names. */
import { defaultSettings } from '../contract/default-settings.ts';
import { RelayDialer } from '../engine/net/dial-relay.ts';
import { environmentProxy } from '../engine/net/environment-proxy.ts';
import { proxyRouter } from '../engine/net/proxy-router.ts';
import { createTrust } from '../engine/net/trust.ts';
import type { CliIo } from './cli-io.ts';

/** @param extraCaPem further CAs in PEM, or null */
export function environmentDialer(
  { environment, platform }: Pick<CliIo, 'environment' | 'platform'>,
  extraCaPem: string | null,
): RelayDialer {
  const trust = createTrust({ platform, extraCaPem });
  const resolveProxy = proxyRouter({
    settings: () => defaultSettings,
    password: () => Promise.resolve(null),
    system: environmentProxy(environment),
  });
  return new RelayDialer({ resolveProxy, proxyTrust: () => trust.contextFor(null) });
}
