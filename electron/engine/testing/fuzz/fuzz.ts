/**
 * Fuzzes one target. Each input has random numbers of its own, made from seed, target and number: a single one can be
 * made again without the ones before it.
 */
import { SeededRandom } from '../../../contract/testing/seeded-random.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { mutate } from './mutate.ts';

export interface FuzzOptions {
  readonly seed: number;
  readonly inputs: number;
  /** Number of the first one. */
  readonly from?: number;
  /** Told before each input, for whoever watches over hangs. */
  readonly onInput?: (index: number) => void;
}

export interface FuzzFailure {
  readonly target: string;
  readonly seed: number;
  readonly index: number;
  readonly problem: string;
  /** Smallest input found that still breaks the same rule, base64. */
  readonly input: string;
}

export interface FuzzReport {
  readonly target: string;
  readonly inputs: number;
  readonly bytes: number;
  readonly longestBytes: number;
  /** How often each came about. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly failures: readonly FuzzFailure[];
}

/** More of the same say nothing new. */
const maxFailures = 5;
const maxMinimisingRuns = 5_000;

export function fuzz(target: FuzzTarget, { seed, inputs, from = 0, onInput }: FuzzOptions): FuzzReport {
  const outcomes: Record<string, number> = {};
  const failures: FuzzFailure[] = [];
  let bytes = 0;
  let longestBytes = 0;
  for (let index = from; index < from + inputs && failures.length < maxFailures; index++) {
    onInput?.(index);
    const input = fuzzInput(target, seed, index);
    bytes += input.length;
    longestBytes = Math.max(longestBytes, input.length);
    const problem = problemOf(target, input, seed, index, outcomes);
    if (problem === undefined) continue;
    const smallest = minimise(input, (smaller) => problemOf(target, smaller, seed, index) === problem);
    failures.push({ target: target.name, seed, index, problem, input: smallest.toString('base64') });
  }
  return { target: target.name, inputs, bytes, longestBytes, outcomes, failures };
}

/** One in eight is noise, three are made by the rules, four are mutations of either. */
export function fuzzInput(target: FuzzTarget, seed: number, index: number): Buffer {
  const random = randomOf(target, seed, index);
  const lot = random.between(0, 7);
  if (lot === 0) return Buffer.from(random.bytes(random.between(0, random.chance(0.05) ? 4_096 : 200)));
  if (lot <= 3) return target.draw(random);
  const start = random.chance(0.5) ? random.pick(target.corpus) : target.draw(random);
  return mutate(random, start, target);
}

function problemOf(
  target: FuzzTarget,
  input: Buffer,
  seed: number,
  index: number,
  outcomes?: Record<string, number>,
): string | undefined {
  try {
    // A copy: a decoder may unmask in place.
    const outcome = target.run(Buffer.from(input), randomOf(target, seed ^ 0x5bd1_e995, index));
    if (outcomes !== undefined) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : String(error);
  }
}

function randomOf(target: FuzzTarget, seed: number, index: number): SeededRandom {
  let hash = seed >>> 0;
  for (const character of `${target.name}/${index}`) {
    hash = Math.imul(hash ^ character.charCodeAt(0), 0x0100_0193) >>> 0;
  }
  return new SeededRandom(hash);
}

/** Leaves out ever smaller pieces as long as the same rule breaks. */
function minimise(input: Buffer, stillBreaks: (smaller: Buffer) => boolean): Buffer {
  let smallest = input;
  let runs = 0;
  for (let size = Math.ceil(input.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < smallest.length && runs < maxMinimisingRuns;) {
      const smaller = Buffer.concat([smallest.subarray(0, at), smallest.subarray(at + size)]);
      runs++;
      if (stillBreaks(smaller)) smallest = smaller;
      else at += size;
    }
  }
  return smallest;
}
