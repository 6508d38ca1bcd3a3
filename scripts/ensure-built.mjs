// @ts-check
/**
 * The three things that are built from these sources, each only when it is older than they are: the command line, the
 * app, and the app for end-to-end tests.
 *
 * Invariants: a build that failed or was interrupted never counts as one, and what was built before stays; nobody sees a
 * build that isn't whole; of several processes that ask at once, one builds and the others wait.
 */
import { spawnSync } from 'node:child_process';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** @typedef {'cli' | 'app' | 'e2e-app'} Target */

const root = fileURLToPath(new URL('..', import.meta.url));
const buildWithinMs = 120_000;
const stampName = '.built';

/** @type {Readonly<Record<Target, { sources: readonly string[], tool: string, words: readonly string[] }>>} */
const recipes = {
  cli: {
    sources: ['electron', 'assets/release.json', 'vite.cli.config.ts', 'package.json'],
    tool: 'vite/bin/vite.js',
    words: ['build', '--config', 'vite.cli.config.ts', '--logLevel', 'warn'],
  },
  app: {
    sources: ['electron', 'renderer', 'assets/release.json', 'electron.vite.config.ts', 'package.json'],
    tool: 'electron-vite/bin/electron-vite.js',
    words: ['build', '--logLevel', 'warn'],
  },
  'e2e-app': {
    sources: ['electron', 'renderer', 'assets/release.json', 'electron.vite.config.ts', 'package.json'],
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
  dropLeftovers(target);
  // Beside its place and as deep: source maps name files from where they lie.
  const folder = join(root, 'out', `.${target}-${process.pid}`);
  try {
    buildInto(folder, target);
    const stamp = join(folder, stampName);
    writeFileSync(stamp, '');
    // What was changed meanwhile is newer than the build.
    utimesSync(stamp, started, started);
    putInPlace(folder, join(root, 'out', target));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} folder
 * @param {Target} target
 * @param {NodeJS.ProcessEnv} [environment] beyond this process's own
 */
export function buildInto(folder, target, environment = {}) {
  const { tool, words } = recipes[target];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules', tool), ...words],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        NO_COLOR: '1',
        HCM_E2E_BUILD: target === 'e2e-app' ? '1' : '',
        HCM_BUILD_FOLDER: folder,
        ...environment,
      },
    },
  );
  if (status !== 0) throw new Error(`the build of ${target} failed:\n${stdout}${stderr}`);
  if (target === 'e2e-app') writePackage(folder);
}

/** Two renames: whoever starts the program meanwhile has the build of before or this one. @param {string} folder @param {string} place */
function putInPlace(folder, place) {
  const before = `${folder}-before`;
  for (let tries = 0; ; tries += 1) {
    try {
      renameSync(folder, place);
      break;
    } catch (error) {
      // Another build has taken the place in between.
      if (tries === 10) throw error;
    }
    rmSync(before, { recursive: true, force: true });
    try {
      renameSync(place, before);
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') throw error;
    }
  }
  rmSync(before, { recursive: true, force: true });
}

/** Of builds that were interrupted. @param {Target} target */
function dropLeftovers(target) {
  const out = join(root, 'out');
  mkdirSync(out, { recursive: true });
  for (const name of readdirSync(out)) {
    const [, of, pid] = /^\.([a-z0-9-]+?)-(\d+)(?:-before)?$/.exec(name) ?? [];
    if (of === target && !isAlive(Number(pid))) rmSync(join(out, name), { recursive: true, force: true });
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/** @param {Target} target */
function isFresh(target) {
  const newest = Math.max(...recipes[target].sources.map((path) => newestIn(join(root, path))));
  return modifiedAt(stampOf(target)) >= newest;
}

/** @param {Target} target */
function stampOf(target) {
  return join(root, 'out', target, stampName);
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
