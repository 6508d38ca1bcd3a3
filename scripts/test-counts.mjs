// @ts-check
/**
 * What the reports of the test programs add up to. Pure.
 *
 * Invariant: nothing passes by not being run: what was skipped, and what passed only at a second try, counts as failed.
 */

/** @typedef {{ readonly passed: number, readonly failed: number, readonly notes: readonly string[] }} Counts */

/**
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report of vitest
 * @returns {Counts}
 */
export function countVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  const skipped = numPendingTests + numTodoTests;
  return {
    passed: numPassedTests,
    failed: numFailedTests + skipped,
    notes: skipped > 0 ? [`${skipped} tests were skipped`] : [],
  };
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: readonly unknown[] }} report
 *   of Playwright
 * @returns {Counts}
 */
export function countPlaywright({ stats: { expected, unexpected, flaky, skipped }, errors }) {
  return {
    passed: expected,
    failed: unexpected + flaky + skipped + errors.length,
    notes: [
      ...(skipped > 0 ? [`${skipped} tests were skipped`] : []),
      ...(flaky > 0 ? [`${flaky} tests passed at a second try only`] : []),
      ...(errors.length > 0 ? [`${errors.length} errors outside any test`] : []),
    ],
  };
}
