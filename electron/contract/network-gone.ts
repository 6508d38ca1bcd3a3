/** Whether this computer itself has no network, told from what its connections met. Pure. */
import type { ConnectionView } from './connection-view.ts';

type Seen = Pick<ConnectionView, 'config' | 'azure'>;

/**
 * Connections that wait for a network; none as soon as one shows that there is a network: it is connected, or met another
 * trouble on its way to Azure. A name that isn't known may be a slip of the pen, so names alone count only where DNS
 * itself doesn't answer, or where those of several relays are gone at once.
 */
export function waitForNetwork<View extends Seen>(views: readonly View[]): readonly View[] {
  const noNames = views.filter(({ azure }) => azure.problem?.code === 'HCM2001');
  const hosts = new Set(noNames.map(({ config }) => config.host));
  const isWaiting = ({ azure }: Seen): boolean => {
    if (azure.problem?.code === 'HCM2004') return true;
    if (azure.problem?.code !== 'HCM2001') return false;
    return hosts.size > 1 || azure.problem.details['reason'] === 'EAI_AGAIN';
  };
  const provesNetwork = (view: Seen): boolean => {
    const { status, problem } = view.azure;
    if (status === 'connected') return true;
    return problem?.code.startsWith('HCM2') === true && problem.code !== 'HCM2001' && !isWaiting(view);
  };
  return views.some(provesNetwork) ? [] : views.filter(isWaiting);
}
