// @ts-check
/**
 * Tells electron-builder of programs of this computer, so that it doesn't fetch its own: an environment that names one
 * already keeps it. `HCM_PACKAGE_TOOLS=fetch` leaves the choice to electron-builder (a release; docs/releasing.md).
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ownFpm = fileURLToPath(new URL('../fpm/fpm.mjs', import.meta.url));

/** @param {(line: string) => void} say */
export function useToolsOfTheSystem(say) {
  if (process.platform !== 'linux' || process.env['HCM_PACKAGE_TOOLS'] === 'fetch') return;
  process.env['CUSTOM_FPM_PATH'] ??= ownFpm;
  const seven = which('7za') ?? which('7z');
  if (seven !== undefined) process.env['ELECTRON_BUILDER_7ZIP_PATH'] ??= seven;
  say(
    'deb and rpm are made by scripts/fpm with dpkg-deb and rpmbuild (HCM_PACKAGE_TOOLS=fetch takes fpm itself).',
  );
}

/** @param {string} program */
function which(program) {
  const { status, stdout } = spawnSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
