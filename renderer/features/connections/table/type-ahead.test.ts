import { describe, expect, it } from 'vitest';
import { nothingTyped, rowForTyped, typedOn, type Typed } from './type-ahead.ts';

const names = ['crm', 'erp', 'Inventory', 'invoices', 'payroll'];

function type(letters: string, everyMs: number): Typed {
  return Array.from(letters).reduce(
    (typed, letter, index) => typedOn(typed, letter, 10_000 + index * everyMs),
    nothingTyped,
  );
}

describe('letters jump to a name', () => {
  it('one letter goes to the next name that begins with it, and round', () => {
    expect(rowForTyped(names, 0, type('i', 0))).toBe(2);
    expect(rowForTyped(names, 2, type('i', 0))).toBe(3);
    expect(rowForTyped(names, 3, type('i', 0))).toBe(2);
    expect(rowForTyped(names, 3, type('ii', 100))).toBe(2);
  });

  it('letters in a row are the beginning of a name, whatever the case', () => {
    expect(rowForTyped(names, 2, type('INVO', 100))).toBe(3);
    expect(rowForTyped(names, 2, type('inv', 100))).toBe(2);
  });

  it('after a pause a new name begins', () => {
    expect(rowForTyped(names, 0, type('ip', 1_000))).toBe(4);
    expect(rowForTyped(names, 0, type('ip', 100))).toBe(-1);
  });

  it('goes nowhere when there is no such name', () => {
    expect(rowForTyped(names, 0, type('z', 0))).toBe(-1);
    expect(rowForTyped([], -1, type('a', 0))).toBe(-1);
  });
});
