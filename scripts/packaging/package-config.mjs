// @ts-check
/** electron-builder.yml with the choices of one run put on it. Pure, but for reading that file. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const configFile = fileURLToPath(new URL('../../electron-builder.yml', import.meta.url));

/** The folder's name below /opt: without spaces, for whoever has to type it. The app's own name stays. */
const linuxProductName = 'hybrid-connection-manager';

/**
 * @typedef {object} PackageChoices
 * @property {'linux' | 'win' | 'mac'} platform
 * @property {string | undefined} [version] instead of package.json's
 * @property {string | undefined} [output] folder
 * @property {boolean | undefined} [forEndToEndTests] a debugger may attach, which Playwright needs
 * @property {string | undefined} [feed] where versions are looked for
 * @property {string | undefined} [channel] `latest` or `preview`
 * @property {{ readonly folder: string, readonly version: string } | undefined} [electron] a runtime that lies there already
 * @property {{ readonly maintainer: string, readonly homepage: string } | undefined} [publisher] instead of package.json's
 * @property {boolean | undefined} [quick] compresses little
 */

/** @returns {import('electron-builder').Configuration} */
export function readPackageConfig() {
  return parse(readFileSync(configFile, 'utf8'));
}

/**
 * @param {PackageChoices} choices
 * @returns {import('electron-builder').Configuration} what electron-builder lays over the file
 */
export function packageOverrides(choices) {
  const { platform, version, output, feed, electron, publisher, channel = 'latest' } = choices;
  const isQuick = choices.quick === true;
  return {
    ...(platform === 'linux' ? { productName: linuxProductName } : {}),
    ...(output === undefined ? {} : { directories: { output } }),
    ...(electron === undefined ? {} : { electronDist: electron.folder, electronVersion: electron.version }),
    // Says where electron-updater's files stand; nothing is ever uploaded from here.
    publish: feed === undefined ? null : { provider: 'generic', url: feed, channel },
    extraMetadata: {
      ...(version === undefined ? {} : { version }),
      ...(publisher === undefined ? {} : { homepage: publisher.homepage }),
    },
    electronFuses: { enableNodeCliInspectArguments: choices.forEndToEndTests === true },
    ...(publisher === undefined ? {} : { linux: { maintainer: publisher.maintainer } }),
    ...(isQuick ? { deb: { compression: 'gz' }, rpm: { compression: 'gzip' } } : {}),
  };
}
