/** The one-time URL that a listener is sent to (relay-protocol §3.4). Pure. */
import type { RendezvousAction } from './rendezvous-desk.ts';
import type { RequestTarget } from './request-target.ts';

/** Keeps the sender's path and own query; `host` is what the listener itself dialled (§9.1 row 11). */
export function rendezvousAddress(
  host: string,
  target: RequestTarget,
  action: RendezvousAction,
  id: string,
): string {
  const own = target.ownQuery === '' ? [] : target.ownQuery.split('&').map(withoutSpareEquals);
  const query = [...own, `sb-hc-action=${action}`, `sb-hc-id=${encodeURIComponent(id)}`].join('&');
  return `wss://${host}/$hc${target.rawPath}?${query}`;
}

/** A second `=` in a parameter breaks one official client's parser (relay-protocol §9.1 row 10). */
function withoutSpareEquals(pair: string): string {
  const split = pair.indexOf('=');
  return split < 0 ? pair : `${pair.slice(0, split + 1)}${pair.slice(split + 1).replaceAll('=', '%3D')}`;
}
