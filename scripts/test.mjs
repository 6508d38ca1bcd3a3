/**
 * `npm test`: every gate in one run, on a fresh machine. Ends with one line that counts, and with 1 when anything
 * failed; nothing passes by being skipped.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'hcm-test-'));
const report = join(folder, 'vitest.json');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

let passed = 0;
let failed = 0;

/** Runs one gate; each counts as one test. */
function gate(name, command, args) {
  console.log(`\n▸ ${name}`);
  const started = Date.now();
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  const isOk = status === 0;
  if (isOk) passed++;
  else failed++;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${isOk ? '✓' : '✗'} ${name} (${seconds} s)${error ? `: ${error.message}` : ''}`);
  return isOk;
}

/** Adds what vitest counted; a run that left no report counts as a failure. */
function countTests() {
  try {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    passed += numPassedTests;
    failed += numFailedTests;
    const skipped = numPendingTests + numTodoTests;
    if (skipped > 0) {
      console.log(`✗ ${skipped} tests were skipped`);
      failed += skipped;
    }
  } catch {
    console.log('✗ the tests left no report');
    failed++;
  }
}

try {
  gate('types', npm, ['run', '--silent', 'typecheck']);
  gate('lint', npm, ['run', '--silent', 'lint']);
  gate('format', npm, ['run', '--silent', 'format:check']);
  gate('dead code', npm, ['run', '--silent', 'knip']);
  const isBuilt = gate('build', npm, ['run', '--silent', 'build']);
  const hasPeers = gate('official clients', npm, ['ci', '--prefix', 'e2e/peers', '--no-audit', '--no-fund']);
  if (isBuilt && hasPeers) {
    gate('tests', process.execPath, [
      join('node_modules', 'vitest', 'vitest.mjs'),
      'run',
      // Of the engine, with a threshold: see vitest.config.ts.
      '--coverage',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]);
    countTests();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
