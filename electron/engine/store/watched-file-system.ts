/**
 * The store's file system, with somebody told whether files can be written: a change that fails is told to whoever asked
 * for it, and is then forgotten; the host's health remembers it until the same file is written again.
 */
import { basename } from 'node:path';
import type { HcmError } from '../../contract/errors.ts';
import { toFileError } from './file-error.ts';
import type { FileSystem } from './file-system.ts';

export interface WriteWatcher {
  readonly onWriteFailed: (problem: HcmError) => void;
  /** @param file bare name */
  readonly onWritten: (file: string) => void;
}

export function watchedFileSystem(fileSystem: FileSystem, watcher: WriteWatcher): FileSystem {
  async function told(path: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      watcher.onWriteFailed(toFileError(error, fileOf(path)));
      throw error;
    }
  }
  return {
    read: (path, maxBytes) => fileSystem.read(path, maxBytes),
    // A name that is taken is an answer, not a failure.
    link: (from, to) => fileSystem.link(from, to),
    remove: (path) => fileSystem.remove(path),
    list: (folder) => fileSystem.list(folder),
    syncFolder: (folder) => fileSystem.syncFolder(folder),
    create: (path, data) => told(path, () => fileSystem.create(path, data)),
    rename: (from, to) =>
      told(to, async () => {
        await fileSystem.rename(from, to);
        watcher.onWritten(fileOf(to));
      }),
  };
}

/** Temporary files and backups are steps on the way to the file itself. */
function fileOf(path: string): string {
  return basename(path).replace(/(\.[0-9a-f]{12}\.tmp|\.bak)+$/, '');
}
