/** Ids as people read and type them: the beginning of each, long enough to tell them apart. Pure. */
import { HcmError } from '../contract/errors.ts';
import { joinList } from '../contract/messages/join-texts.ts';

/** Never shorter: what is shown today should still be the only one tomorrow. */
const minShown = 8;
const shownCandidates = 10;

export type Shorten = (id: string) => string;

/** @returns the beginning of each id by which none of the others begins. */
export function shortIds(ids: readonly string[]): Shorten {
  const sorted = [...new Set(ids)].sort();
  let length = minShown;
  for (const [index, id] of sorted.entries()) {
    length = Math.max(length, sharedLength(id, sorted[index + 1] ?? '') + 1);
  }
  return (id) => id.slice(0, length);
}

/** @throws HcmError HCM1095 when none begins so, HCM1096 when several do. */
export function findById<Item extends { readonly id: string }>(items: readonly Item[], text: string): Item {
  const wanted = text.toLowerCase();
  const found = wanted === '' ? [] : items.filter(({ id }) => id.startsWith(wanted));
  const [only, ...others] = found;
  const name = /^[\da-f-]{1,36}$/u.test(wanted) ? wanted : '';
  if (only === undefined) throw new HcmError('HCM1095', { name });
  if (others.length > 0) {
    const short = shortIds(items.map(({ id }) => id));
    const shown = found.slice(0, shownCandidates).map(({ id }) => short(id));
    throw new HcmError('HCM1096', { name, count: found.length, candidates: joinList(shown) });
  }
  return only;
}

function sharedLength(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
