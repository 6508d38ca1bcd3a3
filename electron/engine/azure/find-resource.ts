/** Where a connection of this host is in Azure, and who may ask there. */
import type { AzureResource, ConnectionConfig } from '../../contract/connection.ts';
import type { ArmClient } from './arm-client.ts';
import type { NamespacePlace } from './arm-resources.ts';
import type { AzureCloud } from './clouds.ts';

export interface FoundResource {
  readonly config: ConnectionConfig;
  readonly resource: AzureResource;
  readonly place: NamespacePlace;
  readonly accountId: string;
  readonly cloud: AzureCloud;
  /** In the name of that account in the resource's tenant. */
  readonly arm: ArmClient;
}

/** By the id of the connection; remembers what it found out. @throws HcmError HCM6001, HCM6050, HCM60xx */
export type FindResource = (id: string, signal: AbortSignal) => Promise<FoundResource>;
