/**
 * Puts a package in place of this app, a newer one or the one before, in two steps: what may be refused comes while the app
 * is still up, the rest once everything else of it has ended.
 *
 * Invariants: what the system's installer gets is what the checksum names: where root installs, root copies the file to where
 * nobody else can write and checks the copy (`install-as-root.ts`); elsewhere the file is checked last thing before it is used. A program that is
 * replaced is there at any moment, as the old one or as the new one. When it settles the process has to end.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { chmod, copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { HcmError } from '../contract/errors.ts';
import { installAsRoot, type PreparedInstall } from './install-as-root.ts';
import { isPackage, type Checksum } from './package-checksum.ts';
import type { OwnPackageKind } from './package-kind.ts';

export interface InstallerPorts {
  readonly kind: OwnPackageKind;
  readonly uid: number;
  readonly environment: NodeJS.ProcessEnv;
  /** Folder of what a package brings besides the app. */
  readonly resources: string;
  /** Starts the app again once this process is over. */
  readonly relaunch: () => void;
}

/** @throws HcmError HCM5116 it isn't what the checksum names, HCM5117: then nothing has changed. */
export type InstallPackage = (path: string, checksum: Checksum) => Promise<PreparedInstall>;

export function packageInstaller(ports: InstallerPorts): InstallPackage {
  const { kind, uid, environment, resources, relaunch } = ports;
  switch (kind) {
    case 'deb':
    case 'rpm':
      return async (path, checksum) => {
        const { finish, giveUp } = await installAsRoot(path, checksum, { kind, uid, environment });
        return { finish: () => finish().then(relaunch), giveUp };
      };
    case 'AppImage':
      return (path, checksum) => inOneStep(() => replaceFile(path, checksum, environment));
    case 'exe':
      return (path, checksum) => inOneStep(() => startInstaller(path, checksum, environment, resources));
  }
}

/** Nobody is asked before. */
function inOneStep(finish: () => Promise<void>): Promise<PreparedInstall> {
  return Promise.resolve({ finish, giveUp: () => undefined });
}

/** It waits for this process to end, and starts what it has installed. */
async function startInstaller(
  path: string,
  checksum: Checksum,
  environment: NodeJS.ProcessEnv,
  resources: string,
): Promise<void> {
  if (!(await isPackage(path, checksum))) throw new HcmError('HCM5116');
  const words = ['--updated', '/S', '--force-run'];
  await begun(path, words, environment).catch(() =>
    begun(join(resources, 'elevate.exe'), [path, ...words], environment),
  );
}

/** Beside the old file, so that one step puts it in its place. */
async function replaceFile(path: string, checksum: Checksum, environment: NodeJS.ProcessEnv): Promise<void> {
  const place = environment['APPIMAGE'] ?? '';
  const next = `${place}.new`;
  try {
    // Of an earlier try, or laid there by somebody who would have it in this one's place.
    await rm(next, { force: true });
    await copyFile(path, next, constants.COPYFILE_EXCL);
    if (!(await isPackage(next, checksum))) throw new HcmError('HCM5116');
    await chmod(next, 0o755);
    await rename(next, place);
  } catch (error) {
    await rm(next, { force: true }).catch(() => undefined);
    throw error instanceof HcmError ? error : refused(error);
  }
  await begun(place, [], environment);
}

function begun(program: string, words: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, { stdio: 'ignore', detached: true, env });
    child.once('error', (error) => reject(refused(error)));
    child.once('spawn', () => {
      child.unref();
      resolve();
    });
  });
}

function refused(cause: unknown): HcmError {
  return new HcmError('HCM5117', { reason: 'refused' }, { cause });
}
