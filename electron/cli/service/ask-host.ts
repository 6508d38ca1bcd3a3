/**
 * The host's own word, by its control socket: a process that is there may still not do its work. Its data folder is asked
 * first; where this account may not enter that, the folders that the service opens to others.
 */
import { HcmError, type ErrorCode } from '../../contract/errors.ts';
import { systemClock } from '../../engine/clock.ts';
import type { HostConnection } from '../../engine/control/host-connection.ts';
import { adminFolder, findHost, viewerFolder } from '../../engine/control/find-host.ts';
import type { CliIo } from '../cli-io.ts';

export type HostWord =
  | {
      readonly answers: true;
      readonly version: string;
      readonly processId: number;
      readonly connections: number;
      readonly connected: number;
    }
  | { readonly answers: false; readonly code: ErrorCode };

const timeoutMs = 5_000;

export async function askHost(
  io: CliIo,
  folder: string,
  shared: readonly string[] = io.platform === 'linux' ? [adminFolder, viewerFolder] : [],
): Promise<HostWord> {
  try {
    const host = await reach(io, folder, shared);
    try {
      const { version, processId } = await host.call('host.info', {});
      const { connections } = await host.call('connections.snapshot', {});
      const connected = connections.filter(({ azure }) => azure.status === 'connected').length;
      return { answers: true, version, processId, connections: connections.length, connected };
    } finally {
      await host.close();
    }
  } catch (error) {
    if (error instanceof HcmError) return { answers: false, code: error.code };
    throw error;
  }
}

async function reach(
  { platform, uid }: CliIo,
  folder: string,
  shared: readonly string[],
): Promise<HostConnection> {
  const dial = { clock: systemClock, timeoutMs, callTimeoutMs: timeoutMs, waitWhileBusyMs: 0 };
  const own = await findHost({ shared: [], own: { folder, platform, uid } }, dial).catch((error: unknown) => {
    if (error instanceof HcmError && error.code === 'HCM5004') return error;
    throw error;
  });
  if (!(own instanceof HcmError)) {
    if (own.connection === null) throw own.reason;
    return own.connection;
  }
  const others = await findHost({ shared, own: null }, dial);
  if (others.connection === null) throw own;
  return others.connection;
}
