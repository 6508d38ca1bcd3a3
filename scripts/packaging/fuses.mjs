// @ts-check
/** Reads the fuses of what was built, and holds them against what electron-builder.yml states. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** The character `1` in the wire; `0` is off, others mean that this Electron has no such fuse. */
const isOn = 0x31;

/** electron-builder's word for each fuse. */
const words = /** @type {const} */ ({
  runAsNode: FuseV1Options.RunAsNode,
  enableCookieEncryption: FuseV1Options.EnableCookieEncryption,
  enableNodeOptionsEnvironmentVariable: FuseV1Options.EnableNodeOptionsEnvironmentVariable,
  enableNodeCliInspectArguments: FuseV1Options.EnableNodeCliInspectArguments,
  enableEmbeddedAsarIntegrityValidation: FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
  onlyLoadAppFromAsar: FuseV1Options.OnlyLoadAppFromAsar,
  loadBrowserProcessSpecificV8Snapshot: FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
  grantFileProtocolExtraPrivileges: FuseV1Options.GrantFileProtocolExtraPrivileges,
});

/**
 * @param {string} program
 * @returns {Promise<Readonly<Record<keyof typeof words, boolean>>>}
 */
export async function readFuses(program) {
  const wire = await getCurrentFuseWire(program);
  const entries = Object.entries(words).map(([word, fuse]) => [word, wire[fuse] === isOn]);
  return Object.fromEntries(entries);
}

/**
 * @param {object} order
 * @param {string} order.folder where packages were built
 * @param {Readonly<Record<string, unknown>>} order.fuses as stated
 * @param {'linux' | 'win' | 'mac'} order.platform
 * @param {readonly string[]} order.archs
 * @param {(line: string) => void} order.say
 * @throws when one differs, or nothing was built
 */
export async function checkFuses({ folder, fuses, platform, archs, say }) {
  for (const arch of archs) {
    const program = programIn(folder, platform, arch);
    const found = await readFuses(program);
    const wrong = Object.entries(found).filter(([word, on]) => fuses[word] !== on);
    if (wrong.length > 0)
      throw new Error(`${program} has other fuses than stated: ${wrong.map(([word]) => word).join(', ')}`);
    say(`Fuses of ${program} are as stated.`);
  }
}

/** @param {string} folder @param {'linux' | 'win' | 'mac'} platform @param {string} arch */
function programIn(folder, platform, arch) {
  const suffix = arch === 'x64' ? '' : `-${arch}`;
  const places = {
    linux: `linux${suffix}-unpacked/hybrid-connection-manager`,
    win: `win${suffix}-unpacked/Hybrid Connection Manager.exe`,
    mac: `mac${suffix}/Hybrid Connection Manager.app/Contents/MacOS/Hybrid Connection Manager`,
  };
  const program = join(folder, places[platform]);
  if (!existsSync(program)) throw new Error(`nothing was built at ${program}`);
  return program;
}
