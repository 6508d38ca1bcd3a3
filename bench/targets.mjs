// @ts-check
/** What must be reached, and what was. The table is the yardstick: it changes only with the project's aims. */
import { median, medianRatio } from './statistics.mjs';

/**
 * @typedef {object} Verdict
 * @property {string} what
 * @property {string} ours
 * @property {string} against
 * @property {string} theirs
 * @property {string} target
 * @property {number} value what is held against the limit
 * @property {number} limit
 * @property {'atMost' | 'atLeast'} kind
 * @property {boolean} isReached
 */

/**
 * @param {{ what: string, kind: 'atMost' | 'atLeast', limit: number, value: number, ours: string, against?: string, theirs?: string, unit?: string }} line
 * @returns {Verdict}
 */
export function judge({ what, kind, limit, value, ours, against = '', theirs = '', unit = ' ×' }) {
  const isReached = kind === 'atMost' ? value <= limit : value >= limit;
  const target = `${kind === 'atMost' ? '≤' : '≥'} ${limit.toFixed(unit === ' ×' ? 2 : 0)}${unit}`;
  return { what, ours, against, theirs, target, value, limit, kind, isReached };
}

/**
 * Ours against somebody else's, run by run.
 * @param {{ what: string, kind: 'atMost' | 'atLeast', limit: number, ours: readonly number[], against: string, theirs: readonly number[] | undefined, show: (value: number) => string }} line
 * @returns {Verdict | undefined} nothing when the other one was not measured
 */
export function compare({ what, kind, limit, ours, against, theirs, show }) {
  if (theirs === undefined || theirs.length === 0 || ours.length === 0) return undefined;
  return judge({
    what,
    kind,
    limit,
    value: medianRatio(ours, theirs),
    ours: show(median(ours)),
    against,
    theirs: show(median(theirs)),
  });
}

/** How far from the target: `1.23 ×`, and by how much it is missed. @param {Verdict} verdict */
export function describe({ value, limit, isReached, target }) {
  const unit = target.endsWith('×') ? ' ×' : '';
  const shown = unit === '' ? '' : `${value.toFixed(2)}${unit} `;
  if (isReached) return `${shown}reached`;
  return `${shown}missed by ${(Math.abs(value / limit - 1) * 100).toFixed(0)} %`;
}
