/**
 * Which way leads to a relay, by the host's settings as they are at that moment: what is changed counts from the next dial
 * on. Owns nothing.
 *
 * Relays on this computer are never dialled through a proxy, and those of the bypass list neither (relay-protocol §3.12).
 */
import { HcmError } from '../../contract/errors.ts';
import { readProxySetting } from '../../contract/proxy-setting.ts';
import type { Settings } from '../../contract/settings.ts';
import { isBypassed, isOwnComputer } from './proxy-bypass.ts';
import { direct, type ProxyChoice, type ProxyResolver } from './proxy-choice.ts';

export type ProxySettings = Pick<Settings, 'proxyMode' | 'proxyUrl' | 'proxyBypass'>;

export interface ProxyRouterPorts {
  readonly settings: () => ProxySettings;
  /** The password that is for that proxy; null when there is none. @throws HcmError HCM4010 */
  readonly password: (proxyUrl: string | null) => Promise<string | null>;
  /** What this computer says. */
  readonly system: ProxyResolver;
}

export function proxyRouter({ settings, password, system }: ProxyRouterPorts): ProxyResolver {
  return async (host, port) => {
    const { proxyMode, proxyUrl, proxyBypass } = settings();
    if (proxyMode === 'none' || isOwnComputer(proxyBypass, host) || isBypassed(proxyBypass, host, port)) {
      return direct;
    }
    if (proxyMode === 'manual') return [await manualProxy(proxyUrl, password)];
    return askSystem(system, host, port);
  };
}

async function manualProxy(
  proxyUrl: string | null,
  password: ProxyRouterPorts['password'],
): Promise<ProxyChoice> {
  const reading = readProxySetting(proxyUrl ?? '');
  if (!reading.ok) throw badSetting('proxyUrl', reading.reason);
  const { address } = reading;
  if (address.user === '') return { kind: 'proxy', proxy: address };
  try {
    return { kind: 'proxy', proxy: { ...address, password: (await password(proxyUrl)) ?? '' } };
  } catch (error) {
    throw badSetting('proxyUrl', 'sealed', error);
  }
}

async function askSystem(system: ProxyResolver, host: string, port: number): Promise<readonly ProxyChoice[]> {
  try {
    const choices = await system(host, port);
    return choices.length === 0 ? direct : choices;
  } catch (error) {
    throw error instanceof HcmError ? error : badSetting('proxyMode', 'system', error);
  }
}

function badSetting(setting: string, reason: string, cause?: unknown): HcmError {
  return new HcmError('HCM2070', { setting, reason }, { cause });
}
