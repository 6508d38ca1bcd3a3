/** The host's own word, by its control socket: a process that is there may still not do its work. */
import { HcmError, type ErrorCode } from '../../contract/errors.ts';
import { systemClock } from '../../engine/clock.ts';
import { connectToHost } from '../../engine/control/client.ts';
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

export async function askHost({ platform, uid }: CliIo, folder: string): Promise<HostWord> {
  try {
    const host = await connectToHost({
      ...{ folder, platform, uid, clock: systemClock },
      ...{ timeoutMs, callTimeoutMs: timeoutMs, waitWhileBusyMs: 0 },
    });
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
