// @ts-check
/**
 * What the system must have for a window without a screen: the libraries that Electron is linked against, and Xvfb. Linux
 * only; elsewhere nothing is missing.
 */
import { spawnSync } from 'node:child_process';
import { apt, hasApt } from './apt.mjs';
import { libraryLines } from './script-lines.mjs';

/** As Debian 12 names them. */
const packages = [
  'xvfb',
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libdrm2',
  'libnotify4',
  'libxtst6',
  'libsecret-1-0',
  'xdg-utils',
  'fonts-dejavu-core',
  'dbus',
  // Tests give Chromium a CA to trust.
  'libnss3-tools',
];

/** The ones that got a suffix when `time_t` grew: Debian 13, Ubuntu 24.04. */
const renamed = new Set(['libgtk-3-0', 'libasound2', 'libatk-bridge2.0-0', 'libatspi2.0-0']);

/**
 * @param {string} executable
 * @returns {readonly string[]} libraries that the dynamic linker doesn't find
 */
export function missingLibraries(executable) {
  if (process.platform !== 'linux') return [];
  const { stdout } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return notFound(stdout ?? '');
}

/** @param {string} listing of `ldd` */
export function notFound(listing) {
  return [...listing.matchAll(/^\s*(\S+) => not found/gm)].map(([, name = '']) => name);
}

/**
 * @param {(name: string) => boolean} isKnown whether the package source has a package of that name
 * @returns {readonly string[]}
 */
export function packageNames(isKnown) {
  return packages.map((name) => (renamed.has(name) && isKnown(`${name}t64`) ? `${name}t64` : name));
}

/**
 * @param {readonly string[]} missing
 * @returns {string} for a person
 */
export function howToInstall(missing) {
  if (!hasApt()) return libraryLines.noApt(missing);
  const words = packageNames(isInSource).join(' ');
  return libraryLines.install(
    missing,
    `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${words}`,
  );
}

/**
 * For tests: installs what is missing when root runs this, else says how.
 * @param {string} executable
 * @param {(line: string) => void} say told before anything that takes long
 * @returns {string | undefined} what is missing still, for a person
 */
export function ensureSystemLibraries(executable, say) {
  const missing = listMissing(executable);
  if (missing.length === 0) return undefined;
  if (!hasApt() || process.getuid?.() !== 0) return howToInstall(missing);
  say(libraryLines.installing(missing));
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...packageNames(isInSource)]);
  const still = listMissing(executable);
  return still.length === 0 ? undefined : howToInstall(still);
}

/** For tests: with the screen, and what gives Chromium a CA. @param {string} executable */
export function listMissing(executable) {
  const programs = hasProgram('Xvfb', '-help') ? [] : ['Xvfb'];
  const tools = hasProgram('certutil', '-H') ? [] : ['certutil'];
  return [...programs, ...tools, ...missingLibraries(executable)];
}

/** @param {string} name @param {string} word that has it end at once */
function hasProgram(name, word) {
  return process.platform !== 'linux' || spawnSync(name, [word], { stdio: 'ignore' }).error === undefined;
}

/** @param {string} name */
function isInSource(name) {
  return spawnSync('apt-cache', ['show', '--no-all-versions', name], { stdio: 'ignore' }).status === 0;
}
