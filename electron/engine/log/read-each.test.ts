import { expect, it } from 'vitest';
import { readEach } from './read-each.ts';

const lines = Array.from({ length: 1_000 }, (_unused, index) => String(index));

it('reads what are entries, in their order', async () => {
  const even = (line: string): number | null => (Number(line) % 2 === 0 ? Number(line) : null);
  expect(await readEach(lines, even)).toEqual(lines.map(Number).filter((value) => value % 2 === 0));
  expect(await readEach([], even)).toEqual([]);
});

it('gives others their turn in between', async () => {
  let read = 0;
  let readAtTheirTurn = -1;
  setImmediate(() => (readAtTheirTurn = read));
  await readEach(lines, () => (read += 1));
  expect(readAtTheirTurn).toBeGreaterThan(0);
  expect(readAtTheirTurn).toBeLessThan(lines.length);
});
