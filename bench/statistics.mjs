// @ts-check
/** What the bench counts with: medians, percentiles, ratios. */

/** Between the two in the middle when there are two. @param {readonly number[]} values */
export function median(values) {
  const sorted = ascending(values);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  if (upper === undefined) return NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/**
 * The smallest value that at least this share of all is not above (nearest rank).
 * @param {readonly number[]} values @param {number} share from 0 to 1
 */
export function percentile(values, share) {
  const sorted = ascending(values);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

/**
 * Median of the ratios of runs that stood side by side: what the computer did meanwhile hit both alike.
 * @param {readonly number[]} ours @param {readonly number[]} theirs
 */
export function medianRatio(ours, theirs) {
  const pairs = Math.min(ours.length, theirs.length);
  return median(Array.from({ length: pairs }, (_, index) => (ours[index] ?? NaN) / (theirs[index] ?? NaN)));
}

/** @param {readonly number[]} values */
function ascending(values) {
  return [...values].sort((one, other) => one - other);
}
