import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPacedReads } from './paced-reads.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('reads at once, then at most once a second, and once more for all that was asked meanwhile', async () => {
  const read = vi.fn(() => Promise.resolve());
  const reads = createPacedReads(read);
  for (let count = 0; count < 5; count += 1) reads.request();
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(999);
  expect(read).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(read).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(read).toHaveBeenCalledTimes(2);
});

it('waits for a slow answer, and goes on after a failed one', async () => {
  let fail: (reason: Error) => void = () => undefined;
  const read = vi.fn(() => new Promise<void>((_resolve, reject) => (fail = reject)));
  const reads = createPacedReads(read);
  reads.request();
  reads.request();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(read).toHaveBeenCalledTimes(1);
  fail(new Error('gone'));
  await vi.advanceTimersByTimeAsync(0);
  expect(read).toHaveBeenCalledTimes(2);
});

it('ends, also what was planned', async () => {
  const read = vi.fn(() => Promise.resolve());
  const reads = createPacedReads(read);
  reads.request();
  reads.request();
  await vi.advanceTimersByTimeAsync(0);
  reads.stop();
  reads.request();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(read).toHaveBeenCalledTimes(1);
});
