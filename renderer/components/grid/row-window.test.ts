import { describe, expect, it } from 'vitest';
import { drawnRows, seenRows, unmeasuredRows } from './row-window.ts';

describe('rows that are drawn', () => {
  it('are all of them up to 50', () => {
    expect(drawnRows({ first: 0, last: 3 }, 50, 0)).toHaveLength(50);
    expect(drawnRows({ first: 0, last: 3 }, 0, -1)).toEqual([]);
  });

  it('are those in sight and some around them in a longer table', () => {
    const rows = drawnRows(seenRows(4_800, 480, 48), 500, 100);
    expect(rows[0]).toBe(92);
    expect(rows.at(-1)).toBe(118);
    expect(rows).toHaveLength(27);
  });

  it('fill what a window has for them before anything is measured, and no more', () => {
    for (const [height, count] of [
      [0, 0],
      [300, 3],
      [480, 7],
      [800, 13],
      [2_160, 42],
    ] as const) {
      const rows = drawnRows(unmeasuredRows(height, 48), 500, -1);
      expect(rows).toEqual(Array.from({ length: count }, (_unused, index) => index));
    }
  });

  it('always hold the row that has the focus, in its place', () => {
    const seen = seenRows(4_800, 480, 48);
    expect(drawnRows(seen, 500, 3)[0]).toBe(3);
    expect(drawnRows(seen, 500, 499).at(-1)).toBe(499);
    expect(drawnRows(seen, 500, 100).filter((index) => index === 100)).toHaveLength(1);
  });

  it('end with the table, also when it has become shorter than it was scrolled', () => {
    expect(drawnRows(seenRows(23_520, 480, 48), 500, 0).at(-1)).toBe(499);
    const afterFilter = drawnRows(seenRows(23_520, 480, 48), 60, 0);
    expect(afterFilter.every((index) => index < 60)).toBe(true);
    expect(afterFilter).toContain(59);
  });
});
