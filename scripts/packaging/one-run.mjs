// @ts-check
/** One run of packaging at a time: they share `out/package`. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const lookEveryMs = 500;

/**
 * @template T
 * @param {string} lock a folder that isn't there, in one that is
 * @param {(line: string) => void} say
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneRun(lock, say, work) {
  for (let tries = 0; !take(lock); tries += 1) {
    if (!isHeld(lock)) rmSync(lock, { recursive: true, force: true });
    else if (tries === 0) say('Another run makes packages: waiting for it.');
    await pause(lookEveryMs);
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    mkdirSync(lock);
    writeFileSync(join(lock, 'pid'), String(process.pid));
    return true;
  } catch {
    return false;
  }
}

/** False only when its owner is known and gone. @param {string} lock */
function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(join(lock, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH';
  }
}
