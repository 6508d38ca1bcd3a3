/**
 * A policy as a JSON file. It counts only when none but administrators could have written it: who may write it may decide
 * for everybody here.
 *
 * Invariants: nothing larger than `maxBytes` is read; owner and mode are those of the file that is open, not of a name that
 * could lead elsewhere a moment later.
 */
import { constants } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import { errnoOf } from '../store/file-error.ts';
import type { FoundPolicy } from './managed-source.ts';

export interface ManagedFileOptions {
  readonly path: string;
  /** Who must own file and folder, and be alone in writing there; null: whoever. */
  readonly trustedUid: number | null;
}

const maxBytes = 256 * 1024;
const writableByOthers = 0o022;

export function managedFile({ path, trustedUid }: ManagedFileOptions): {
  readonly read: () => Promise<FoundPolicy | null>;
} {
  return {
    read: async () => {
      const file = await openIfThere(path);
      if (file === null) return null;
      try {
        await requireFile(file, path);
        if (trustedUid !== null) await requireTrusted(file, path, trustedUid);
        return { from: path, document: parse(path, await readBounded(file, path)) };
      } finally {
        await file.close();
      }
    },
  };
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    // A pipe without a writer would keep whoever opens it for ever. Windows has neither, and counts it as 0.
    return await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const errno = errnoOf(error);
    // A folder that isn't one: no policy, either.
    if (errno === 'ENOENT' || errno === 'ENOTDIR') return null;
    throw new HcmError('HCM6103', { file: path, reason: errno }, { cause: error });
  }
}

async function requireFile(file: FileHandle, path: string): Promise<void> {
  const stats = await file.stat();
  if (stats.isFile()) return;
  throw new HcmError('HCM6103', { file: path, reason: stats.isDirectory() ? 'EISDIR' : 'no-file' });
}

/** Whoever may write to the folder could put another file there; so for a link and for what it leads to. */
async function requireTrusted(file: FileHandle, path: string, uid: number): Promise<void> {
  const folders = new Set([dirname(path), dirname(await realpath(path))]);
  const places = [[path, await file.stat()] as const];
  for (const folder of folders) places.push([folder, await stat(folder)]);
  for (const [name, { uid: owner, mode }] of places)
    if (owner !== uid || (mode & writableByOthers) !== 0) throw new HcmError('HCM6104', { file: path, name });
}

async function readBounded(file: FileHandle, path: string): Promise<string> {
  try {
    const buffer = Buffer.alloc(maxBytes + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await file.read(buffer, length, buffer.length - length);
      if (bytesRead === 0) return buffer.toString('utf8', 0, length);
      length += bytesRead;
    }
  } catch (error) {
    throw new HcmError('HCM6103', { file: path, reason: errnoOf(error) }, { cause: error });
  }
  throw new HcmError('HCM6103', { file: path, reason: 'too-large' });
}

function parse(path: string, text: string): unknown {
  try {
    // Editors of Windows put a mark in front.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new HcmError('HCM6103', { file: path, reason: 'not-json' });
  }
}
