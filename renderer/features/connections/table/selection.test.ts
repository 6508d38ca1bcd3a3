import { describe, expect, it } from 'vitest';
import { extended, headerChecked, pruned, toggled } from './selection.ts';

const rows = ['a', 'b', 'c', 'd'];

describe('selection', () => {
  it('adds and takes away one row', () => {
    expect(toggled(new Set(['a']), 'b')).toEqual(new Set(['a', 'b']));
    expect(toggled(new Set(['a', 'b']), 'a')).toEqual(new Set(['b']));
  });

  it('extends both ways, to exactly what lies between', () => {
    expect(extended(rows, 'b', 'd')).toEqual(new Set(['b', 'c', 'd']));
    expect(extended(rows, 'd', 'b')).toEqual(new Set(['b', 'c', 'd']));
    expect(extended(rows, 'b', 'b')).toEqual(new Set(['b']));
  });

  it('begins anew where the first row is gone', () => {
    expect(extended(rows, null, 'c')).toEqual(new Set(['c']));
    expect(extended(rows, 'gone', 'c')).toEqual(new Set(['c']));
  });

  it('is none, some or all of the rows that are shown', () => {
    expect(headerChecked(rows, new Set())).toBe(false);
    expect(headerChecked(rows, new Set(['hidden']))).toBe(false);
    expect(headerChecked(rows, new Set(['a', 'hidden']))).toBe('mixed');
    expect(headerChecked(rows, new Set(rows))).toBe(true);
    expect(headerChecked([], new Set())).toBe(false);
  });

  it('loses only what is gone', () => {
    const selected = new Set(['a', 'b']);
    expect(pruned(selected, () => true)).toBe(selected);
    expect(pruned(selected, (id) => id === 'b')).toEqual(new Set(['b']));
  });
});
