// @ts-check
/**
 * `npm run package -- [deb rpm tar.gz AppImage nsis msi dmg dir …] [options]`: builds packages into out/packages.
 *
 * Invariant: a package that isn't for tests carries the official Electron of package.json's version and says who publishes
 * it; nothing else is built without `--for-tests`.
 */
import { readFileSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Arch, build, Platform } from 'electron-builder';
import { buildParts } from './packaging/build-parts.mjs';
import { checkAppSize } from './packaging/app-size.mjs';
import { ChannelFiles } from './packaging/channel-files.mjs';
import { checkFuses } from './packaging/fuses.mjs';
import { oneRun } from './packaging/one-run.mjs';
import { packageOverrides, readPackageConfig } from './packaging/package-config.mjs';
import { packagingRounds } from './packaging/packaging-rounds.mjs';
import { packageRuntime } from './packaging/package-runtime.mjs';
import { useToolsOfTheSystem } from './packaging/system-tools.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const say = (/** @type {string} */ line) => console.error(line);
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** linux, win or mac; this computer's own by default. */
    platform: { type: 'string' },
    /** x64, arm64 or both with a comma. Without targets: as electron-builder.yml says. */
    arch: { type: 'string' },
    version: { type: 'string' },
    output: { type: 'string' },
    /** Any Electron there is, and no publisher. Never for anybody else's computer. */
    'for-tests': { type: 'boolean', default: false },
    /** A debugger may attach (Playwright). With --for-tests only. */
    e2e: { type: 'boolean', default: false },
    /** Instead of assets/release.json. */
    'release-file': { type: 'string' },
  },
});

try {
  await oneRun(join(root, 'node_modules/.hcm-packaging'), say, makePackages);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function makePackages() {
  const own = { win32: 'win', darwin: 'mac' }[/** @type {string} */ (process.platform)] ?? 'linux';
  const platform = oneOf(values.platform ?? own, ['linux', 'win', 'mac']);
  const forTests = values['for-tests'];
  // electron-builder takes processors from its file when no target is named, and then it needs them all laid out.
  const targets = positionals.length > 0 ? positionals : forTests ? ['deb', 'rpm', 'tar.gz'] : undefined;
  const archs = (values.arch ?? (targets === undefined ? 'x64,arm64' : 'x64'))
    .split(',')
    .map((one) => oneOf(one, ['x64', 'arm64']));
  if (values.e2e && !forTests) throw new Error('--e2e only with --for-tests');
  const { version: ownVersion, author, homepage } = readJson('package.json');
  const version = values.version ?? ownVersion;
  const releaseFile = values['release-file'] ? resolve(values['release-file']) : undefined;
  const release = readJson(releaseFile ?? 'assets/release.json');
  if (!forTests && (author?.email === undefined || homepage === undefined)) {
    throw new Error(
      'A package says who publishes it: put author (name and email) and homepage into package.json (docs/releasing.md), or build with --for-tests.',
    );
  }
  const electron = await packageRuntime({ forTests, platform, archs, say });
  await buildParts({
    root,
    platform,
    archs,
    version,
    forEndToEndTests: values.e2e,
    releaseFile,
    electronVersion: electron.version,
    say,
  });
  useToolsOfTheSystem(say);
  // electron-builder starts its tools in the working folder, and paths in the configuration count from it.
  process.chdir(root);
  const config = packageOverrides({
    platform,
    version,
    output: values.output,
    forEndToEndTests: values.e2e,
    feed: release.feed ?? (forTests ? 'https://localhost/' : undefined),
    channel: version.includes('-') ? 'preview' : 'latest',
    electron:
      electron.folder === undefined ? undefined : { folder: electron.folder, version: electron.version },
    publisher: forTests
      ? { maintainer: 'Tests only <root@localhost>', homepage: 'https://localhost/' }
      : undefined,
    quick: forTests,
  });
  const outputFolder = resolve(values.output ?? 'out/packages');
  const kind = { linux: Platform.LINUX, win: Platform.WINDOWS, mac: Platform.MAC }[platform];
  const known = new ChannelFiles(outputFolder);
  /** @type {string[]} */
  const made = [];
  for (const round of packagingRounds(platform, targets)) {
    const wanted = kind.createTarget(round ?? null, ...archs.map((one) => Arch[one]));
    made.push(...(await build({ projectDir: root, publish: 'never', config, targets: wanted })));
    known.keep();
  }
  known.write();
  checkAppSize(outputFolder, say);
  const fuses = { ...readPackageConfig().electronFuses, ...config.electronFuses };
  await checkFuses({ folder: outputFolder, fuses, platform, archs, say });
  for (const file of made.filter((one) => isAbsolute(one))) console.log(file);
}

/**
 * @template {string} T
 * @param {string} word
 * @param {readonly T[]} words
 */
function oneOf(word, words) {
  const found = words.find((one) => one === word);
  if (found === undefined) throw new Error(`${word} is none of ${words.join(', ')}`);
  return found;
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(readFileSync(resolve(root, file), 'utf8'));
}
