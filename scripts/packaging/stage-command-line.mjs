// @ts-check
/**
 * Lays out what a package brings besides the app: `hcm` with its libraries and, where there is one, a Node of its own; and
 * for Linux what lies outside the app's folder (the command on the PATH, its manual page, the unit of the service).
 *
 * Invariant: nothing here looks for a Node on the computer that the package is installed on.
 */
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { runTypescript } from '../run-typescript.mjs';
import { ensureNode } from './node-runtime.mjs';

/** What stays outside the bundle, with what it loads. */
const modules = ['ws', 'bufferutil', 'node-gyp-build'];
/** Where the packages for Linux put the app (electron-builder's folder, with `linuxProductName` in it). */
const linuxFolder = '/opt/hybrid-connection-manager';

const shellLauncher = `#!/bin/sh
# hcm with the Node that came with it, wherever this folder lies.
here=$(dirname -- "$(readlink -f -- "$0")")
exec "$here/../node" "$here/../hcm.mjs" "$@"
`;
const windowsLauncher = '@"%~dp0..\\node.exe" "%~dp0..\\hcm.mjs" %*\r\n';
const linuxLauncher = `#!/bin/sh
exec ${linuxFolder}/resources/hcm/node ${linuxFolder}/resources/hcm/hcm.mjs "$@"
`;
const windowLauncher = `#!/bin/sh
exec ${linuxFolder}/hybrid-connection-manager "$@"
`;

/**
 * @param {object} order
 * @param {string} order.root of the repository
 * @param {string} order.built the built command line
 * @param {string} order.folder where it is laid out
 * @param {string} order.machine such as `linux-x64`
 * @param {(line: string) => void} order.say
 */
export async function stageCommandLine({ root, built, folder, machine, say }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(built, folder, { recursive: true, filter: (path) => !/\.map$|\.built$/.test(path) });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }\n');
  // Windows on ARM runs a Node for x64 (node-runtime.mjs), and that loads native parts for x64.
  const loads = machine === 'win32-arm64' ? 'win32-x64' : machine;
  for (const name of modules) stageModule(join(root, 'node_modules', name), folder, loads);
  const node = await ensureNode(machine, say);
  if (node === undefined) {
    say(
      `No Node of this version for ${machine}: its package has no hcm that runs by itself (docs/install.md).`,
    );
    return;
  }
  const isWindows = machine.startsWith('win32');
  cpSync(node.program, join(folder, isWindows ? 'node.exe' : 'node'));
  cpSync(node.license, join(folder, 'LICENSE.node.txt'));
  // In a folder of its own: on Windows it gets on the PATH, and the Node beside must not.
  if (isWindows) {
    write(join(folder, 'bin', 'hcm.cmd'), windowsLauncher, 0o644);
    cpSync(join(root, 'assets/package/path.ps1'), join(folder, 'bin', 'path.ps1'));
  } else write(join(folder, 'bin', 'hcm'), shellLauncher, 0o755);
}

/** @param {string} from @param {string} folder @param {string} machine */
function stageModule(from, folder, machine) {
  const to = join(
    folder,
    'node_modules',
    from.slice(from.lastIndexOf('node_modules') + 'node_modules/'.length),
  );
  for (const name of [
    'package.json',
    'index.js',
    'wrapper.mjs',
    'fallback.js',
    'node-gyp-build.js',
    'lib',
    'LICENSE',
  ])
    if (existsSync(join(from, name))) cpSync(join(from, name), join(to, name), { recursive: true });
  const prebuilt = join(from, 'prebuilds', machine);
  if (existsSync(prebuilt)) cpSync(prebuilt, join(to, 'prebuilds', machine), { recursive: true });
}

/**
 * @param {string} root of the repository
 * @param {string} folder stands for `/`
 */
export async function stageLinuxSystem(root, folder) {
  rmSync(folder, { recursive: true, force: true });
  const { packagedSystemdUnit } = await runTypescript('electron/cli/service/systemd-unit.ts');
  write(join(folder, 'usr/bin/hcm'), linuxLauncher, 0o755);
  write(join(folder, 'usr/bin/hybrid-connection-manager'), windowLauncher, 0o755);
  write(join(folder, 'usr/lib/systemd/system/hcm-host.service'), packagedSystemdUnit('/usr/bin/hcm'), 0o644);
  const copyright = `${readFileSync(join(root, 'LICENSE'), 'utf8')}
What others made, and a list of all parts: ${linuxFolder}/resources/notices\n`;
  write(join(folder, 'usr/share/doc/hybrid-connection-manager/copyright'), copyright, 0o644);
  const manual = readFileSync(join(root, 'docs/hcm.1'));
  write(join(folder, 'usr/share/man/man1/hcm.1.gz'), gzipSync(manual, { level: 9 }), 0o644);
}

/** @param {string} path @param {string | Buffer} text @param {number} mode */
function write(path, text, mode) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
}
