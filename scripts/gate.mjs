// @ts-check
/** One program of `npm test`. What it writes is shown as it comes, or only when it failed, so that several can run at once. */
import { spawn } from 'node:child_process';

/**
 * @typedef {object} GateOptions
 * @property {boolean} [isLive] shows what it writes as it comes
 * @property {NodeJS.ProcessEnv} [environment] beyond this process's own
 */
/** @typedef {{ readonly isOk: boolean, readonly output: string, readonly errors: string }} GateEnd what it wrote, unless that was live */

/**
 * @param {string} name
 * @param {string} command
 * @param {readonly string[]} words
 * @param {GateOptions} [options]
 * @returns {Promise<GateEnd>}
 */
export async function runGate(name, command, words, { isLive = false, environment = {} } = {}) {
  if (isLive) console.log(`\n▸ ${name}`);
  const started = Date.now();
  const out = isLive ? 'inherit' : 'pipe';
  const child = spawn(command, words, {
    stdio: ['ignore', out, out],
    env: { ...process.env, ...environment },
    shell: process.platform === 'win32',
  });
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text) => (output += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (errors += text));
  /** @type {string | number | null} */
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', resolve);
  });
  const isOk = ended === 0;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  if (!isOk) console.log(`\n${output}${errors}`);
  console.log(`${isOk ? '✓' : '✗'} ${name} (${seconds} s)${typeof ended === 'string' ? `: ${ended}` : ''}`);
  return { isOk, output, errors };
}
