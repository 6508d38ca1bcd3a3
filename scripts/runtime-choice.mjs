// @ts-check
/**
 * What is decided about the Electron runtime, apart from getting it. Pure: nothing here looks at this computer.
 *
 * Invariant: whoever opens the user's own data (`start`) gets somebody else's build of Electron only when asked for it.
 */

/** @typedef {'start' | 'demo' | 'tests'} Purpose */
/** @typedef {Readonly<Record<string, string | undefined>>} Environment */
/** @typedef {{ readonly platform: string, readonly arch: string }} Machine */

/**
 * @param {Purpose} purpose
 * @param {Environment} environment
 * @param {Machine} machine
 * @returns {boolean} whether the runtime inside an npm package may stand in for the official one
 */
export function mayFallBack(purpose, environment, { platform, arch }) {
  // The package exists for no other system.
  if (platform !== 'linux' || arch !== 'x64') return false;
  const wish = environment['HCM_ELECTRON_FALLBACK'];
  if (wish === 'off') return false;
  // Tests and the demo hold no real secret.
  return wish === 'on' || purpose !== 'start';
}

/**
 * @param {string} platform
 * @returns {string} the executable inside a distribution's folder
 */
export function executableName(platform) {
  switch (platform) {
    case 'win32':
      return 'electron.exe';
    case 'darwin':
      return 'Electron.app/Contents/MacOS/Electron';
    default:
      return 'electron';
  }
}

/**
 * Where runtimes are kept: outside the checkout, so that `git clean` and a second checkout don't fetch them again.
 * @param {Environment} environment
 * @param {string} homeFolder
 */
export function cacheFolder(environment, homeFolder) {
  const configured = environment['XDG_CACHE_HOME'];
  // A relative path is to be ignored, says the XDG base directory specification.
  const root = configured?.startsWith('/') === true ? configured : `${homeFolder}/.cache`;
  return `${root}/hybrid-connection-manager`;
}

/**
 * Why no window can be opened here; undefined when one can, as far as can be told beforehand.
 * @param {{ readonly platform: string, readonly environment: Environment, readonly isRoot: boolean }} here
 * @returns {'display' | 'root' | undefined}
 */
export function windowObstacle({ platform, environment, isRoot }) {
  if (platform !== 'linux') return undefined;
  if (!environment['DISPLAY'] && !environment['WAYLAND_DISPLAY']) return 'display';
  return isRoot ? 'root' : undefined;
}
