/** Refuses a handshake with the details that the service gives (relay-protocol §3.2, §9.2 step 5). Owns nothing. */
import { refuseUpgrade } from './http-answers.ts';
import { detailed } from './relay-context.ts';
import type { RelayContext } from './relay-context.ts';
import type { Arrival } from './rendezvous-desk.ts';
import { reasonPhrase } from './tracking.ts';

/** Official tests look for these words and for the path behind them (relay-protocol §3.2, §5.1). */
export const endpointMissingText = 'Endpoint does not exist:';
export const noListenerText = 'Endpoint not found: no listener is connected to';

export interface RefusedWith {
  readonly status: number;
  readonly text: string;
}

/** Answers and says what it answered. A text of the two above gets the address behind it. */
export function refuseWithDetails(
  context: RelayContext,
  arrival: Arrival,
  id: string,
  status: number,
  text: string,
): string {
  const { path } = arrival.target;
  const full =
    text === endpointMissingText || text === noListenerText ? addressed(context, text, path) : text;
  const reason = reasonPhrase(detailed(context, full, id, path));
  refuseUpgrade(arrival.socket, status, reason, context.now());
  return reason;
}

export function addressed(context: RelayContext, text: string, path: string): string {
  return `${text} '${context.namespaceUrl()}${path.slice(0, 260)}'.`;
}

/** A header that should come once. */
export function headerText(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
