/** One parser of what comes from outside, as the fuzz sees it. */
import type { SeededRandom } from '../../../contract/testing/seeded-random.ts';

export interface FuzzTarget {
  readonly name: string;
  /** Good inputs, which are mutated and spliced. */
  readonly corpus: readonly Buffer[];
  /** Words of its grammar. */
  readonly dictionary: readonly string[];
  /** An input that is made by the rules, so that it gets past the first check. */
  draw(random: SeededRandom): Buffer;
  /**
   * Gives the input to the parser and checks what must hold whatever it is. `random` cuts it into pieces, where that
   * matters.
   * @returns what became of it, one of a few words
   * @throws when something is wrong with the parser
   */
  run(input: Buffer, random: SeededRandom): string;
}

/** Something that must hold, and doesn't. */
export class BrokenRule extends Error {
  override readonly name = 'BrokenRule';
}

export function must(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new BrokenRule(rule);
}
