// @ts-check
/** Which Electron a package gets. Only a package for tests may carry another one than the official. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolveElectronRuntime } from '../electron-runtime.mjs';
import { officialVersion } from '../official-electron.mjs';

/**
 * @param {object} order
 * @param {boolean} order.forTests
 * @param {'linux' | 'win' | 'mac'} order.platform
 * @param {readonly string[]} order.archs
 * @param {(line: string) => void} order.say
 * @returns {Promise<{ folder: string | undefined, version: string }>} no folder: electron-builder fetches the official one
 */
export async function packageRuntime({ forTests, platform, archs, say }) {
  if (!forTests) return { folder: undefined, version: officialVersion() };
  if (platform !== 'linux' || archs.some((one) => one !== 'x64'))
    throw new Error('A package for tests is made for Linux on x64 only: no other Electron is at hand.');
  const runtime = await resolveElectronRuntime('tests', { say });
  if ('problem' in runtime) throw new Error(runtime.problem);
  say(`${runtime.line}\nThis package is for tests: never hand it to anybody.`);
  const version = readFileSync(join(runtime.folder, 'version'), 'utf8').trim().replace(/^v/, '');
  return { folder: runtime.folder, version };
}
