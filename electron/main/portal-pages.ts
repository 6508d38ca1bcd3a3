/** Opens what a connection is in Azure's portal. The page of the window names a connection, never an address. */
import type { Host } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import { portalAddress } from '../contract/portal-address.ts';

export interface PortalPorts {
  readonly host: Pick<Host, 'call'>;
  readonly openLink: (url: string) => void;
}

/** @throws HcmError HCM1041, HCM6080 */
export async function openInPortal({ host, openLink }: PortalPorts, id: string): Promise<void> {
  const { connections } = await host.call('connections.snapshot', {});
  const view = connections.find(({ config }) => config.id === id);
  if (view === undefined) throw new HcmError('HCM1041', { id });
  openLink(portalAddress(view.config));
}
