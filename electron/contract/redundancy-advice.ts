/**
 * What the number of listeners means for whoever relies on a connection: Azure gives each session to one of them at random,
 * and with one alone nothing works while that restarts (S66 to S71). Pure.
 */
import type { ConnectionView } from './connection-view.ts';

/** Listeners that Azure lets one Hybrid Connection have (relay-protocol §8). */
export const maxListeners = 25;

/** So many that a person planning more should know of the limit. */
const nearLimitFrom = 20;

export type RedundancyAdvice =
  /** Nobody counted yet, or this host isn't part of it. */
  | { readonly kind: 'none' }
  /** Apps have no way while this host restarts. */
  | { readonly kind: 'onlyThisHost' }
  | { readonly kind: 'several'; readonly listeners: number }
  | { readonly kind: 'nearLimit'; readonly listeners: number };

export function redundancyAdvice({ azure, listeners }: ConnectionView): RedundancyAdvice {
  if (azure.status !== 'connected' || listeners === null || listeners === 0) return { kind: 'none' };
  if (listeners === 1) return { kind: 'onlyThisHost' };
  return { kind: listeners >= nearLimitFrom ? 'nearLimit' : 'several', listeners };
}

/** Listeners that stay when this host's goes; null when Azure hasn't said how many there are. */
export function otherListeners({ azure, listeners }: ConnectionView): number | null {
  if (listeners === null) return null;
  return Math.max(0, azure.status === 'connected' ? listeners - 1 : listeners);
}
