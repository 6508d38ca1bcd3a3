/**
 * Names of all calls and events: all that the preload script knows. Imports nothing, so that the preload needs no zod;
 * `api.ts` and `shell-api.ts` can't leave one out or add one, which the type checker holds.
 */

/** Answered by a host: the engine, in this process or behind the control socket. */
export const callChannels = [
  'host.info',
  'connections.snapshot',
  'connections.add',
  'connections.inspect',
  'connections.remove',
  'connections.start',
  'connections.stop',
  'connections.restart',
  'connections.retryNow',
  'connections.checkEndpoint',
  'connections.refresh',
  'connections.closeSessions',
  'connections.replaceKey',
  'connections.rename',
  'connections.removeSecondaryKey',
  'connections.setEndpoint',
  'connections.acceptEndpoint',
  'connections.setLimits',
  'connections.resolveNamespace',
  'desired.plan',
  'desired.apply',
  'endpoints.test',
  'namespaces.test',
  'activity.list',
  'log.tail',
  'sessions.list',
  'sessions.history',
  'sessions.kill',
  'health.list',
  'settings.get',
  'settings.set',
  'settings.reset',
  'updates.get',
  'updates.check',
  'proxy.get',
  'proxy.setPassword',
  'azure.accounts',
  'azure.startSignIn',
  'azure.waitForSignIn',
  'azure.cancelSignIn',
  'azure.signOut',
  'azure.subscriptions',
  'azure.browse',
  'azure.browsed',
  'azure.stopBrowsing',
  'azure.add',
  'azure.about',
  'azure.syncKeys',
  'azure.startRotation',
  'azure.startCreation',
  'azure.progress',
  'azure.stopJob',
  'azure.setEndpoint',
  'azure.delete',
  'azure.places',
  'azure.apps',
  'azure.appsFor',
  'azure.attach',
  'azure.detach',
] as const;

/** Answered on the control socket, and never to the page: the answers hold keys (plan 5.9). */
type ControlOnlyChannel = 'portable.export' | 'connections.gatewayString';

export const eventChannels = [
  'connections.patch',
  'session.ended',
  'health.changed',
  'updates.changed',
] as const;

/** Answered by the desktop app itself. */
export const shellCallChannels = [
  'app.info',
  'app.host',
  'app.runHere',
  'app.copy',
  'app.openLink',
  'app.openSignIn',
  'app.openInPortal',
  'app.copyGatewayString',
  'app.openDataFolder',
  'app.saveText',
  'app.hide',
  'app.drawing',
  'app.drawn',
  'login.get',
  'login.set',
  'update.get',
  'update.check',
  'update.download',
  'update.cancel',
  'update.install',
  'update.later',
  'update.skip',
  'update.goBack',
  'notifications.try',
  'demo.get',
  'demo.start',
  'demo.stop',
  'import.choose',
  'import.read',
  'import.unlock',
  'import.verify',
  'import.stopVerifying',
  'import.apply',
  'import.close',
  'preferences.get',
  'preferences.set',
] as const;

export const shellEventChannels = [
  'app.hostChanged',
  'demo.changed',
  'import.rowsChanged',
  'update.changed',
  'page.wanted',
  'connection.wanted',
  'closing.asked',
] as const;

/** A host's calls that the page may ask. */
export type HostWindowChannel = (typeof callChannels)[number];
export type CallChannel = HostWindowChannel | ControlOnlyChannel;
export type EventChannel = (typeof eventChannels)[number];
export type ShellCallChannel = (typeof shellCallChannels)[number];
export type ShellEventChannel = (typeof shellEventChannels)[number];

/** What the page may ask of the main process. */
export const windowCallChannels = [...callChannels, ...shellCallChannels] as const;

/** What the main process may tell the page. */
export const windowEventChannels = [...eventChannels, ...shellEventChannels] as const;

/** In front of every name on the wire between page and main process. */
export const channelPrefix = 'hcm:';
