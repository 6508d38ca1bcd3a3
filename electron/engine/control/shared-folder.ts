/**
 * A folder that the host opens to a group of people, for one role: who may enter it may use its socket, by that role
 * (ADR 12). Owns the place of the socket there and the token beside it.
 *
 *      folder          of the host's user or root, not writable for its group, closed to everybody else
 *      control.sock    0660, its folder's group
 *      control.token   0640, its folder's group; new with each host
 *
 * Invariants: the folder is checked, never mended: who may enter is the administrator's word; a socket that lives is
 * never replaced, one that a killed host left always; the token is written only once the place is ours, so that no live
 * host's token is ever overwritten; `release` takes both away.
 */
import { randomBytes } from 'node:crypto';
import { chmod, chown, lstat, open, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../../contract/access.ts';
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { sharedAddress } from './control-address.ts';
import { controlTokenBytes, controlTokenFile } from './control-token.ts';
import { errno } from './errno.ts';
import { claimSocket, type Ownership } from './owner.ts';

export interface SharedFolderOptions {
  /** Absolute. */
  readonly folder: string;
  readonly role: Role;
  readonly dataFolder: string;
  readonly platform: NodeJS.Platform;
  /** User id of this process. */
  readonly uid: number;
  readonly clock: Clock;
  readonly version: string;
}

export interface SharedFolder {
  readonly role: Role;
  readonly claim: Ownership;
  readonly token: Buffer;
}

const writableByGroupOrOthers = 0o022;
const openToOthers = 0o007;
const socketMode = 0o660;
const tokenMode = 0o640;

/** @throws HcmError HCM5007 when the folder can't be opened to others as it is, or another host has it. */
export async function openSharedFolder(options: SharedFolderOptions): Promise<SharedFolder> {
  const { folder, role } = options;
  if (options.platform === 'win32') throw unusable(folder, 'shared-on-windows');
  const gid = await groupOfFit(options);
  const address = sharedAddress(folder);
  if (address === null) throw unusable(folder, 'shared-too-long');
  const claim = await claimSocket(address, options, (path) => openTo(path, socketMode, gid, folder));
  if (!claim.claimed) throw unusable(folder, 'shared-in-use');
  try {
    const token = await writeToken(folder, gid);
    return { role, token, claim: withToken(claim, folder) };
  } catch (error) {
    await claim.release();
    throw error;
  }
}

async function groupOfFit({ folder, dataFolder, uid }: SharedFolderOptions): Promise<number> {
  const found = await lstat(folder).catch((error: unknown) => {
    throw unusable(folder, errno(error) === 'ENOENT' ? 'shared-missing' : errno(error), error);
  });
  if (!found.isDirectory()) throw unusable(folder, 'shared-no-folder');
  if (found.uid !== uid && found.uid !== 0) throw unusable(folder, 'shared-of-another');
  if ((found.mode & writableByGroupOrOthers) !== 0) throw unusable(folder, 'shared-writable');
  if ((found.mode & openToOthers) !== 0) throw unusable(folder, 'shared-open');
  // Its token would take the place of the one that only the host's own account may read.
  const real = await realpath(folder);
  const own = await realpath(dataFolder).catch(() => dataFolder);
  if (real === own || real === join(own, 'run')) throw unusable(folder, 'shared-data-folder');
  return found.gid;
}

/**
 * Gives a file of ours to the folder's group. Mostly it is in that group already: by the folder's setgid bit, or since it
 * is this process's own group. Elsewhere only a member of the group may hand it over.
 */
async function openTo(path: string, mode: number, gid: number, folder: string): Promise<void> {
  try {
    const found = await lstat(path);
    if (found.gid !== gid) await chown(path, found.uid, gid);
    await chmod(path, mode);
  } catch (error) {
    const reason = errno(error) === 'EPERM' ? 'shared-group' : errno(error);
    throw unusable(folder, reason, error);
  }
}

async function writeToken(folder: string, gid: number): Promise<Buffer> {
  const token = randomBytes(controlTokenBytes);
  const path = join(folder, controlTokenFile);
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    const file = await open(fresh, 'wx', 0o600);
    try {
      await file.writeFile(token);
    } finally {
      await file.close();
    }
    await openTo(fresh, tokenMode, gid, folder);
    await rename(fresh, path);
    return token;
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    throw error instanceof HcmError ? error : unusable(folder, errno(error), error);
  }
}

/** The token goes first: while the place is ours, no other host has written its own. */
function withToken(claim: Ownership, folder: string): Ownership {
  let released: Promise<void> | undefined;
  const release = async (): Promise<void> => {
    await rm(join(folder, controlTokenFile), { force: true }).catch(() => undefined);
    await claim.release();
  };
  return { ...claim, release: () => (released ??= release()) };
}

function unusable(folder: string, reason: string, cause?: unknown): HcmError {
  return new HcmError('HCM5007', { path: folder, shared: folder, reason }, { cause });
}
