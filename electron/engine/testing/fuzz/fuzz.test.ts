/** 50,000 inputs at each run of the tests, always the same ones; `npm run fuzz` makes others (docs/soak-and-fuzz.md). */
import { describe, expect, it } from 'vitest';
import { fuzz, fuzzInput } from './fuzz.ts';
import { must, type FuzzTarget } from './fuzz-target.ts';
import { fuzzTargets } from './fuzz-targets.ts';

const seed = 20_261_122;
const inputsInAll = 50_000;

describe('any input', () => {
  it.each(fuzzTargets.map((target) => [target.name, target] as const))(
    'is read or refused, and nothing else: %s',
    (_name, target) => {
      const inputs = Math.ceil(inputsInAll / fuzzTargets.length);
      const report = fuzz(target, { seed, inputs });
      // With seed, number and smallest input, which say all that is needed to see it again.
      expect(report.failures).toEqual([]);
      // A fuzz that always comes to the same end has not got past the door.
      expect(Object.keys(report.outcomes).length).toBeGreaterThan(1);
      expect(Object.values(report.outcomes).reduce((sum, count) => sum + count, 0)).toBe(inputs);
    },
  );
});

describe('the fuzz itself', () => {
  const good = Buffer.from('a good input; nothing is wrong with it');
  const planted: FuzzTarget = {
    name: 'planted',
    corpus: [good],
    dictionary: ['!?'],
    draw: () => good,
    run: (input) => {
      must(!input.includes('!?'), 'the planted bug');
      return 'fine';
    },
  };

  it('finds a bug, and says how to see it again with as little as possible', () => {
    const { failures } = fuzz(planted, { seed: 1, inputs: 10_000 });
    expect(failures.length).toBeGreaterThan(0);
    for (const failure of failures) {
      expect(failure).toMatchObject({ target: 'planted', seed: 1, problem: 'BrokenRule: the planted bug' });
      expect(Buffer.from(failure.input, 'base64').toString()).toBe('!?');
      expect(fuzzInput(planted, 1, failure.index).includes('!?')).toBe(true);
    }
  });

  it('makes the same inputs from the same seed, and others from another', () => {
    const [target] = fuzzTargets;
    if (target === undefined) throw new Error('nothing to fuzz');
    const inputs = (of: number): readonly string[] =>
      Array.from({ length: 20 }, (_, index) => fuzzInput(target, of, index).toString('hex'));
    expect(inputs(7)).toEqual(inputs(7));
    expect(inputs(7)).not.toEqual(inputs(8));
  });
});
