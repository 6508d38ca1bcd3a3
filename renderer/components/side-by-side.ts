/** Work on many things, a bounded number of them at the same time; one that fails doesn't hold up the others. */
import { toErrorData, type ErrorData } from '../../electron/contract/errors.ts';

/** More would only wait in the host's queues. */
const atOnce = 8;

export interface Failure<Item> {
  readonly item: Item;
  readonly error: ErrorData;
}

/** @returns the ones that failed, in the order of the items. */
export async function eachSideBySide<Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<readonly Failure<Item>[]> {
  const errors = new Map<Item, ErrorData>();
  const waiting = items.values();
  async function takeTurns(): Promise<void> {
    // One iterator for all, so that each item is taken once.
    for (const item of waiting) {
      try {
        await work(item);
      } catch (error) {
        errors.set(item, toErrorData(error));
      }
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, takeTurns));
  return items.flatMap((item) => {
    const error = errors.get(item);
    return error === undefined ? [] : [{ item, error }];
  });
}
