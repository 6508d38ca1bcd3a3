/** The two legs of a view, as the contract's table of tones and groups wants them. */
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import type { Legs } from '../../electron/contract/status.ts';

export function legsOf({ azure, endpoint }: ConnectionView): Legs {
  return { azure: azure.status, endpoint: endpoint.status, problem: azure.problem };
}
