// @ts-check
/**
 * The official Electron of the `electron` package: found in its folder, or downloaded by its own installer, which honours
 * mirrors, proxies and its cache.
 *
 * Invariant: never waits long for a network that isn't there. A download may take as long as it needs, but only while
 * bytes come.
 */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearInterval, setInterval } from 'node:timers';
import { fileURLToPath } from 'node:url';
import { executableName } from './runtime-choice.mjs';

const packageFolder = fileURLToPath(new URL('../node_modules/electron', import.meta.url));
const distFolder = join(packageFolder, 'dist');
const silenceMs = 8_000;
const lookEveryMs = 250;

/** @typedef {{ readonly folder: string }} Found */
/** @typedef {{ readonly reason: string }} Missing */

/** @returns {string} the version that package.json asks for */
export function officialVersion() {
  return JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')).version;
}

/** @returns {Found | undefined} the official runtime when it lies there already */
export function findOfficial() {
  const version = readIfThere(join(distFolder, 'version')).trim().replace(/^v/, '');
  const isThere =
    version === officialVersion() && existsSync(join(distFolder, executableName(process.platform)));
  return isThere ? { folder: distFolder } : undefined;
}

/** @type {Promise<Found | Missing> | undefined} */
let attempt;

/** Downloads it, at most once in this process. */
export function fetchOfficial() {
  attempt ??= download();
  return attempt;
}

/** @returns {Promise<Found | Missing>} */
async function download() {
  const folder = await mkdtemp(join(tmpdir(), 'hcm-electron-'));
  try {
    const reason = await runInstaller(join(packageFolder, 'install.js'), folder);
    return findOfficial() ?? { reason };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} program
 * @param {string} folder where it puts what it downloads, so that one can see whether anything comes
 * @param {number} [patienceMs] without a byte
 * @returns {Promise<string>} why it ended, as far as it said
 */
export async function runInstaller(program, folder, patienceMs = silenceMs) {
  const installer = spawn(process.execPath, [program], {
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  installer.stderr.setEncoding('utf8').on('data', (text) => (errors += text));
  const watch = watchFor(folder, patienceMs, () => installer.kill('SIGKILL'));
  /** @type {string} */
  const ended = await new Promise((resolve) => {
    installer.once('error', (error) => resolve(error.message));
    installer.once('close', (_code, signal) => resolve(signal === null ? firstLine(errors) : 'no answer'));
  });
  clearInterval(watch);
  return ended;
}

/**
 * @param {string} folder
 * @param {number} patienceMs
 * @param {() => void} onSilence when nothing came for so long
 */
function watchFor(folder, patienceMs, onSilence) {
  let bytes = 0;
  let since = Date.now();
  return setInterval(() => {
    const now = bytesIn(folder) + bytesIn(distFolder);
    if (now !== bytes) [bytes, since] = [now, Date.now()];
    else if (Date.now() - since > patienceMs) onSilence();
  }, lookEveryMs);
}

/** @param {string} folder */
function bytesIn(folder) {
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  // A file may go between the two looks.
  return names.reduce(
    (sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
}

/** @param {string} text */
function firstLine(text) {
  const line = text.split('\n').find((one) => one.trim() !== '') ?? 'no reason given';
  return line.trim().replace(/^\w*Error: /, '');
}

/** @param {string} path */
function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
