// @ts-check
/** What `npm start` and `npm run demo` have in common: whether a window can open here, and opening it. */
import { fileURLToPath } from 'node:url';
import { resolveElectronRuntime } from './electron-runtime.mjs';
import { ensureBuilt } from './ensure-built.mjs';
import { runToEnd } from './run-to-end.mjs';
import { windowObstacle } from './runtime-choice.mjs';
import { howToInstall, missingLibraries } from './system-libraries.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @typedef {{ readonly obstacle: 'display' | 'root' | 'runtime' | 'libraries', readonly text: string }} Obstacle */
/** @typedef {{ readonly runtime: import('./electron-runtime.mjs').ElectronRuntime }} Ready */

/**
 * The cheap questions first: nothing is downloaded for a window that can't open.
 * @param {'start' | 'demo'} purpose
 * @returns {Promise<Ready | Obstacle>}
 */
export async function prepareWindow(purpose) {
  const isRoot = process.getuid?.() === 0;
  const obstacle = windowObstacle({ platform: process.platform, environment: process.env, isRoot });
  if (obstacle !== undefined) return { obstacle, text: '' };
  const runtime = await resolveElectronRuntime(purpose, { say });
  if ('problem' in runtime) return { obstacle: 'runtime', text: runtime.problem };
  const missing = missingLibraries(runtime.executable);
  return missing.length === 0 ? { runtime } : { obstacle: 'libraries', text: howToInstall(missing) };
}

/**
 * @param {Ready} ready
 * @param {readonly string[]} words for the app
 * @param {NodeJS.ProcessEnv} [environment] beyond this process's own
 */
export async function openWindow({ runtime }, words, environment = {}) {
  await ensureBuilt('app');
  say(runtime.line);
  const own = { ...process.env };
  // Set in the terminals of editors that are made of Electron; it would make ours a plain Node.
  delete own['ELECTRON_RUN_AS_NODE'];
  await runToEnd(runtime.executable, [...platformWords(own), root, ...words], { ...own, ...environment });
}

/** @param {NodeJS.ProcessEnv} environment */
function platformWords(environment) {
  // Electron takes X11 unless told otherwise.
  const hasOnlyWayland = !environment['DISPLAY'] && environment['WAYLAND_DISPLAY'];
  return process.platform === 'linux' && hasOnlyWayland ? ['--ozone-platform-hint=auto'] : [];
}

/** On standard error: the output belongs to the app. @param {string} line */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
