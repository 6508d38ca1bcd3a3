// @ts-check
/**
 * `npm run test:packages`: builds the packages of these sources, installs them into a Debian without Node, starts them there
 * as an ordinary user and upgrades one to the next version (e2e/packages). Not part of `npm test`: it takes minutes, root,
 * and this system's package archive. Ends with one line that counts, and with 1 when anything failed.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apt, hasApt } from './apt.mjs';
import { runGate } from './gate.mjs';
import { packageTestLines } from './script-lines.mjs';
import { countVitest } from './test-counts.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));

/** By the package of Debian that has it. */
const programs = {
  debootstrap: ['debootstrap', '--version'],
  xvfb: ['Xvfb', '-help'],
  'libnss3-tools': ['certutil', '-H'],
  rpm: ['rpmbuild', '--version'],
  'p7zip-full': ['7za', 'i'],
  nsis: ['makensis', '-VERSION'],
};

function missingPrograms() {
  return Object.entries(programs).flatMap(([name, [program = '', ...words]]) =>
    spawnSync(program, words, { stdio: 'ignore' }).error === undefined ? [] : [name],
  );
}

/** @returns {string | undefined} why the tests can't run here */
function obstacle() {
  if (process.platform !== 'linux' || !hasApt()) return packageTestLines.noDebian;
  if (process.getuid?.() !== 0) return packageTestLines.noRoot;
  const missing = missingPrograms();
  if (missing.length === 0) return undefined;
  console.error(packageTestLines.installing(missing));
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...missing]);
  const still = missingPrograms();
  return still.length === 0 ? undefined : packageTestLines.missing(still);
}

async function test() {
  const folder = mkdtempSync(join(tmpdir(), 'hcm-test-packages-'));
  const report = join(folder, 'report.json');
  const words = ['run', '--config', join('e2e', 'packages', 'packages.config.ts'), ...process.argv.slice(2)];
  const reporters = ['--reporter=verbose', '--reporter=json', `--outputFile.json=${report}`];
  const program = join('node_modules', 'vitest', 'vitest.mjs');
  try {
    const { isOk } = await runGate('packages', process.execPath, [program, ...words, ...reporters], {
      isLive: true,
    });
    const { passed, failed } = countVitest(JSON.parse(readFileSync(report, 'utf8')));
    return { passed, failed: failed === 0 && !isOk ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const problem = obstacle();
if (problem !== undefined) console.error(problem);
const { passed, failed } = problem === undefined ? await test() : { passed: 0, failed: 1 };
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
