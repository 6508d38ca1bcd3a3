/**
 * What a connection of the list offers about its place in Azure, in the order of its menu and its details; found there by
 * whoever is signed in, also for one that was added by a connection string. Pure.
 */
import type { CallName } from '../../electron/contract/api.ts';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { practiceAuthor } from '../../electron/contract/practice-author.ts';
import { callOfDialog } from './needed-call.ts';

const azureRowActions = [
  'openInPortal',
  'copyGatewayString',
  'syncKeys',
  'rotateKeys',
  'endpointInAzure',
  'appsInAzure',
  'deleteInAzure',
] as const;

export type AzureRowAction = (typeof azureRowActions)[number];

/** They need a key of a rule, which one that listens with tokens doesn't have. */
const needKey: readonly AzureRowAction[] = ['copyGatewayString', 'syncKeys', 'rotateKeys'];

/** None of what isn't in Azure, or whose host can't be asked. */
export function azureActionsFor({ azure, config }: ConnectionView): readonly AzureRowAction[] {
  const isElsewhere = config.kind === 'biztalk' || config.addedBy === practiceAuthor;
  if (isElsewhere || azure.status === 'unknown') return [];
  return azureRowActions.filter((action) => config.entra === null || !needKey.includes(action));
}

export const callOfAzureAction: Readonly<Record<AzureRowAction, CallName | null>> = {
  openInPortal: null,
  copyGatewayString: 'connections.gatewayString',
  syncKeys: callOfDialog.syncKeys,
  rotateKeys: callOfDialog.rotateKeys,
  endpointInAzure: callOfDialog.endpointInAzure,
  appsInAzure: callOfDialog.appsInAzure,
  deleteInAzure: callOfDialog.deleteInAzure,
};
