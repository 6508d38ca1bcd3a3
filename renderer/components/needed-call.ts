/**
 * Which call of the host stands behind what the window offers: who may not make that call is offered it as unavailable.
 * Null where the host isn't asked, or only read. Complete by type: an action or a dialog that is new says here what it needs.
 */
import type { CallName } from '../../electron/contract/api.ts';
import type { OpenDialog } from '../store/ui-store.ts';
import type { OfferedAction } from './actions-for.ts';

export const callOfAction: Readonly<Record<OfferedAction, CallName | null>> = {
  restart: 'connections.restart',
  start: 'connections.start',
  stop: 'connections.stop',
  retryNow: 'connections.retryNow',
  replaceKey: 'connections.replaceKey',
  closeSessionsNow: 'connections.closeSessions',
  openInAzure: null,
  howToReplace: null,
  test: 'endpoints.test',
  copyDetails: null,
  remove: 'connections.remove',
};

export const callOfDialog: Readonly<Record<OpenDialog['kind'], CallName | null>> = {
  enterManually: 'connections.add',
  import: 'desired.apply',
  configure: 'azure.add',
  createInAzure: 'azure.startCreation',
  accounts: 'azure.accounts',
  syncKeys: 'azure.syncKeys',
  rotateKeys: 'azure.startRotation',
  endpointInAzure: 'azure.setEndpoint',
  appsInAzure: 'azure.attach',
  deleteInAzure: 'azure.delete',
  replaceKey: 'connections.replaceKey',
  removeSecondKey: 'connections.removeSecondaryKey',
  acceptEndpoint: 'connections.acceptEndpoint',
  changeEndpoint: 'connections.setEndpoint',
  limits: 'connections.setLimits',
  remove: 'connections.remove',
  restart: 'connections.restart',
  stop: 'connections.stop',
  closeSession: 'sessions.kill',
  closeSessions: 'connections.closeSessions',
  test: 'endpoints.test',
  howToReplace: null,
  /** The practice relay stands behind a connection of the host. */
  demo: 'connections.add',
  logs: null,
  shortcuts: null,
  about: null,
  upgrade: null,
  closing: null,
};
