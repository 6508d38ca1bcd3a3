/**
 * The folder of the control socket: who may enter it may try to control the host.
 *
 * Invariant: what is returned as good is a real folder (no symbolic link), belongs to this user, and nobody else may
 * enter it. In a shared place another user may have made it first: then it is refused, never used.
 */
import { chmod, lstat, mkdir } from 'node:fs/promises';
import { HcmError } from '../../contract/errors.ts';
import { errno } from './errno.ts';

const ownerOnly = 0o700;
const openToOthers = 0o077;

/** Makes the folder when it is missing. */
export async function prepareControlFolder(path: string, uid: number): Promise<void> {
  try {
    await mkdir(path, { mode: ownerOnly });
  } catch (error) {
    if (errno(error) !== 'EEXIST') throw unusable(path, errno(error), error);
  }
  if (await isOpenToOthers(path, uid)) {
    await chmod(path, ownerOnly);
    if (await isOpenToOthers(path, uid)) throw unusable(path, 'open-to-others');
  }
}

async function isOpenToOthers(path: string, uid: number): Promise<boolean> {
  const found = await lstat(path).catch((error: unknown) => {
    throw unusable(path, errno(error), error);
  });
  if (!found.isDirectory()) throw unusable(path, 'not-a-folder');
  if (found.uid !== uid) throw unusable(path, 'of-another-user');
  return (found.mode & openToOthers) !== 0;
}

function unusable(path: string, reason: string, cause?: unknown): HcmError {
  return new HcmError('HCM5007', { path, reason }, { cause });
}
