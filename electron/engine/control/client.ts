/**
 * Finds the host of a data folder and connects to it, for the command line and for a window that attaches.
 */
import { realpath } from 'node:fs/promises';
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { shakeHands } from './client-handshake.ts';
import { controlAddress, type ControlPlace } from './control-address.ts';
import { readControlToken } from './control-token.ts';
import { dialSocket } from './dial-socket.ts';
import { errno } from './errno.ts';
import type { HostConnection } from './host-connection.ts';
import { pause } from './pause.ts';

export interface ConnectOptions extends ControlPlace {
  readonly clock: Clock;
  /** For the handshake. */
  readonly timeoutMs?: number;
  /** For each call. */
  readonly callTimeoutMs?: number;
  /** How long to wait for an owner that holds the folder for a moment only. */
  readonly waitWhileBusyMs?: number;
}

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
  const { clock } = options;
  const folder = await realDataFolder(options.folder);
  const { path } = controlAddress({ ...options, folder });
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
    if (!dialled.ok && dialled.errno !== 'EAGAIN') throw dialError(dialled.errno, options.folder);
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
    throw dialError(errno(error), folder, error);
  }
}

function dialError(reason: string, folder: string, cause?: unknown): HcmError {
  if (nobody.includes(reason)) return new HcmError('HCM5001', { folder }, { cause });
  if (reason === 'EACCES' || reason === 'EPERM') return new HcmError('HCM5004', { reason }, { cause });
  return new HcmError('HCM5005', { reason }, { cause });
}
