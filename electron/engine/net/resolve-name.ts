/**
 * Names to addresses by the system's resolver (hosts file included). Owns the look-ups under way.
 *
 * The system's resolver runs on four threads that files and the relay's own dials share. A DNS server that is gone
 * holds each look-up for many seconds, so one name is asked once at a time and few names are asked at once.
 */
import { lookup, type LookupAddress } from 'node:dns';

/** A port, so that tests can say what DNS would. */
export type Resolve = (host: string) => Promise<readonly LookupAddress[]>;

const maxAtOnce = 2;

export function createResolver(ask: Resolve): Resolve {
  const underWay = new Map<string, Promise<readonly LookupAddress[]>>();
  const waiting: (() => void)[] = [];
  let running = 0;

  async function inTurn(host: string): Promise<readonly LookupAddress[]> {
    if (running < maxAtOnce) running++;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await ask(host);
    } finally {
      // Whoever waits takes the place over.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  }

  return (host) => {
    const shared = underWay.get(host);
    if (shared) return shared;
    const asked = inTurn(host).finally(() => underWay.delete(host));
    underWay.set(host, asked);
    return asked;
  };
}

export const resolveName: Resolve = createResolver(
  (host) =>
    new Promise((resolve, reject) => {
      lookup(host, { all: true }, (error, addresses) => {
        if (error) reject(error);
        else resolve(addresses);
      });
    }),
);
