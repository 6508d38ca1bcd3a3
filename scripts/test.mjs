// @ts-check
/**
 * `npm test`: every gate in one run, on a fresh machine. Ends with one line that counts, and with 1 when anything
 * failed; nothing passes by being skipped.
 *
 * What only reads or fetches runs side by side, and with it the tests that mostly wait; the others run alone, one kind after
 * the other, since they have deadlines.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runGate } from './gate.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'hcm-test-'));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

let passed = 0;
let failed = 0;

/**
 * Each gate counts as one test.
 * @param {Parameters<typeof runGate>} gate
 */
async function gate(...gate) {
  const end = await runGate(...gate);
  if (end.isOk) passed += 1;
  else failed += 1;
  return end;
}

/** @param {string} name */
function script(name) {
  return /** @type {const} */ ([npm, ['run', '--silent', name]]);
}

/**
 * Adds what a test program counted; a run that left no report counts as a failure.
 * @template Report
 * @param {string} path
 * @param {(report: Report) => import('./test-counts.mjs').Counts} count
 */
function add(path, count) {
  try {
    const counts = count(JSON.parse(readFileSync(path, 'utf8')));
    passed += counts.passed;
    failed += counts.failed;
    for (const note of counts.notes) console.log(`✗ ${note}`);
  } catch {
    console.log('✗ the tests left no report');
    failed += 1;
  }
}

/**
 * One run of vitest.
 * @param {string} name
 * @param {readonly string[]} words which tests
 * @param {{ isLive?: boolean }} [options]
 */
async function runVitest(name, words, options) {
  const report = join(folder, `${name.replaceAll(' ', '-')}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const program = join('node_modules', 'vitest', 'vitest.mjs');
  await gate(name, process.execPath, [program, 'run', ...words, ...reporters], options);
  add(report, countVitest);
}

function runTests() {
  const projects = ['unit', 'renderer', 'e2e', 'peers'].flatMap((project) => ['--project', project]);
  // Coverage is of the engine, with a threshold: see vitest.config.ts.
  return runVitest('tests', ['--coverage', ...projects], { isLive: true });
}

/** @param {string} electron the runtime's folder */
async function runWindowTests(electron) {
  const report = join(folder, 'playwright.json');
  const words = [join('node_modules', '@playwright', 'test', 'cli.js'), 'test', '--reporter=list,json'];
  const environment = { ELECTRON_OVERRIDE_DIST_PATH: electron, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  await gate('tests of the window', process.execPath, words, { isLive: true, environment });
  add(report, countPlaywright);
}

try {
  const parts = [join('scripts', 'build.mjs'), 'cli', 'app', 'e2e-app'];
  const { isOk: isBuilt } = await gate('build', process.execPath, parts);
  const [{ isOk: hasPeers }, { electron, hasProxies }] = await Promise.all([
    gate('official clients', npm, ['ci', '--prefix', 'e2e/peers', '--no-audit', '--no-fund']),
    (async () => {
      // Both may ask the system's package manager for more, which does one thing at a time.
      const runtime = await gate('Electron', process.execPath, [join('scripts', 'electron-for-tests.mjs')]);
      const proxies = await gate('proxies', process.execPath, [join('scripts', 'proxies-for-tests.mjs')]);
      return { electron: runtime, hasProxies: proxies.isOk };
    })(),
    gate('lint', ...script('lint')),
    (async () => {
      await gate('types', ...script('typecheck'));
      await gate('format', ...script('format:check'));
      await gate('dead code', ...script('knip'));
    })(),
    isBuilt ? runVitest('patient tests', ['--project', 'patient']) : undefined,
  ]);
  if (electron.isOk) console.log(electron.errors.trim());
  if (isBuilt && hasPeers && hasProxies) await runTests();
  if (isBuilt && electron.isOk) await runWindowTests(electron.output.trim());
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
