// @ts-check
/**
 * What is really in a package besides our own code: the libraries that the bundles hold (their source maps name each file
 * that went in), the modules that stay outside, Electron and Node.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { nodeVersion } from './node-runtime.mjs';

/**
 * @typedef {object} ShippedPart
 * @property {string} name
 * @property {string} version
 * @property {string} license as its package says it, in SPDX words
 * @property {string | undefined} integrity of npm's tarball
 * @property {string} author as its package says it
 * @property {readonly string[]} texts its licence files, in full
 */

const outside = ['ws', 'bufferutil', 'node-gyp-build'];
const licenseFile = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;

/**
 * @param {string} root of the repository
 * @param {readonly string[]} mapFolders folders with the bundles' source maps
 * @param {string} electronVersion
 * @returns {readonly ShippedPart[]} by name
 */
export function shippedParts(root, mapFolders, electronVersion) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const folders = new Set(outside.map((name) => `node_modules/${name}`));
  for (const folder of mapFolders) for (const one of packagesIn(root, folder)) folders.add(one);
  const parts = [...folders].map((folder) => readPart(root, folder, lock[folder]?.integrity));
  const runtimes = [
    {
      name: 'electron',
      version: electronVersion,
      license: 'MIT',
      author: '',
      integrity: undefined,
      texts: [],
    },
    { name: 'node', version: nodeVersion, license: 'MIT', author: '', integrity: undefined, texts: [] },
  ];
  return [...parts, ...runtimes].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** @param {string} root @param {string} folder @returns {Iterable<string>} such as `node_modules/zod` */
function* packagesIn(root, folder) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.map')) continue;
    const file = join(folder, name);
    for (const source of JSON.parse(readFileSync(file, 'utf8')).sources) {
      const path = relative(root, resolve(dirname(file), source)).replaceAll('\\', '/');
      const [, inside] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
      if (inside !== undefined && existsSync(join(root, inside, 'package.json'))) yield inside;
    }
  }
}

/** @param {string} root @param {string} folder @param {string | undefined} integrity @returns {ShippedPart} */
function readPart(root, folder, integrity) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(root, folder, 'package.json'), 'utf8'),
  );
  const texts = readdirSync(join(root, folder), { withFileTypes: true })
    .filter((one) => one.isFile() && licenseFile.test(one.name))
    .map((one) => readFileSync(join(root, folder, one.name), 'utf8').trim());
  return {
    name,
    version,
    license: license ?? 'NOASSERTION',
    author: author?.name ?? author ?? '',
    integrity,
    texts,
  };
}
