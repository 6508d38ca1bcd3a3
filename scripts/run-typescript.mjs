// @ts-check
/** Loads a TypeScript file of this repository and what it imports, for programs that aren't built. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @param {string} file path below the repository
 * @returns {Promise<any>} what it exports
 */
export async function runTypescript(file) {
  const { module } = await runnerImport(join(root, file), { root, configFile: false, logLevel: 'error' });
  return module;
}
