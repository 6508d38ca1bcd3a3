/**
 * Lets one process at a time change a folder. Owns the lock file for as long as the work runs.
 *
 * Invariant: a lock whose owner died is taken over after `staleMs`, and waiting ends after `waitMs` at the latest. The work
 * under the lock must be much shorter than `staleMs`.
 */
import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const staleMs = 10_000;
const waitMs = 15_000;
const pollMs = 25;

export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const file = join(folder, '.lock');
  const deadline = Date.now() + waitMs;
  while (!(await tryToCreate(file))) {
    if (Date.now() > deadline) throw Object.assign(new Error('folder stays locked'), { code: 'EBUSY' });
    if (await isStale(file)) await rm(file, { force: true });
    else await delay(pollMs);
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function tryToCreate(file: string): Promise<boolean> {
  try {
    await (await open(file, 'wx', 0o600)).close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function isStale(file: string): Promise<boolean> {
  try {
    return Date.now() - (await stat(file)).mtimeMs > staleMs;
  } catch {
    // Released in the meantime.
    return false;
  }
}
