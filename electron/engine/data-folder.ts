/**
 * Where a host keeps its files (plan 5.8): the same folder for app and command line, so that both mean the same host.
 * `HCM_HOME` wins over everything else.
 */
import { chmod, mkdir, readdir, realpath, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';
import { HcmError } from '../contract/errors.ts';
import { toFileError } from './store/file-error.ts';

export interface DataFolderOptions {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homedir: string;
  /**
   * Where a relative `HCM_HOME` counts from: what a person typed into a terminal. Without it, the home folder: the working
   * folder of a service or of an app is nobody's choice.
   */
  readonly workingFolder?: string;
  /** `service`: the machine's background host, which belongs to no user. */
  readonly kind?: 'user' | 'service';
}

/** Absolute. */
export function dataFolder(options: DataFolderOptions): string {
  const { platform, env, homedir, workingFolder = homedir, kind = 'user' } = options;
  const path = platform === 'win32' ? win32 : posix;
  const chosen = env['HCM_HOME'] ?? '';
  if (chosen !== '') return path.resolve(workingFolder, chosen);
  if (platform === 'win32') {
    if (kind === 'service') return path.join(absolute(env['ProgramData'], path) ?? 'C:\\ProgramData', 'hcm');
    return path.join(absolute(env['LOCALAPPDATA'], path) ?? path.join(homedir, 'AppData', 'Local'), 'hcm');
  }
  if (platform === 'darwin') {
    const library = kind === 'service' ? '/Library' : path.join(homedir, 'Library');
    return path.join(library, 'Application Support', 'hcm');
  }
  if (kind === 'service') return '/var/lib/hcm';
  // The XDG specification has relative paths ignored.
  return path.join(absolute(env['XDG_CONFIG_HOME'], path) ?? path.join(homedir, '.config'), 'hcm');
}

/**
 * Makes the folder for its owner only, and returns its real path: two spellings of one folder must not become two hosts.
 *
 * Of a folder that was there already only an empty one is narrowed: `HCM_HOME` may name any folder, and a mistyped one
 * must not lock everybody out of `/usr`. One that others may write to is refused, since they could put their own files in
 * the place of ours; reading doesn't hurt, as each of our files is for its owner only.
 */
export async function prepareDataFolder(folder: string, platform: NodeJS.Platform): Promise<string> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const real = await realpath(folder);
    if (platform !== 'win32') await shutOthersOut(real);
    return real;
  } catch (error) {
    throw toFileError(error, 'data folder');
  }
}

async function shutOthersOut(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & 0o077) === 0) return;
  if ((await readdir(folder)).length === 0) await chmod(folder, 0o700);
  else if ((mode & 0o022) !== 0)
    throw new HcmError('HCM4004', { file: 'data folder', reason: 'others can write' });
}

function absolute(text: string | undefined, path: typeof posix): string | null {
  return text !== undefined && text !== '' && path.isAbsolute(text) ? text : null;
}
