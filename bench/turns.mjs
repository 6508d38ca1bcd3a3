// @ts-check
/** Who goes first in a run: each in turn, so that nobody always follows the same one. */

/** @template One @param {readonly One[]} all @param {number} run from 0 @returns {readonly One[]} */
export function inTurn(all, run) {
  const first = all.length === 0 ? 0 : run % all.length;
  return [...all.slice(first), ...all.slice(0, first)];
}
