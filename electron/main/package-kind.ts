/** Which kind of package this app came with, and so whether it can put a newer version in its own place. */
import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { InstallObstacle } from '../contract/updates.ts';
import { packageType } from '../engine/updates/package-type.ts';
import type { PackageKind } from '../engine/updates/release-file.ts';
import { ownAppImage, type Environment } from './own-app-image.ts';

/** Kinds that the app can install over itself. */
export type OwnPackageKind = Extract<PackageKind, 'deb' | 'rpm' | 'AppImage' | 'exe'>;

export type Installation =
  | { readonly kind: OwnPackageKind; readonly obstacle: null }
  | { readonly kind: null; readonly obstacle: InstallObstacle };

export interface InstallationPlace {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly resources: string;
  readonly program: string;
  readonly environment: Environment;
  readonly uid: number;
}

/** Asks the person who sits there for an administrator's consent. */
const pkexec = '/usr/bin/pkexec';

const byPackage: Installation = { kind: null, obstacle: 'package' };

export function installationOf(place: InstallationPlace): Installation {
  const { platform, isPackaged, program, environment } = place;
  if (!isPackaged) return { kind: null, obstacle: 'development' };
  // An MSI is an organization's to replace, and leaves no uninstaller beside the program.
  if (platform === 'win32') return hasUninstaller(program) ? { kind: 'exe', obstacle: null } : byPackage;
  if (platform !== 'linux') return byPackage;
  const image = ownAppImage(program, environment);
  // One in a folder of root's is an administrator's to replace: sessions would end for nothing.
  if (image !== null) return mayReplaceIn(dirname(image)) ? { kind: 'AppImage', obstacle: null } : byPackage;
  const kind = packageType(place.resources);
  if (kind === null) return byPackage;
  return place.uid === 0 || existsSync(pkexec) ? { kind, obstacle: null } : byPackage;
}

function mayReplaceIn(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function hasUninstaller(program: string): boolean {
  return existsSync(join(dirname(program), 'Uninstall Hybrid Connection Manager.exe'));
}
