/**
 * Where a connection of this host is in Azure, and who may ask there; what was found is remembered.
 *
 * Invariant: looking for it never fails a connection that runs.
 */
import type { AzureResource, ConnectionConfig } from '../../contract/connection.ts';
import { toErrorData } from '../../contract/errors.ts';
import { about, type CallContext } from '../call-context.ts';
import type { ArmClient } from './arm-client.ts';
import type { NamespacePlace } from './arm-resources.ts';
import type { AzureCloud } from './clouds.ts';
import { ResourceSearch, type FindPorts } from './resource-search.ts';

export interface FoundResource {
  readonly config: ConnectionConfig;
  readonly resource: AzureResource;
  readonly place: NamespacePlace;
  readonly accountId: string;
  readonly cloud: AzureCloud;
  /** In the name of that account in the resource's tenant. */
  readonly arm: ArmClient;
}

/**
 * By the id of the connection; remembers what it found out, in a turn of the connection: never ask for it inside of one.
 * @throws HcmError HCM6001, HCM6050, HCM6051, HCM60xx
 */
export type FindResource = (id: string, signal: AbortSignal) => Promise<FoundResource>;

export async function findResource(
  context: CallContext,
  ports: FindPorts,
  id: string,
  signal: AbortSignal,
): Promise<FoundResource> {
  const config = context.require(id);
  const search = new ResourceSearch(context, ports, config, signal);
  const found = await search.run();
  await remember(context, config, found.resource);
  return { ...found, config: context.require(id) };
}

/** A full disk is no reason not to use it. */
async function remember(
  context: CallContext,
  { id, resource: before }: ConnectionConfig,
  resource: AzureResource,
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(resource)) return;
  const { store, running, feed, options } = context.ports;
  try {
    await context.turns.inTurn(id, async () => {
      const { updatedAt } = await store.update(id, { resource });
      running()?.supervisor.runner(id).change({ resource, updatedAt });
    });
    feed.changed(id);
  } catch (error) {
    const config = context.require(id);
    options.log.warn('place in azure not kept', { ...about(config), problem: toErrorData(error) });
  }
}
