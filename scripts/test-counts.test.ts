import { expect, it } from 'vitest';
import { countPlaywright, countVitest } from './test-counts.mjs';

it('counts what vitest skipped as failed', () => {
  const report = { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 3 };
  expect(countVitest(report)).toEqual({ passed: 7, failed: 6, notes: ['5 tests were skipped'] });
});

it('says nothing beyond the numbers when all passed', () => {
  const vitest = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 };
  expect(countVitest(vitest)).toEqual({ passed: 7, failed: 0, notes: [] });
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0 };
  expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 4, failed: 0, notes: [] });
});

it.each([
  ['a failure', { unexpected: 1 }, []],
  ['a second try', { flaky: 1 }, []],
  ['a skipped test', { skipped: 1 }, []],
  ['an error outside any test', {}, [{ message: 'set-up' }]],
])('counts %s of Playwright as failed', (_what, other, errors) => {
  const stats = { expected: 4, unexpected: 0, flaky: 0, skipped: 0, ...other };
  expect(countPlaywright({ stats, errors })).toMatchObject({ passed: 4, failed: 1 });
});
