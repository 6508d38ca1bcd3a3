import { expect, it } from 'vitest';
import type { LogLine } from '../../electron/contract/log-line.ts';
import { createTestBridge } from '../testing/test-bridge.ts';
import { emptyTail, logSource, maxLogLines, nextTail } from './log-source.ts';

function lines(from: number, to: number): LogLine[] {
  return Array.from({ length: to - from + 1 }, (_unused, index) => ({
    number: from + index,
    at: 0,
    level: 'info',
    message: 'line',
    fields: '',
  }));
}

const numbers = (all: readonly LogLine[]): readonly number[] => all.map(({ number }) => number);

it('reads on from the latest line, for the connection and level it is for', async () => {
  const bridge = createTestBridge({ answers: { 'log.tail': { lines: lines(5, 7), latest: 9 } } });
  const id = '00000000-0000-4000-8000-000000000001';
  const { read } = logSource(bridge, id, 'warn');
  expect(numbers(await read())).toEqual([5, 6, 7]);
  bridge.answer('log.tail', { lines: lines(10, 10), latest: 10 });
  expect(numbers(await read())).toEqual([5, 6, 7, 10]);
  expect(bridge.inputsOf('log.tail')).toEqual([
    { limit: 1000, level: 'warn', connectionId: id },
    { limit: 1000, level: 'warn', connectionId: id, after: 9 },
  ]);
});

it('keeps the same list when nothing is new, and takes no line twice', () => {
  const first = nextTail(emptyTail, { lines: lines(1, 3), latest: 3 });
  expect(nextTail(first, { lines: [], latest: 8 }).lines).toBe(first.lines);
  expect(numbers(nextTail(first, { lines: lines(2, 4), latest: 4 }).lines)).toEqual([1, 2, 3, 4]);
});

it('keeps a bounded number, the newest', () => {
  let tail = emptyTail;
  for (let from = 1; from < 5_000; from += 900)
    tail = nextTail(tail, { lines: lines(from, from + 899), latest: from + 899 });
  expect(tail.lines).toHaveLength(maxLogLines);
  expect(tail.lines.at(-1)?.number).toBe(5_400);
});

it('reads on behind a full answer from its last line', () => {
  expect(nextTail(emptyTail, { lines: lines(1, 1_000), latest: 1_700 }).after).toBe(1_000);
});

it('begins anew when the host did', () => {
  const before = nextTail(emptyTail, { lines: lines(90, 99), latest: 99 });
  expect(nextTail(before, { lines: [], latest: 4 })).toEqual(emptyTail);
});
