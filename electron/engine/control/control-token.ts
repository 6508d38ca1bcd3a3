/**
 * The token by which the two ends of the control socket know each other: whoever can read this file in the data folder
 * may control the host (plan §5.7). It never crosses the socket, see `handshake.ts`.
 *
 * Invariants: readers see the whole file or none; only the owner of the data folder writes it; it is 32 random bytes
 * that no other user may read, and one that was open to others is replaced.
 */
import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import { errno } from './errno.ts';

export const controlTokenFile = 'control.token';

export const controlTokenBytes = 32;
const openToOthers = 0o077;

type Found = { readonly state: 'good'; readonly token: Buffer } | { readonly state: 'missing' | 'bad' };

/** For a client. @returns undefined when there is no usable token */
export async function readControlToken(folder: string): Promise<Buffer | undefined> {
  // Windows guards the file by its ACL: modes mean nothing there, and a client's own check would protect nobody.
  const found = await look(join(folder, controlTokenFile), false).catch((): Found => ({ state: 'bad' }));
  return found.state === 'good' ? found.token : undefined;
}

/** For the owner of the data folder only: reads the token, makes it when it is missing, replaces it when it is bad. */
export async function ensureControlToken(folder: string, platform: NodeJS.Platform): Promise<Buffer> {
  const path = join(folder, controlTokenFile);
  try {
    const found = await look(path, platform !== 'win32');
    if (found.state === 'good') return found.token;
    return await write(path, found.state);
  } catch (error) {
    if (error instanceof HcmError) throw error;
    throw new HcmError('HCM4005', { path, reason: errno(error) }, { cause: error });
  }
}

async function look(path: string, checkMode: boolean): Promise<Found> {
  let file: FileHandle;
  try {
    // A pipe or a link laid in its place must neither hang nor lead us away. Windows has neither flag: `|` makes 0 of it.
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (error) {
    if (errno(error) === 'ENOENT') return { state: 'missing' };
    if (errno(error) === 'ELOOP') return { state: 'bad' };
    throw error;
  }
  try {
    const { size, mode } = await file.stat();
    if (size !== controlTokenBytes || (checkMode && (mode & openToOthers) !== 0)) return { state: 'bad' };
    const token = Buffer.alloc(controlTokenBytes);
    const { bytesRead } = await file.read(token, 0, controlTokenBytes, 0);
    return bytesRead === controlTokenBytes ? { state: 'good', token } : { state: 'bad' };
  } finally {
    await file.close();
  }
}

async function write(path: string, instead: 'missing' | 'bad'): Promise<Buffer> {
  const token = randomBytes(controlTokenBytes);
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  const file = await open(fresh, 'wx', 0o600);
  try {
    await file.writeFile(token);
    await file.sync();
  } finally {
    await file.close();
  }
  try {
    if (instead === 'bad') {
      await rename(fresh, path);
      return token;
    }
    await link(fresh, path);
    return token;
  } catch (error) {
    if (errno(error) !== 'EEXIST') throw error;
    const winner = await look(path, false);
    if (winner.state === 'good') return winner.token;
    throw error;
  } finally {
    await rm(fresh, { force: true });
  }
}
