/**
 * Which hosts a cloud has for signing in, for Azure Resource Manager and for relays (relay-protocol §1.5). Pure.
 *
 * Invariant: whatever is asked of Azure goes to one of these hosts and to no other.
 */
import type { AzureCloudName } from '../../contract/azure-place.ts';
import { HcmError } from '../../contract/errors.ts';
import type { Settings } from '../../contract/settings.ts';

export interface AzureCloud {
  readonly name: AzureCloudName;
  /** `https://host[:port]`, without a slash at its end. */
  readonly authority: string;
  /** `host[:port]` of all names that this authority has: the library that signs in chooses among them. */
  readonly authorityHosts: readonly string[];
  /** `https://host[:port]` of Azure Resource Manager; also what its tokens are for. */
  readonly arm: string;
  /** Hosts of namespaces end in it. */
  readonly relaySuffix: string;
}

type CloudSettings = Pick<Settings, 'azureAuthority' | 'azureArm' | 'azureRelaySuffix'>;

const known: Readonly<Record<Exclude<AzureCloudName, 'custom'>, AzureCloud>> = {
  public: {
    name: 'public',
    authority: 'https://login.microsoftonline.com',
    authorityHosts: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com'],
    arm: 'https://management.azure.com',
    relaySuffix: 'servicebus.windows.net',
  },
  china: {
    name: 'china',
    authority: 'https://login.chinacloudapi.cn',
    authorityHosts: ['login.chinacloudapi.cn', 'login.partner.microsoftonline.cn'],
    arm: 'https://management.chinacloudapi.cn',
    relaySuffix: 'servicebus.chinacloudapi.cn',
  },
  usGovernment: {
    name: 'usGovernment',
    authority: 'https://login.microsoftonline.us',
    authorityHosts: ['login.microsoftonline.us'],
    arm: 'https://management.usgovcloudapi.net',
    relaySuffix: 'servicebus.usgovcloudapi.net',
  },
};

/** @throws HcmError HCM6010 when a custom cloud lacks an address. */
export function cloudOf(name: AzureCloudName, settings: CloudSettings): AzureCloud {
  if (name !== 'custom') return known[name];
  const authority = withoutSlash(required('azureAuthority', settings.azureAuthority));
  return {
    name,
    authority,
    authorityHosts: [new URL(authority).host],
    arm: withoutSlash(required('azureArm', settings.azureArm)),
    relaySuffix: required('azureRelaySuffix', settings.azureRelaySuffix).toLowerCase(),
  };
}

/** What a token for Azure Resource Manager is asked for with. */
export function armScope({ arm }: AzureCloud): string {
  return `${arm}/.default`;
}

/** What tokens for relays are for (relay-protocol §2.5); 21Vianet's relays take none (§1.5). @throws HcmError HCM6072 */
export function relayAudience({ name }: AzureCloud): string {
  if (name === 'china') throw new HcmError('HCM6072');
  return 'https://relay.azure.net';
}

/** What a token is asked for with. */
export function scopeOf(cloud: AzureCloud, audience: 'arm' | 'relay' = 'arm'): string {
  return audience === 'relay' ? `${relayAudience(cloud)}/.default` : armScope(cloud);
}

/** The namespace's host belongs to the cloud. */
export function isRelayHost({ relaySuffix }: Pick<AzureCloud, 'relaySuffix'>, host: string): boolean {
  return host === relaySuffix || host.endsWith(`.${relaySuffix}`);
}

/** It could be a relay of Azure: in one of its clouds, or in the custom one of these settings. */
export function isRelayHostOfAny({ azureRelaySuffix }: CloudSettings, host: string): boolean {
  const suffixes = Object.values(known).map(({ relaySuffix }) => relaySuffix);
  const own = azureRelaySuffix === null || azureRelaySuffix === '' ? [] : [azureRelaySuffix.toLowerCase()];
  return [...suffixes, ...own].some((relaySuffix) => isRelayHost({ relaySuffix }, host));
}

function required(setting: keyof CloudSettings, value: string | null): string {
  if (value === null || value === '') throw new HcmError('HCM6010', { setting });
  return value;
}

function withoutSlash(origin: string): string {
  return new URL(origin).origin;
}
