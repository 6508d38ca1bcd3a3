/**
 * Puts new content in the place of a file so that after a crash at any moment there is the old or the new content: a
 * temporary file in the same folder, fsync, rename, fsync of the folder. The content before goes to `NAME.bak` the same
 * way first.
 *
 * Why not one of the published writers: those that keep a well-tended house don't sync the folder, or need a newer Node.
 */
import { randomBytes } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';

const temporaryName = /\.[0-9a-f]{12}\.tmp$/;

export function backupPath(path: string): string {
  return `${path}.bak`;
}

/** @param previous what the file holds now and the backup shall hold; null leaves the backup alone. */
export async function replaceFile(
  fileSystem: FileSystem,
  path: string,
  content: Uint8Array,
  previous: Uint8Array | null,
): Promise<void> {
  const temporary = temporaryPath(path);
  try {
    await fileSystem.create(temporary, content);
    if (previous !== null) await replaceFile(fileSystem, backupPath(path), previous, null);
    await fileSystem.rename(temporary, path);
  } catch (error) {
    await fileSystem.remove(temporary).catch(() => undefined);
    throw error;
  }
}

/** Temporary files that a killed process left behind. Only the folder's owner may call it, since others' are alike. */
export async function removeLeftovers(fileSystem: FileSystem, path: string): Promise<void> {
  const folder = dirname(path);
  const names = await fileSystem.list(folder).catch(() => []);
  const ours = names.filter((name) => name.startsWith(`${basename(path)}.`) && temporaryName.test(name));
  for (const name of ours) await fileSystem.remove(join(folder, name)).catch(() => undefined);
}

export function temporaryPath(path: string): string {
  return `${path}.${randomBytes(6).toString('hex')}.tmp`;
}
