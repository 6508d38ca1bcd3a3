// @ts-check
/**
 * Makes ready what tests of the window need of this computer, and writes the runtime's folder on standard output:
 * `export ELECTRON_OVERRIDE_DIST_PATH="$(node scripts/electron-for-tests.mjs)"`. Everything else goes to standard error.
 */
import { resolveElectronRuntime } from './electron-runtime.mjs';
import { say } from './open-window.mjs';
import { ensureSystemLibraries } from './system-libraries.mjs';

const runtime = await resolveElectronRuntime('tests', { say });
const problem = 'problem' in runtime ? runtime.problem : ensureSystemLibraries(runtime.executable, say);

if ('problem' in runtime || problem !== undefined) {
  say(problem ?? '');
  process.exitCode = 1;
} else {
  say(runtime.line);
  process.stdout.write(`${runtime.folder}\n`);
}
