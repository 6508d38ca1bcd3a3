/**
 * Order of versions as semver 2.0.0 has it (§11), for deciding what is newer. Pure. Build metadata is allowed and counts for
 * nothing; anything that isn't a full version is none at all.
 */

const numeric = String.raw`(?:0|[1-9]\d{0,8})`;
const identifier = String.raw`(?:0|[1-9]\d{0,8}|\d*[A-Za-z-][0-9A-Za-z-]*)`;
const pattern = new RegExp(
  String.raw`^(${numeric})\.(${numeric})\.(${numeric})(?:-(${identifier}(?:\.${identifier})*))?(?:\+[0-9A-Za-z.-]+)?$`,
);

/** Longer than any of ours, short enough for a line of a log. */
const maxLength = 64;

interface Version {
  readonly numbers: readonly number[];
  readonly prerelease: readonly string[];
}

export function isVersion(text: string): boolean {
  return read(text) !== null;
}

/** @returns whether `one` is newer than `other`; false where either is no version. */
export function isNewer(one: string, other: string): boolean {
  const [first, second] = [read(one), read(other)];
  return first !== null && second !== null && compare(first, second) > 0;
}

function read(text: string): Version | null {
  const match = text.length > maxLength ? null : pattern.exec(text);
  if (match === null) return null;
  const [, major, minor, patch, prerelease] = match;
  return {
    numbers: [major, minor, patch].map(Number),
    prerelease: prerelease === undefined ? [] : prerelease.split('.'),
  };
}

function compare(one: Version, other: Version): number {
  for (const [index, number] of one.numbers.entries()) {
    const difference = number - (other.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  // A version comes behind its own prereleases.
  if (one.prerelease.length === 0 || other.prerelease.length === 0) {
    return other.prerelease.length - one.prerelease.length;
  }
  for (const [index, part] of one.prerelease.entries()) {
    const counterpart = other.prerelease[index];
    if (counterpart === undefined) return 1;
    const difference = compareParts(part, counterpart);
    if (difference !== 0) return difference;
  }
  return one.prerelease.length - other.prerelease.length;
}

function compareParts(one: string, other: string): number {
  if (one === other) return 0;
  const [oneIsNumber, otherIsNumber] = [one, other].map((part) => /^\d+$/.test(part));
  if (oneIsNumber && otherIsNumber) return Number(one) - Number(other);
  if (oneIsNumber !== otherIsNumber) return oneIsNumber ? -1 : 1;
  return one < other ? -1 : 1;
}
