// @ts-check
/**
 * Which Electron runs here, and getting it: the one that the environment names, else the official one (there already, or
 * downloaded), else the one inside an npm package where that is allowed (runtime-choice.mjs).
 *
 * Invariant: the answer is one folder that holds an executable, with one line that says which, where from and why.
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fetchOfficial, findOfficial, officialVersion } from './official-electron.mjs';
import { ensurePackaged, packaged } from './packaged-electron.mjs';
import { cacheFolder, executableName, mayFallBack } from './runtime-choice.mjs';
import { runtimeLines } from './script-lines.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} folder for ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} executable
 * @property {'named' | 'official' | 'packaged'} source
 * @property {string} line what runs, where it comes from and why
 */
/** @typedef {{ readonly problem: string }} NoRuntime a text for a person; says what to do */

/**
 * @param {import('./runtime-choice.mjs').Purpose} purpose
 * @param {object} [options]
 * @param {import('./runtime-choice.mjs').Environment} [options.environment]
 * @param {(line: string) => void} [options.say] told before anything that takes long
 * @returns {Promise<ElectronRuntime | NoRuntime>}
 */
export async function resolveElectronRuntime(
  purpose,
  { environment = process.env, say = () => undefined } = {},
) {
  const named = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (named) {
    const runtime = runtimeIn(named, 'named', runtimeLines.named(named));
    return existsSync(runtime.executable)
      ? runtime
      : { problem: runtimeLines.namedIsEmpty(runtime.executable) };
  }
  const version = officialVersion();
  const found = findOfficial();
  if (found !== undefined) return runtimeIn(found.folder, 'official', runtimeLines.official(version));

  say(runtimeLines.fetchingOfficial(version));
  const fetched = await fetchOfficial();
  if ('folder' in fetched) return runtimeIn(fetched.folder, 'official', runtimeLines.official(version));
  if (!mayFallBack(purpose, environment, process)) {
    return { problem: runtimeLines.noRuntime(version, fetched.reason) };
  }
  return fallBack(cacheFolder(environment, homedir()), fetched.reason, say);
}

/**
 * @param {string} cache
 * @param {string} reason why it is not the official one
 * @param {(line: string) => void} say
 * @returns {Promise<ElectronRuntime | NoRuntime>}
 */
async function fallBack(cache, reason, say) {
  const version = officialVersion();
  try {
    const folder = await ensurePackaged(cache, say);
    return runtimeIn(folder, 'packaged', runtimeLines.packaged(packaged, version, reason));
  } catch (error) {
    const both = `${reason}; ${error instanceof Error ? error.message : String(error)}`;
    return { problem: runtimeLines.noRuntime(version, both) };
  }
}

/**
 * @param {string} folder
 * @param {ElectronRuntime['source']} source
 * @param {string} line
 * @returns {ElectronRuntime}
 */
function runtimeIn(folder, source, line) {
  return { folder, executable: join(folder, executableName(process.platform)), source, line };
}
