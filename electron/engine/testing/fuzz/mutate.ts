/** Makes a bad input from a good one: the usual ways of a fuzzer, several on top of each other. Pure but for `random`. */
import type { SeededRandom } from '../../../contract/testing/seeded-random.ts';

/** No input is longer: what is larger than a parser's own limit is of no more interest. */
export const maxInputBytes = 256 * 1024;

type Mutation = (input: Buffer, random: SeededRandom, others: Others) => Buffer;

interface Others {
  readonly corpus: readonly Buffer[];
  readonly dictionary: readonly string[];
}

const interestingBytes = [0, 1, 0x0a, 0x0d, 0x20, 0x22, 0x3b, 0x3d, 0x7f, 0x80, 0xc0, 0xed, 0xf5, 0xfe, 0xff];

const mutations: readonly Mutation[] = [
  (input, random) => {
    const changed = Buffer.from(input);
    const at = place(changed, random);
    changed[at] = (changed[at] ?? 0) ^ (1 << random.between(0, 7));
    return changed;
  },
  (input, random) => {
    const changed = Buffer.from(input);
    changed[place(changed, random)] = random.pick(interestingBytes);
    return changed;
  },
  (input, random) => insert(input, random, Buffer.from(random.bytes(random.between(1, 8)))),
  (input, random, { dictionary }) =>
    dictionary.length === 0 ? input : insert(input, random, Buffer.from(random.pick(dictionary))),
  (input, random) => {
    const [from, to] = range(input, random);
    return Buffer.concat([input.subarray(0, from), input.subarray(to)]);
  },
  (input, random) => {
    const [from, to] = range(input, random);
    return insert(input, random, input.subarray(from, to));
  },
  (input, random) => {
    const [from, to] = range(input, random);
    const times = random.chance(0.02) ? random.between(100, 5_000) : random.between(2, 20);
    return insert(input, random, repeated(input.subarray(from, to), times));
  },
  (input, random, { corpus }) => {
    const other = random.pick(corpus);
    return Buffer.concat([input.subarray(0, place(input, random)), other.subarray(place(other, random))]);
  },
  (input, random) => input.subarray(0, place(input, random)),
];

/** One to six mutations of a good input. */
export function mutate(random: SeededRandom, start: Buffer, others: Others): Buffer {
  let input = start;
  for (let left = random.between(1, 6); left > 0; left--) {
    input = random.pick(mutations)(input, random, others).subarray(0, maxInputBytes);
  }
  return Buffer.from(input);
}

function place(input: Buffer, random: SeededRandom): number {
  return random.between(0, Math.max(0, input.length - 1));
}

function range(input: Buffer, random: SeededRandom): readonly [number, number] {
  const from = place(input, random);
  return [from, Math.min(input.length, from + random.between(1, 64))];
}

function insert(input: Buffer, random: SeededRandom, inserted: Buffer): Buffer {
  const at = random.between(0, input.length);
  return Buffer.concat([input.subarray(0, at), inserted, input.subarray(at)]);
}

function repeated(part: Buffer, times: number): Buffer {
  const most = Math.floor(maxInputBytes / Math.max(1, part.length));
  return Buffer.concat(Array.from({ length: Math.min(times, most) }, () => part));
}
