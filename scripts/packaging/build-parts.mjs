// @ts-check
/** Builds and lays out under `out/package` what electron-builder.yml packs. One run at a time. */
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildInto } from '../ensure-built.mjs';
import { writeIco, writeIcns } from './icon-files.mjs';
import { stageCommandLine, stageLinuxSystem } from './stage-command-line.mjs';
import { writeNotices } from './notices.mjs';

/**
 * @param {object} order
 * @param {string} order.root of the repository
 * @param {'linux' | 'win' | 'mac'} order.platform
 * @param {readonly string[]} order.archs
 * @param {string} order.version
 * @param {boolean} order.forEndToEndTests
 * @param {string | undefined} order.releaseFile instead of assets/release.json
 * @param {string} order.electronVersion
 * @param {(line: string) => void} order.say
 */
export async function buildParts(order) {
  const { root, platform, archs, version, forEndToEndTests, releaseFile, say } = order;
  const folder = join(root, 'out/package');
  rmSync(folder, { recursive: true, force: true });
  const environment = {
    HCM_PRODUCT_VERSION: version,
    HCM_PART_MAPS: '1',
    ...(releaseFile === undefined ? {} : { HCM_RELEASE_FILE: releaseFile }),
  };
  // As deep below the repository as every other build: source maps name files from where they lie.
  say('Building the app and the command line.');
  buildInto(join(folder, 'app'), forEndToEndTests ? 'e2e-app' : 'app', environment);
  buildInto(join(folder, 'cli'), 'cli', environment);
  const node = platform === 'win' ? 'win32' : platform === 'mac' ? 'darwin' : 'linux';
  for (const arch of archs) {
    const machine = `${node}-${arch}`;
    const place = join(folder, `hcm-${machine}`);
    await stageCommandLine({ root, built: join(folder, 'cli'), folder: place, machine, say });
  }
  if (platform === 'linux') await stageLinuxSystem(root, join(folder, 'linux'));
  stageIcons(join(root, 'assets/icons'), join(folder, 'icons'));
  writeNotices({ root, folder, version, electronVersion: order.electronVersion });
}

/** By the names that electron-builder reads sizes from. @param {string} from @param {string} to */
function stageIcons(from, to) {
  mkdirSync(to, { recursive: true });
  const images = readdirSync(from).flatMap((name) => {
    const size = Number(/^icon-(\d+)\.png$/.exec(name)?.[1]);
    return Number.isNaN(size) ? [] : [{ size, file: join(from, name) }];
  });
  for (const { size, file } of images) cpSync(file, join(to, `${size}x${size}.png`));
  writeIco(images, join(to, 'icon.ico'));
  writeIcns(images, join(to, 'icon.icns'));
}
