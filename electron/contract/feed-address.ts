/** Address of a feed's folder: https alone, without a user, a query or a fragment. Pure. */
import { readHost } from './host-name.ts';
import { parseHostPort } from './host-port.ts';

export function isFeedAddress(text: string): boolean {
  const place = /^https:\/\/([^/?#@\s]+)(?:\/[^?#\s]*)?$/.exec(text)?.[1] ?? '';
  return readHost(place).ok || parseHostPort(place).ok;
}
