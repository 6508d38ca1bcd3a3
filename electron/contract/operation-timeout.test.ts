import { describe, expect, it } from 'vitest';
import { parseOperationTimeoutMs } from './operation-timeout.ts';

describe('parseOperationTimeoutMs', () => {
  it.each([
    ['60', 60_000],
    ['00:01:00', 60_000],
    ['0:30', 1_800_000],
    ['1.00:00:01', 86_401_000],
    ['00:00:00.25', 250],
  ])('reads %s', (text, milliseconds) => {
    expect(parseOperationTimeoutMs(text)).toBe(milliseconds);
  });

  it.each(['', '0', '-1', '1.5', '00:00:00', '24:00:00', '00:60:00', '1m', '00:00:00.12345678', '1:2:3:4'])(
    'refuses %j',
    (text) => {
      expect(parseOperationTimeoutMs(text)).toBeNull();
    },
  );
});
