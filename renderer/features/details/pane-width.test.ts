import { expect, it } from 'vitest';
import { isWidened, limitWidth, widenedWidth, widthAfterKey } from './pane-width.ts';

it('keeps the pane between 400 px and 70 % of the window', () => {
  expect(limitWidth(100, 1200)).toBe(400);
  expect(limitWidth(512.4, 1200)).toBe(512);
  expect(limitWidth(4000, 1200)).toBe(840);
  // In a window that is too small for both limits the least one counts.
  expect(limitWidth(4000, 500)).toBe(400);
});

it('moves by keys, left is wider', () => {
  expect(widthAfterKey('ArrowLeft', 440, 1200)).toBe(456);
  expect(widthAfterKey('ArrowRight', 440, 1200)).toBe(424);
  expect(widthAfterKey('ArrowRight', 410, 1200)).toBe(400);
  expect(widthAfterKey('Home', 440, 1200)).toBe(400);
  expect(widthAfterKey('End', 440, 1200)).toBe(840);
  expect(widthAfterKey('Enter', 440, 1200)).toBeNull();
});

it('widens far enough for all columns of the sessions, and knows when it is wide', () => {
  expect(widenedWidth(1200)).toBe(624);
  expect(widenedWidth(1000)).toBe(560);
  expect(isWidened(440, 1200)).toBe(false);
  expect(isWidened(624, 1200)).toBe(true);
  expect(isWidened(840, 1200)).toBe(true);
});
