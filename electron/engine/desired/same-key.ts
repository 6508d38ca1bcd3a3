import { createHash, timingSafeEqual } from 'node:crypto';

/** Compares two keys without telling, by the time it takes, how much of them is the same. */
export function sameKey(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

function digest(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
