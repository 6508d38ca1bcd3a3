/** The folders by which `hcm run` lets others control it or look at it, where they are asked for. */
import { posix } from 'node:path';
import type { Command } from 'commander';
import { roles } from '../contract/access.ts';
import { cliControlTexts } from '../contract/messages/texts/cli-control.ts';
import { systemClock } from '../engine/clock.ts';
import { openSharedFolder, type SharedFolder } from '../engine/control/shared-folder.ts';
import type { CliIo } from './cli-io.ts';
import { productVersion } from './version.ts';
import { wrongUse } from './wrong-use.ts';

export interface SharedFolderOptions {
  readonly adminFolder?: string;
  readonly viewerFolder?: string;
}

export function addSharedFolderOptions(command: Command): Command {
  return command
    .option('--admin-folder <path>', cliControlTexts.adminFolder)
    .option('--viewer-folder <path>', cliControlTexts.viewerFolder);
}

/** All of them or none. @throws HcmError HCM5007 */
export async function openSharedFolders(
  io: CliIo,
  options: SharedFolderOptions,
  dataFolder: string,
): Promise<readonly SharedFolder[]> {
  const { platform, uid } = io;
  const opened: SharedFolder[] = [];
  const named = { admin: options.adminFolder, viewer: options.viewerFolder };
  try {
    for (const role of roles) {
      const path = named[role];
      if (path === undefined) continue;
      // Of a variable that isn't set: it would be the folder that hcm was started in.
      if (path === '') throw wrongUse('choice', { name: `--${role}-folder` });
      const folder = posix.resolve(io.workingFolder, path);
      const place = { folder, role, dataFolder, platform, uid };
      opened.push(await openSharedFolder({ ...place, clock: systemClock, version: productVersion }));
    }
    return opened;
  } catch (error) {
    await releaseAll(opened);
    throw error;
  }
}

export async function releaseAll(shared: readonly SharedFolder[]): Promise<void> {
  await Promise.all(shared.map(({ claim }) => claim.release()));
}
