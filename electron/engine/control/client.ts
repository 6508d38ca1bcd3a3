/**
 * Finds the host of a data folder and connects to it, for the command line and for a window that attaches.
 */
import { realpath } from 'node:fs/promises';
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { shakeHands } from './client-handshake.ts';
import { controlAddress, sharedAddress, type ControlPlace } from './control-address.ts';
import { readControlToken } from './control-token.ts';
import { dialSocket } from './dial-socket.ts';
import { errno } from './errno.ts';
import type { HostConnection } from './host-connection.ts';
import { pause } from './pause.ts';

export interface DialOptions {
  readonly clock: Clock;
  /** For the handshake. */
  readonly timeoutMs?: number;
  /** For each call. */
  readonly callTimeoutMs?: number;
  /** How long to wait for an owner that holds the folder for a moment only. */
  readonly waitWhileBusyMs?: number;
}

export type ConnectOptions = ControlPlace & DialOptions;

const defaultTimeoutMs = 10_000;
/** Stopping drains sessions, by default for a minute. A host that dies is noticed at once, without this. */
const defaultCallTimeoutMs = 120_000;
const defaultWaitWhileBusyMs = 5_000;
const busyPauseMs = 50;

/** Nobody listens at the address. */
const nobody: readonly string[] = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK', 'ENOTDIR'];

/**
 * Rejects with HCM5001 when no host runs, HCM5003 when it speaks another contract version, HCM5004 when either side
 * can't prove that it has the token, HCM5005 when it doesn't answer in time.
 */
export async function connectToHost(options: ConnectOptions): Promise<HostConnection> {
  const folder = await realDataFolder(options.folder);
  const { path } = controlAddress({ ...options, folder });
  return connectAt({ path, folder, named: { folder: options.folder } }, options);
}

/**
 * The same by a folder that a host opened to others, and nothing else of that host. Rejects with HCM5004, reason EACCES,
 * when this account may not enter it.
 */
export async function connectByFolder(folder: string, options: DialOptions): Promise<HostConnection> {
  const address = sharedAddress(folder);
  if (address === null) throw new HcmError('HCM5001', { shared: folder });
  return connectAt({ path: address.path, folder, named: { shared: folder } }, options);
}

interface Way {
  readonly path: string;
  /** Where the token lies. */
  readonly folder: string;
  /** How errors call it. */
  readonly named: Readonly<Record<string, string>>;
}

async function connectAt({ path, folder, named }: Way, options: DialOptions): Promise<HostConnection> {
  const { clock } = options;
  const handshake = {
    clock,
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    callTimeoutMs: options.callTimeoutMs ?? defaultCallTimeoutMs,
    readToken: () => readControlToken(folder),
  };
  const deadlineMs = clock.monotonicMs() + (options.waitWhileBusyMs ?? defaultWaitWhileBusyMs);
  for (;;) {
    const dialled = await dialSocket(path, clock);
    // EAGAIN: too many wait to be accepted.
    if (!dialled.ok && dialled.errno !== 'EAGAIN') throw dialError(dialled.errno, named);
    const outcome = dialled.ok ? await shakeHands(dialled.socket, handshake) : 'busy';
    if (outcome !== 'busy') return outcome;
    if (clock.monotonicMs() >= deadlineMs) throw new HcmError('HCM5005', { reason: 'busy' });
    await pause(clock, busyPauseMs);
  }
}

async function realDataFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder);
  } catch (error) {
    throw dialError(errno(error), { folder }, error);
  }
}

function dialError(reason: string, named: Way['named'], cause?: unknown): HcmError {
  if (nobody.includes(reason)) return new HcmError('HCM5001', named, { cause });
  if (reason === 'EACCES' || reason === 'EPERM') {
    const shared = named['shared'];
    return new HcmError('HCM5004', { reason, ...(shared === undefined ? {} : { shared }) }, { cause });
  }
  return new HcmError('HCM5005', { reason }, { cause });
}
