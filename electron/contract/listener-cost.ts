/**
 * What listeners cost, as far as it can be said without prices: Azure charges each of them by the hour, whether anything is
 * sent or not (S43, relay-protocol §8). Pure.
 */
import type { ConnectionView } from './connection-view.ts';

/** A twelfth of a year, as Azure's price list reckons. */
const hoursAMonth = 730;

export interface ListenerCost {
  readonly listeners: number;
  readonly hoursAMonth: number;
}

/** Null while nobody listens, or Azure hasn't said how many do. */
export function listenerCost(listeners: number | null): ListenerCost | null {
  return listeners === null || listeners === 0 ? null : { listeners, hoursAMonth: listeners * hoursAMonth };
}

/** Of this host's own listeners alone: each connection that is connected is one. Null while there is none. */
export function listenerCostOfHost(views: Iterable<ConnectionView>): ListenerCost | null {
  return listenerCost([...views].filter(({ azure }) => azure.status === 'connected').length);
}
