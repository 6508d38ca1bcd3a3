/** Where the role that lets somebody listen on a connection is assigned: the id of the Hybrid Connection in Azure. */
import { nameInResourceManager } from './azure-names.ts';
import type { ConnectionConfig } from './connection.ts';

/** Null where its place in Azure isn't known. */
export function listenerScope({
  resource,
  name,
}: Pick<ConnectionConfig, 'resource' | 'name'>): string | null {
  if (resource === null) return null;
  const { subscriptionId, resourceGroup, namespace } = resource;
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Relay/namespaces/${namespace}/hybridConnections/${nameInResourceManager(name)}`;
}
