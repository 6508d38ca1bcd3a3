/**
 * Who gets a place in the control folder, and how a dead owner's place is taken over, by many starters at once.
 *
 * Every starter has a seat: a listening socket under a random name. A place is a symbolic link to a seat; making a link
 * fails when it exists, so only one can. Whether an occupant lives is what the kernel says when its seat is dialled:
 * no process id that could be somebody else's by now, no clock, no lock that outlives a kill -9.
 *
 *      control.sock ──► 1f0c…  (refuses: dead)
 *      1f0c….heir   ──► 77ab…  the one that may replace 1f0c…; if 77ab… is dead too, its own heir may, and so on
 *
 *      take(place):  link(place → me) ──ok──► taken
 *                        │ exists: occupant lives ──► occupied
 *                        └ occupant is dead: take(occupant.heir) ──not taken──► again
 *                                              │ taken: place still names that occupant? ──no──► give up heir, again
 *                                              └ yes: rename(heir → place) ──► taken
 *
 * Invariants: only the one that holds a dead occupant's `heir` place replaces that occupant, and a seat that is dead
 * stays dead, so what was checked still holds at the rename; the rename installs the new owner and removes the heir
 * place in one step; the heir place of an occupant that is gone gives no right, because seat names never come again.
 */
import { createHash } from 'node:crypto';
import { lstat, readlink, rename, rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { dialSocket } from './dial-socket.ts';
import { errno } from './errno.ts';
import { pause } from './pause.ts';
import { instancePattern } from './wire.ts';

export interface PlaceSeeker {
  readonly folder: string;
  /** Name of our own listening seat in that folder. */
  readonly seat: string;
  readonly clock: Clock;
}

/** `again`: somebody else is at it this moment. */
export type Taken = 'taken' | 'occupied' | 'again';

/** Each step is a starter that was killed within the few system calls of its take-over. */
const maxDeadHeirs = 8;

const refusalsOfTheDead = 2;
const refusalPauseMs = 25;

export async function takePlace(name: string, seeker: PlaceSeeker, deadHeirs = 0): Promise<Taken> {
  const place = join(seeker.folder, name);
  try {
    await symlink(seeker.seat, place);
    return 'taken';
  } catch (error) {
    if (errno(error) !== 'EEXIST') throw unusable(place, errno(error), error);
  }
  const occupant = await occupantOf(name, seeker.folder);
  if (occupant === undefined) return 'again';
  if (await isAlive(occupant.path, seeker.clock)) return 'occupied';
  if (deadHeirs === maxDeadHeirs) throw unusable(place, 'too-many-dead-heirs');

  const heir = `${occupant.seat}.heir`;
  if ((await takePlace(heir, seeker, deadHeirs + 1)) !== 'taken') return 'again';
  if ((await occupantOf(name, seeker.folder))?.seat !== occupant.seat) {
    await rm(join(seeker.folder, heir), { force: true });
    return 'again';
  }
  await rename(join(seeker.folder, heir), place);
  await rm(join(seeker.folder, occupant.seat), { force: true });
  return 'taken';
}

/** Gives a place back, if it is still ours. While our seat listens nobody else can take it in between. */
export async function leavePlace(name: string, seeker: PlaceSeeker): Promise<void> {
  const occupant = await occupantOf(name, seeker.folder);
  if (occupant?.seat === seeker.seat) await rm(join(seeker.folder, name), { force: true });
}

/** An owner that hangs is alive: its kernel still takes the connection, or says that too many wait (EAGAIN). */
export async function isAlive(path: string, clock: Clock): Promise<boolean> {
  for (let refusals = 1; ; refusals += 1) {
    const dialled = await dialSocket(path, clock);
    if (dialled.ok) {
      dialled.socket.on('error', () => undefined).destroy();
      return true;
    }
    if (dialled.errno === 'EAGAIN') return true;
    if (dialled.errno === 'ENOENT') return false;
    if (dialled.errno !== 'ECONNREFUSED') throw unusable(path, dialled.errno);
    // macOS refuses when too many wait, too: only refused again is dead.
    if (refusals === refusalsOfTheDead) return false;
    await pause(clock, refusalPauseMs);
  }
}

interface Occupant {
  readonly seat: string;
  readonly path: string;
}

async function occupantOf(name: string, folder: string): Promise<Occupant | undefined> {
  const place = join(folder, name);
  try {
    const seat = await readlink(place);
    if (!instancePattern.test(seat)) throw unusable(place, 'not-ours');
    return { seat, path: join(folder, seat) };
  } catch (error) {
    if (errno(error) === 'ENOENT') return undefined;
    if (errno(error) !== 'EINVAL')
      throw error instanceof HcmError ? error : unusable(place, errno(error), error);
  }
  // A socket that was bound right here: it has no seat name, so what makes its file unique stands in for one.
  const found = await lstat(place, { bigint: true }).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isSocket()) throw unusable(place, 'not-ours');
  const unique = createHash('sha256').update(`${found.dev}|${found.ino}|${found.mtimeNs}`).digest('hex');
  return { seat: unique.slice(0, 12), path: place };
}

function unusable(path: string, reason: string, cause?: unknown): HcmError {
  return new HcmError('HCM5007', { path, reason }, { cause });
}
