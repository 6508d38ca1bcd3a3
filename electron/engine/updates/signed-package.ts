/**
 * What a feed said once still vouches for a package that was kept: the file of the feed is kept as it came, with its
 * signature, and asked again when the package is wanted. Pure.
 */
import { readFeedFile, type FeedRelease, type ReleaseFile } from './feed-file.ts';
import { verifyFeed } from './feed-signature.ts';
import type { ReleaseKey } from './release-config.ts';

/** A file of the feed and what is beside it. */
export interface SignedFeedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Text of `<name>.sig`. */
  readonly signature: string;
}

/** A release, and what vouches for it. */
export interface SignedRelease extends FeedRelease {
  readonly signed: SignedFeedFile;
}

/** Addresses count for nothing here: the package has been fetched. */
const noFolder = new URL('https://kept.invalid/');

/** Whether a key that counts has signed that this version has this package. */
export function vouchesFor(
  { name, bytes, signature }: SignedFeedFile,
  wanted: Pick<FeedRelease, 'version'> & Pick<ReleaseFile, 'sha512' | 'sizeBytes'>,
  keys: readonly ReleaseKey[],
): boolean {
  try {
    verifyFeed(name, bytes, signature, keys);
    const { version, files } = readFeedFile(bytes, name, noFolder);
    return (
      version === wanted.version &&
      files.some(({ sha512, sizeBytes }) => sha512 === wanted.sha512 && sizeBytes === wanted.sizeBytes)
    );
  } catch {
    return false;
  }
}
