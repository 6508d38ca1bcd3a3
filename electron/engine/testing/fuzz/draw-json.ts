/** Any JSON value, not too large. */
import type { SeededRandom } from '../../../contract/testing/seeded-random.ts';

export function drawJson(random: SeededRandom, words: readonly string[], depth = 4): unknown {
  const lot = random.between(0, depth > 0 ? 8 : 5);
  switch (lot) {
    case 0:
      return null;
    case 1:
      return random.chance(0.5);
    case 2:
      return random.pick([0, -1, 1, 65_535, 65_536, 1.5, 1e300, Number.MAX_SAFE_INTEGER]);
    case 3:
      return random.pick(words);
    case 4:
      return String.fromCharCode(
        ...Array.from({ length: random.between(0, 12) }, () => random.between(0, 0xffff)),
      );
    case 5:
      return '';
    case 6:
      return Array.from({ length: random.between(0, 4) }, () => drawJson(random, words, depth - 1));
    default:
      return Object.fromEntries(
        Array.from({ length: random.between(0, 4) }, () => [
          random.pick([...words, 'a', '__proto__', 'constructor', '']),
          drawJson(random, words, depth - 1),
        ]),
      );
  }
}
