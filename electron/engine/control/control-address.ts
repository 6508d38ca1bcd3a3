/**
 * Where the control socket of a data folder is (plan §5.7). Pure.
 *
 * Invariants: the same data folder gives the same address in every process of a user, whatever its environment; on
 * Unix the path fits into `sockaddr_un` (104 bytes with the closing zero on macOS, 108 on Linux).
 */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';

/** A data folder, and who looks at it from where. */
export interface ControlPlace {
  /** The data folder; absolute. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  /** User id of this process; no meaning on Windows. */
  readonly uid: number;
}

export type ControlAddress =
  | {
      readonly kind: 'socket';
      /** Folder of ours alone that holds the socket. */
      readonly folder: string;
      readonly name: string;
      readonly path: string;
    }
  | { readonly kind: 'pipe'; readonly path: string };

const longestPathBytes = 100;

/** Not the temporary folder of the environment: TMPDIR and XDG_RUNTIME_DIR differ between a login and cron. */
const sharedFolder = '/tmp';

/** @param place its folder with every symbolic link resolved */
export function controlAddress(place: ControlPlace): ControlAddress {
  if (place.platform === 'win32') {
    return { kind: 'pipe', path: `\\\\.\\pipe\\hcm-${digest(place.folder.toLowerCase()).slice(0, 32)}` };
  }
  const inside = socketIn(posix.join(place.folder, 'run'), 'control.sock');
  if (Buffer.byteLength(inside.path) <= longestPathBytes) return inside;
  return socketIn(`${sharedFolder}/hcm-${place.uid}`, `${digest(place.folder).slice(0, 16)}.sock`);
}

/** In a folder that the host opens to others. @returns null where the path is too long for a socket */
export function sharedAddress(folder: string): Extract<ControlAddress, { kind: 'socket' }> | null {
  const inside = socketIn(folder, 'control.sock');
  return Buffer.byteLength(inside.path) <= longestPathBytes ? inside : null;
}

function socketIn(folder: string, name: string): Extract<ControlAddress, { kind: 'socket' }> {
  return { kind: 'socket', folder, name, path: posix.join(folder, name) };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
