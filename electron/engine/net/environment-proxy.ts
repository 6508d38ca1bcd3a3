/**
 * The proxy that the environment names, as curl reads it: `https_proxy`, else `all_proxy`, and `no_proxy`, each in small or
 * capital letters. Read anew for each relay; owns nothing.
 */
import { HcmError } from '../../contract/errors.ts';
import { readProxyUrl } from '../../contract/proxy-setting.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import { isBypassed } from './proxy-bypass.ts';
import { direct, type ProxyChoice, type ProxyResolver } from './proxy-choice.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** @param secrets gets to know a password that stands in the environment. */
export function environmentProxy(environment: Environment, secrets?: SecretRegister): ProxyResolver {
  const named = first(environment, ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY']);
  const bypass = first(environment, ['no_proxy', 'NO_PROXY'])?.value ?? '';
  const reading = named === null ? null : readProxyUrl(named.value);
  if (reading?.ok === true) secrets?.add(reading.address.password);
  return (host, port) => {
    if (named === null || reading === null || isBypassed(bypass, host, port)) return Promise.resolve(direct);
    if (reading.ok) return Promise.resolve([{ kind: 'proxy', proxy: reading.address } as const]);
    if (/^socks/i.test(named.value)) return Promise.resolve(unsupported);
    return Promise.reject(new HcmError('HCM2070', { setting: named.name, reason: reading.reason }));
  };
}

const unsupported: readonly ProxyChoice[] = [{ kind: 'unsupported' }];

/** An empty variable is none. */
function first(
  environment: Environment,
  names: readonly string[],
): { readonly name: string; readonly value: string } | null {
  for (const name of names) {
    const value = environment[name]?.trim() ?? '';
    if (value !== '') return { name, value };
  }
  return null;
}
