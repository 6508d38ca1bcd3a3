import { expect, it } from 'vitest';
import { readNumbers } from './read-numbers.ts';

it.each([
  ['2', [2]],
  ['1,3-5', [1, 3, 4, 5]],
  [' 5  1 ', [5, 1]],
  ['1-2,2', [1, 2]],
  ['', []],
])('%j names rows', (text, numbers) => {
  expect(readNumbers(text, 5)).toEqual(numbers);
});

it.each(['0', '6', '4-6', '3-1', 'a', '1;2', '1-', '99999999'])('%j names none', (text) => {
  expect(readNumbers(text, 5)).toBeNull();
});
