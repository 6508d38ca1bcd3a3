/** Connections in pieces that fit into one line of the control socket: some bring the text of a CA with them. */
import { maxDesired, type DesiredConnection } from '../../contract/desired.ts';

const maxCharacters = 1024 * 1024;

export function inBatches<Item extends { readonly desired: DesiredConnection }>(
  items: readonly Item[],
): readonly (readonly Item[])[] {
  const batches: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const length = JSON.stringify(item.desired).length;
    const current = batches.at(-1);
    if (current === undefined || length > room || current.length >= maxDesired) {
      batches.push([item]);
      room = maxCharacters - length;
    } else {
      current.push(item);
      room -= length;
    }
  }
  return batches;
}
