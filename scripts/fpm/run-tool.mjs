// @ts-check
/** Runs a program that makes a package; what it says is shown only when it fails. */
import { spawnSync } from 'node:child_process';

/**
 * @param {string} program
 * @param {readonly string[]} words
 */
export function runTool(program, words) {
  const { error, status, stdout, stderr } = spawnSync(program, words, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error !== undefined) throw new Error(`fpm: ${program} can’t be started (${error.message})`);
  if (status !== 0) throw new Error(`fpm: ${program} failed:\n${stdout}${stderr}`);
}
