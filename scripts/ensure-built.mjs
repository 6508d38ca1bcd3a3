// @ts-check
/**
 * The three things that are built from these sources, each only when it is older than they are: the command line, the
 * app, and the app for end-to-end tests.
 *
 * Invariants: a build that failed or was interrupted never counts as one; of several processes that ask at once, one
 * builds and the others wait.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {'cli' | 'app' | 'e2e-app'} Target */

const root = fileURLToPath(new URL('..', import.meta.url));
const buildWithinMs = 120_000;

/** @type {Readonly<Record<Target, { sources: readonly string[], tool: string, words: readonly string[] }>>} */
const recipes = {
  cli: {
    sources: ['electron', 'vite.cli.config.ts', 'package.json'],
    tool: 'vite/bin/vite.js',
    words: ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'],
  },
  app: {
    sources: ['electron', 'renderer', 'electron.vite.config.ts', 'package.json'],
    tool: 'electron-vite/bin/electron-vite.js',
    words: ['build', '--logLevel', 'warn'],
  },
  'e2e-app': {
    sources: ['electron', 'renderer', 'electron.vite.config.ts', 'package.json'],
    tool: 'electron-vite/bin/electron-vite.js',
    words: ['build', '--logLevel', 'warn'],
  },
};

/** @param {Target} target */
export async function ensureBuilt(target) {
  const lock = join(root, 'node_modules', `.hcm-building-${target}`);
  const deadline = Date.now() + buildWithinMs;
  while (!isFresh(target)) {
    if (!takeLock(lock)) {
      // Its owner may have been killed.
      if (Date.now() > deadline) rmSync(lock, { recursive: true, force: true });
      await pause(100);
      continue;
    }
    try {
      build(target);
    } finally {
      rmSync(lock, { recursive: true, force: true });
    }
  }
}

/** @param {Target} target */
export function build(target) {
  const started = new Date();
  const stamp = stampOf(target);
  rmSync(stamp, { force: true });
  const { tool, words } = recipes[target];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', tool), ...words],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', HCM_E2E_BUILD: target === 'e2e-app' ? '1' : '' },
    },
  );
  if (status !== 0) throw new Error(`the build of ${target} failed:\n${stdout}${stderr}`);
  if (target === 'e2e-app') writePackage(join(root, 'out', target));
  writeFileSync(stamp, '');
  // What was changed meanwhile is newer than the build.
  utimesSync(stamp, started, started);
}

/** @param {Target} target */
function isFresh(target) {
  const newest = Math.max(...recipes[target].sources.map((path) => newestIn(join(root, path))));
  return modifiedAt(stampOf(target)) >= newest;
}

/** @param {Target} target */
function stampOf(target) {
  return join(root, 'out', target, '.built');
}

/** Makes a folder that Electron takes for an app of the same name and version. @param {string} folder */
function writePackage(folder) {
  const { name, productName, version, type } = readPackage();
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name, productName, version, type, main: 'main/index.js' }),
  );
}

function readPackage() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
}

/** @param {string} path a file or a folder of sources */
function newestIn(path) {
  if (!statSync(path).isDirectory()) return modifiedAt(path);
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' });
  // Folders change with every test beside a source, too.
  const sources = names.filter((name) => /\.\w+$/.test(name) && !/\.test\.tsx?$|\btesting[\\/]/.test(name));
  return Math.max(...sources.map((name) => modifiedAt(join(path, name))));
}

/** 0 for a file that isn't there. @param {string} path */
function modifiedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** @param {string} lock */
function takeLock(lock) {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}
