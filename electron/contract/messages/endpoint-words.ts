/** An endpoint that Azure names in place of the one in force, as words. Pure. */
import type { ConnectionView } from '../connection-view.ts';
import { formatHostPort } from '../host-port.ts';
import { connectedMarkTexts, endpointChangeTexts } from './texts/keys.ts';
import { fillText } from './message-text.ts';

/**
 * The endpoint that waits for a yes or no; null when there is none. Where a person chose the endpoint, what Azure names
 * is a fact and no question.
 */
export function endpointToDecide({
  config,
  endpointInAzure,
}: ConnectionView): ConnectionView['endpointInAzure'] {
  return config.endpoint?.source === 'azure' ? endpointInAzure : null;
}

export function endpointMark(view: ConnectionView): string | null {
  return endpointToDecide(view) === null ? null : connectedMarkTexts.endpointDiffers;
}

export function endpointTooltip(view: ConnectionView): string | null {
  const decide = endpointToDecide(view);
  return decide && fillText(endpointChangeTexts.tooltip, { azure: formatHostPort(decide) });
}

/** What the details say of it. */
export function endpointCallout(view: ConnectionView): string | null {
  const decide = endpointToDecide(view);
  if (decide === null || view.config.endpoint === null) return null;
  const here = formatHostPort(view.config.endpoint);
  return fillText(endpointChangeTexts.callout, { azure: formatHostPort(decide), here });
}

/** Small, beside an endpoint that a person chose. */
export function endpointInAzureNote(view: ConnectionView): string | null {
  const { endpointInAzure } = view;
  if (endpointInAzure === null || endpointToDecide(view) !== null) return null;
  return fillText(endpointChangeTexts.inAzure, { azure: formatHostPort(endpointInAzure) });
}
