/**
 * Where a connection is in Azure's portal. Built from parts that are checked and encoded, so that nothing that anybody named
 * can lead a browser elsewhere. Pure.
 */
import { nameInResourceManager } from './azure-names.ts';
import { portalPages } from './azure-resource.ts';
import type { ConnectionConfig } from './connection.ts';
import { HcmError } from './errors.ts';

/** Page of all relays that somebody may see, in every portal. */
const relaysPage = '#view/HubsExtension/BrowseResource/resourceType/Microsoft.Relay%2Fnamespaces';

/** GUID or domain of a tenant: stands outside of the resource's id, so it isn't encoded there. */
const tenantForm = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

type PortalOf = keyof typeof portalPages;

/** Hosts of relays outside of the public cloud (relay-protocol §1.5). */
const cloudOfSuffix: readonly (readonly [string, PortalOf])[] = [
  ['.servicebus.chinacloudapi.cn', 'china'],
  ['.servicebus.usgovcloudapi.net', 'usGovernment'],
];

/**
 * The connection's own page where its place in Azure is known, else the list of relays.
 *
 * @throws HcmError HCM6080 where its cloud has a portal that nobody told of
 */
export function portalAddress({
  host,
  name,
  resource,
}: Pick<ConnectionConfig, 'host' | 'name' | 'resource'>): string {
  if (resource === null) {
    const [, cloud = 'public'] = cloudOfSuffix.find(([suffix]) => host.endsWith(suffix)) ?? [];
    return `${portalPages[cloud]}${relaysPage}`;
  }
  if (resource.cloud === 'custom') throw new HcmError('HCM6080', { name });
  const { cloud, tenantId, subscriptionId, resourceGroup, namespace } = resource;
  const tenant = tenantForm.test(tenantId) ? `@${tenantId}/` : '';
  const [group, relay, connection] = [resourceGroup, namespace, nameInResourceManager(name)].map(
    encodeURIComponent,
  );
  return (
    `${portalPages[cloud]}#${tenant}resource/subscriptions/${subscriptionId}/resourceGroups/${group}` +
    `/providers/Microsoft.Relay/namespaces/${relay}/hybridConnections/${connection}`
  );
}
