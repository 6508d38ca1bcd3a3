/**
 * Faults that a test orders for the next requests to ARM. Owns the orders that aren't used up.
 *
 * Invariant: an order counts for the requests it names and no others, as often as it says.
 */
import { ArmError } from './arm-error.ts';

export type ArmFault =
  | { readonly kind: 'throttle'; readonly retryAfterSeconds: number }
  | { readonly kind: 'error'; readonly status: number; readonly code: string; readonly message?: string }
  /** Nothing is answered before that promise settles; then the true answer. */
  | { readonly kind: 'held'; readonly until: Promise<unknown> }
  | { readonly kind: 'broken-json' }
  /** A page of a proxy or gateway in place of ARM's envelope. */
  | { readonly kind: 'html'; readonly status: number }
  /** The connection is reset: before the head, or within the body. */
  | { readonly kind: 'cut'; readonly within: 'head' | 'body' };

export interface FaultOrder {
  readonly fault: ArmFault;
  readonly method?: string;
  /** Of the path without the query. */
  readonly path?: RegExp;
  /** Once when left out. */
  readonly times?: number;
}

export class ArmFaults {
  readonly #orders: { readonly order: FaultOrder; left: number }[] = [];

  add(order: FaultOrder): void {
    this.#orders.push({ order, left: order.times ?? 1 });
  }

  clear(): void {
    this.#orders.length = 0;
  }

  take(method: string, path: string): ArmFault | undefined {
    const found = this.#orders.find(
      ({ order, left }) =>
        left > 0 &&
        (order.method ?? method) === method &&
        (order.path === undefined || order.path.test(path)),
    );
    if (found === undefined) return undefined;
    found.left -= 1;
    return found.order.fault;
  }
}

/** Undefined for a fault that is none of ARM's own answers. */
export function errorOf(fault: ArmFault): ArmError | undefined {
  if (fault.kind === 'error') {
    return new ArmError(fault.status, fault.code, fault.message ?? `The request failed: ${fault.code}.`);
  }
  if (fault.kind !== 'throttle') return undefined;
  const seconds = String(fault.retryAfterSeconds);
  const text = `Number of requests for subscription has exceeded the limit. Please try again after '${seconds}' seconds.`;
  return new ArmError(429, 'SubscriptionRequestsThrottled', text, { 'retry-after': seconds });
}
