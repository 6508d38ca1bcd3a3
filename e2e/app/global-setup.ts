/**
 * Before the first test of the window: a fresh test build, an Electron to run it with and a screen that nobody sees. What
 * is missing ends the run with a text that says how to get it; nothing is skipped.
 */
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { resolveElectronRuntime } from '../../scripts/electron-runtime.mjs';
import { howToInstall, listMissing } from '../../scripts/system-libraries.mjs';
import { startScreen } from '../../scripts/virtual-screen.mjs';

/** @returns what ends it */
async function setUp(): Promise<() => Promise<void>> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const runtime = await resolveElectronRuntime('tests', { say });
  if ('problem' in runtime) throw new Error(runtime.problem);
  const missing = listMissing(runtime.executable);
  if (missing.length > 0) throw new Error(howToInstall(missing));
  say(runtime.line);
  // The workers get this process's environment.
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder;
  for (const target of ['cli', 'app', 'e2e-app'] as const) await ensureBuilt(target);
  if (process.platform !== 'linux') return () => Promise.resolve();
  const screen = await startScreen();
  process.env['DISPLAY'] = screen.display;
  delete process.env['WAYLAND_DISPLAY'];
  return () => screen.stop();
}

// Playwright asks for a default export.
export { setUp as default };
