/**
 * Which host a client means, for command line and window alike (ADR 12):
 *
 *      HCM_CONTROL=FOLDER   the host that opened this folder, and nothing else
 *      HCM_HOME=FOLDER      the host of this data folder
 *      neither              on Linux the service, by the folders that it opens, where this account may enter one; else the host
 *                           of this account's own data folder
 *
 * Invariants: an account is led past a shared folder only where it may not enter it or nobody answers there; a host that
 * is there and can't be used (another version, no answer) is an error, never silently another host.
 */
import { posix, win32 } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import { connectByFolder, connectToHost, type DialOptions } from './client.ts';
import type { ControlPlace } from './control-address.ts';
import type { HostConnection } from './host-connection.ts';

/** Where the service's folders for others lie; who may control comes before who may look. */
export const adminFolder = '/run/hcm';
export const viewerFolder = '/run/hcm-viewers';

export interface HostChoice {
  /** Folders that a host may have opened to this account, in their order. */
  readonly shared: readonly string[];
  /** The data folder after them; null when only the shared folder is meant. */
  readonly own: ControlPlace | null;
}

export interface HostChoiceOptions {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where a relative path counts from. */
  readonly workingFolder: string;
  /** The data folder that the environment leads to. */
  readonly own: ControlPlace;
}

/** Pure. */
export function chooseHost({ environment, workingFolder, own }: HostChoiceOptions): HostChoice {
  const control = environment['HCM_CONTROL'] ?? '';
  if (control !== '') {
    const path = own.platform === 'win32' ? win32 : posix;
    return { shared: [path.resolve(workingFolder, control)], own: null };
  }
  if ((environment['HCM_HOME'] ?? '') !== '' || own.platform !== 'linux') return { shared: [], own };
  return { shared: [adminFolder, viewerFolder], own };
}

export type FoundHost =
  | {
      readonly connection: HostConnection;
      /** The folder by which it was reached; null by its data folder. */
      readonly shared: string | null;
      readonly closed: readonly string[];
    }
  | {
      readonly connection: null;
      /** Shared folders that are there, and that this account may not enter. */
      readonly closed: readonly string[];
      /** HCM5001, or HCM5004 where nothing but a closed folder is meant. */
      readonly reason: HcmError;
    };

/** Rejects with HCM5003, HCM5004 or HCM5005 as `connectToHost` does. */
export async function findHost({ shared, own }: HostChoice, options: DialOptions): Promise<FoundHost> {
  const closed: string[] = [];
  let reason = new HcmError('HCM5001');
  for (const folder of shared) {
    try {
      return { connection: await connectByFolder(folder, options), shared: folder, closed };
    } catch (error) {
      if (!(error instanceof HcmError)) throw error;
      if (isClosed(error)) closed.push(folder);
      else if (error.code !== 'HCM5001') throw error;
      reason = error;
    }
  }
  if (own === null) return { connection: null, closed, reason };
  try {
    return { connection: await connectToHost({ ...own, ...options }), shared: null, closed };
  } catch (error) {
    if (!(error instanceof HcmError && error.code === 'HCM5001')) throw error;
    return { connection: null, closed, reason: error };
  }
}

function isClosed({ code, details }: HcmError): boolean {
  return code === 'HCM5004' && (details['reason'] === 'EACCES' || details['reason'] === 'EPERM');
}
