/** The ways to a relay that are tried one after the other: through an HTTP proxy, or without one. */
import type { ProxyAddress } from '../../contract/proxy-setting.ts';

export type ProxyChoice =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: ProxyAddress }
  /** Named, but not of a kind that we can use. */
  | { readonly kind: 'unsupported' };

/**
 * A port: which ways lead to a relay. At least one, the first that works counts.
 * @throws HcmError HCM2070 when what names the proxy can't be read.
 */
export type ProxyResolver = (host: string, port: number) => Promise<readonly ProxyChoice[]>;

export const direct: readonly ProxyChoice[] = [{ kind: 'direct' }];
