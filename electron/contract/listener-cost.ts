/**
 * What listeners cost, as far as it can be said without prices: Azure charges each of them by the hour, whether anything is
 * sent or not (S43, relay-protocol §8). Pure.
 */
import type { ConnectionView } from './connection-view.ts';
import { practiceAuthor } from './practice-author.ts';

/** A twelfth of a year, as Azure's price list reckons. */
const hoursAMonth = 730;

export interface ListenerCost {
  readonly listeners: number;
  readonly hoursAMonth: number;
}

/** Of all hosts. Null while nobody listens, Azure hasn't said how many do, or it isn't Azure that is listened at. */
export function listenerCost(view: ConnectionView): ListenerCost | null {
  return isCharged(view) ? costOf(view.listeners ?? 0) : null;
}

/** Of this host's own listeners alone: each connection that is connected is one. Null while there is none. */
export function listenerCostOfHost(views: Iterable<ConnectionView>): ListenerCost | null {
  return costOf([...views].filter((view) => isCharged(view) && view.azure.status === 'connected').length);
}

/** The practice relay is this computer's own. */
function isCharged({ config }: ConnectionView): boolean {
  return config.addedBy !== practiceAuthor;
}

function costOf(listeners: number): ListenerCost | null {
  return listeners === 0 ? null : { listeners, hoursAMonth: listeners * hoursAMonth };
}
