/** What the number of listeners means, as sentences: advice, what stays up meanwhile, what it costs. Pure. */
import type { ConnectionView } from '../connection-view.ts';
import type { ListenerCost } from '../listener-cost.ts';
import { formatWholeNumber } from '../locale-formats.ts';
import { maxListeners, otherListeners, redundancyAdvice } from '../redundancy-advice.ts';
import { listenerCostTexts, otherListenerTexts, redundancyTexts } from './texts/azure-row.ts';
import { fillCounted, fillText } from './message-text.ts';

/** Null where there is nothing to advise. */
export function redundancyText(view: ConnectionView): string | null {
  const advice = redundancyAdvice(view);
  switch (advice.kind) {
    case 'none':
      return null;
    case 'onlyThisHost':
      return redundancyTexts.onlyThisHost;
    case 'several':
    case 'nearLimit':
      return fillText(redundancyTexts[advice.kind], { listeners: advice.listeners, max: maxListeners });
  }
}

/**
 * Whether apps still have a way when these connections end on this host; null where nobody knows, or none of them is one.
 *
 * @param isBrief it comes back by itself
 */
export function otherListenersText(views: readonly ConnectionView[], isBrief: boolean): string | null {
  const others = views
    .filter(({ azure }) => azure.status === 'connected')
    .map(otherListeners)
    .filter((count) => count !== null);
  const [first] = others;
  if (first === undefined) return null;
  if (views.length === 1) {
    if (first > 0) return fillCounted(otherListenerTexts.stay, first);
    return isBrief ? otherListenerTexts.noneMeanwhile : otherListenerTexts.none;
  }
  const alone = others.filter((count) => count === 0).length;
  if (alone > 0) return fillCounted(otherListenerTexts.noneOfSeveral, alone);
  return others.length === views.length ? otherListenerTexts.allOfSeveral : null;
}

/** @param of whose listeners they are: all of one connection, or this host's of several. */
export function listenerCostText(of: keyof typeof listenerCostTexts, cost: ListenerCost): string {
  const hours = formatWholeNumber(cost.hoursAMonth);
  return fillCounted(listenerCostTexts[of], cost.listeners, { hours });
}
