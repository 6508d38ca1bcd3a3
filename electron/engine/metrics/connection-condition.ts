/** What monitoring says of a connection as it is now. Pure. */
import type { ConnectionView } from '../../contract/connection-view.ts';

/** Somebody wants it to run; a BizTalk connection can't. */
export function isWanted({ config }: Pick<ConnectionView, 'config'>): boolean {
  return config.enabled && config.kind === 'relay';
}

export function isConnected({ azure }: Pick<ConnectionView, 'azure'>): boolean {
  return azure.status === 'connected';
}

/** Apps get through as far as this host knows: Azure is connected, and the endpoint wasn't out of reach when it was last tried. */
export function isHealthy(view: Pick<ConnectionView, 'azure' | 'endpoint'>): boolean {
  return isConnected(view) && view.endpoint.status !== 'unreachable';
}
