/** Which file of a release is the one for this computer, by the names that electron-builder gives. Pure. */
import type { FeedRelease, ReleaseFile } from './feed-file.ts';

/** Endings of the packages that a feed lists; others are found on the download page alone. */
export const packageKinds = ['deb', 'rpm', 'AppImage', 'exe', 'dmg', 'zip'] as const;

export type PackageKind = (typeof packageKinds)[number];

export interface PackageWanted {
  readonly kind: PackageKind;
  /** As Node names it. */
  readonly arch: string;
}

/** Words for a processor in the names of packages. */
const archWords: Readonly<Record<string, RegExp>> = {
  x64: /(?:^|[^a-z0-9])(?:x64|x86[_-]64|amd64)(?:[^a-z0-9]|$)/i,
  arm64: /(?:^|[^a-z0-9])(?:arm64|aarch64)(?:[^a-z0-9]|$)/i,
};

/** Null: the release has none. One that names no processor is for every one. */
export function releaseFile(
  { files }: Pick<FeedRelease, 'files'>,
  { kind, arch }: PackageWanted,
): ReleaseFile | null {
  const ofKind = files.filter(({ name }) => name.toLowerCase().endsWith(`.${kind.toLowerCase()}`));
  const own = archWords[arch];
  const isForAll = ({ name }: ReleaseFile): boolean =>
    !Object.values(archWords).some((word) => word.test(name));
  return ofKind.find(({ name }) => own?.test(name)) ?? ofKind.find(isForAll) ?? null;
}
