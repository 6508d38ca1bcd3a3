import { describe, expect, it } from 'vitest';
import { normaliseArguments } from './normalise-arguments.ts';

describe('normaliseArguments', () => {
  it.each([
    [
      ['show', '-ns', 'contoso', '-n', 'sql'],
      ['show', '--namespace', 'contoso', '-n', 'sql'],
    ],
    [
      ['show', '-ns=contoso'],
      ['show', '--namespace=contoso'],
    ],
    [
      ['show', '-n=sql', '-n', 'x'],
      ['show', '--name=sql', '-n', 'x'],
    ],
    [
      ['add', '-rg', 'net'],
      ['add', '--resource-group', 'net'],
    ],
    [
      ['show', '--', '-ns'],
      ['show', '--', '-ns'],
    ],
    [
      ['add', '-'],
      ['add', '-'],
    ],
    [['-constructor'], ['-constructor']],
    [[], []],
  ])('%j', (argv, words) => {
    expect(normaliseArguments(argv)).toEqual(words);
  });
});
