/** The data folder that this run of the app works in: the same one that `hcm` means, or a temporary one for the demo. */
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { toErrorData, type ErrorData } from '../contract/errors.ts';
import { dataFolder, prepareDataFolder, type DataFolderOptions } from '../engine/data-folder.ts';
import { toFileError } from '../engine/store/file-error.ts';

export interface AppFolder {
  readonly folder: string;
  /** Chromium's own files: below the data folder, so that every data folder has a lock and a profile of its own. */
  readonly profile: string;
  /** Deletes a temporary folder. */
  dispose(): void;
}

export type OpenedFolder =
  { readonly ok: true; readonly home: AppFolder } | { readonly ok: false; readonly problem: ErrorData };

export interface AppFolderOptions extends DataFolderOptions {
  readonly demo: boolean;
  readonly temporaryFolder: string;
}

export async function openAppFolder(options: AppFolderOptions): Promise<OpenedFolder> {
  const { demo, temporaryFolder, platform } = options;
  try {
    const chosen = demo ? await mkdtemp(join(temporaryFolder, 'hcm-demo-')) : dataFolder(options);
    const folder = await prepareDataFolder(chosen, platform);
    const profile = join(folder, 'window');
    await mkdir(profile, { recursive: true, mode: 0o700 });
    return { ok: true, home: { folder, profile, dispose: () => (demo ? remove(folder) : undefined) } };
  } catch (error) {
    return { ok: false, problem: toErrorData(toFileError(error, 'data folder')) };
  }
}

/**
 * For an app that only says why it can't start: Chromium wants a profile before it can show anything. One of its own, since
 * whoever shares the system's temporary folder could lay out files in it.
 */
export function throwawayProfile(temporaryFolder: string): Pick<AppFolder, 'profile' | 'dispose'> {
  const profile = mkdtempSync(join(temporaryFolder, 'hcm-problem-'));
  return { profile, dispose: () => remove(profile) };
}

/** At the very end, so there is nothing left to wait with and nobody to tell. */
function remove(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // The system's temporary folder is swept some day.
  }
}
