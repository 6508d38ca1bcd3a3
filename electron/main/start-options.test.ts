import { describe, expect, it } from 'vitest';
import { readStartOptions } from './start-options.ts';

describe('readStartOptions', () => {
  it.each([
    [['app'], {}, { demo: false, hidden: false }],
    [['app', '--hidden'], {}, { demo: false, hidden: true }],
    [['app', '--demo', '--hidden'], {}, { demo: true, hidden: false }],
    [['app'], { HCM_DEMO: '1' }, { demo: true, hidden: false }],
  ])('%j %j', (argv, environment, expected) => {
    expect(readStartOptions(argv, environment)).toEqual(expected);
  });
});
