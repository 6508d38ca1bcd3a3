/**
 * The few file operations that the store needs, as a port: tests break each of them at each moment. The store's promises
 * (old or new, never empty, never lost) rest on these and on nothing else.
 */
import { open, link, readdir, rename, unlink } from 'node:fs/promises';
import { platform as hostPlatform } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { errnoOf } from './file-error.ts';

export interface FileSystem {
  /** The whole file; fails with `EFBIG` when it is longer than `maxBytes`. */
  read(path: string, maxBytes: number): Promise<Buffer>;
  /** A new file with mode 0600, on the disk when this returns; fails with `EEXIST` when there is one. */
  create(path: string, data: Uint8Array): Promise<void>;
  /** A second name for a file; fails with `EEXIST` when the name is taken. */
  link(from: string, to: string): Promise<void>;
  /** Puts `from` in the place of `to` in one step. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  /** Makes creations and renames in the folder survive a power failure. */
  syncFolder(folder: string): Promise<void>;
}

/** 60 + 120 + … ms: 2.7 s, longer than a virus scanner holds a small file. */
const renameAttempts = 10;
const renameStepMs = 60;

export function nodeFileSystem(platform: NodeJS.Platform = hostPlatform()): FileSystem {
  const windows = platform === 'win32';
  return {
    read,
    create,
    link: (from, to) => link(from, to),
    rename: windows ? renameOnWindows : (from, to) => rename(from, to),
    remove: (path) => unlink(path),
    list: (folder) => readdir(folder),
    // Windows has no such call for folders; NTFS journals its own metadata.
    syncFolder: windows ? () => Promise.resolve() : syncFolder,
  };
}

async function read(path: string, maxBytes: number): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    // One byte more than allowed is asked for, so that a file that grows meanwhile can't slip through.
    const buffer = Buffer.alloc(Math.min((await file.stat()).size, maxBytes) + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      if (bytesRead === 0) return buffer.subarray(0, length);
      length += bytesRead;
    }
    throw Object.assign(new Error('file too large'), { code: 'EFBIG' });
  } finally {
    await file.close();
  }
}

async function create(path: string, data: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(data);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network and FUSE file systems can't sync a folder; there is nothing else to be done on them.
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(errnoOf(error))) throw error;
  } finally {
    await handle.close();
  }
}

/** A scanner or indexer that holds either file makes a rename on Windows fail for a moment. */
export async function renameOnWindows(from: string, to: string): Promise<void> {
  await retryWhileHeld(() => rename(from, to));
}

export async function retryWhileHeld(
  action: () => Promise<void>,
  pause: (delayMs: number) => Promise<unknown> = (delayMs) => wait(delayMs),
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await action();
      return;
    } catch (error) {
      const held = ['EPERM', 'EBUSY', 'EACCES'].includes(errnoOf(error));
      if (!held || attempt === renameAttempts) throw error;
    }
    await pause(attempt * renameStepMs);
  }
}
