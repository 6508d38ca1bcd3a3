/** Which of the two legs the Status column shows, and how urgent it is. Pure. */
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { azureTone, endpointTone, type Tone } from '../../../../electron/contract/status.ts';
import { legsOf } from '../../../components/legs-of.ts';

/** Where there is one column for both legs, the one that needs a person is shown; Azure's when both do. */
export function isEndpointWorse(view: ConnectionView): boolean {
  return endpointTone(view.endpoint.status) === 'act' && azureTone(legsOf(view)) !== 'act';
}

const urgency: Readonly<Record<Tone, number>> = { act: 0, watch: 1, good: 2, quiet: 3 };

export function azureUrgency(view: ConnectionView): number {
  return urgency[azureTone(legsOf(view))];
}

export function endpointUrgency(view: ConnectionView): number {
  return urgency[endpointTone(view.endpoint.status)];
}
