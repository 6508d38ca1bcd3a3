/**
 * How the system keeps a key file from others: file modes where they exist, DPAPI and an ACL on Windows
 * (`dpapi-protector`).
 */
import { chmod, stat } from 'node:fs/promises';

export interface KeyProtector {
  /** The key as it is stored. */
  protect(key: Buffer): Promise<Buffer>;
  unprotect(stored: Buffer): Promise<Buffer>;
  /** Shuts others out of a new file that nobody knows yet. */
  restrict(path: string): Promise<void>;
  /**
   * Looks whether others can read the file, and shuts them out if so.
   * @returns whether that was needed; fails when it can't be done.
   */
  repair(path: string): Promise<boolean>;
}

const forOthers = 0o077;

/** Files are created with mode 0600 already (`FileSystem.create`); copying and restoring can widen it. */
export const modeProtector: KeyProtector = {
  protect: (key) => Promise.resolve(key),
  unprotect: (stored) => Promise.resolve(stored),
  restrict: async (path) => {
    await modeProtector.repair(path);
  },
  repair: async (path) => {
    if (((await stat(path)).mode & forOthers) === 0) return false;
    await chmod(path, 0o600);
    // Some file systems accept the call and change nothing.
    if (((await stat(path)).mode & forOthers) !== 0) throw new Error('mode stays open to others');
    return true;
  },
};
