/** Starts or stops every connection of the host at once, for the tray. What didn't follow is told. */
import type { ConnectionView } from '../contract/connection-view.ts';
import type { Host } from '../contract/api.ts';
import { toErrorData } from '../contract/errors.ts';
import type { Logger } from '../engine/log/logger.ts';

export interface AllPorts {
  readonly host: Pick<Host, 'call'>;
  readonly user: string;
  /** @returns whether to stop them, and break that many sessions. */
  readonly mayStop: (sessions: number) => Promise<boolean>;
  readonly onFailed: () => void;
  /** The host's states are different now. */
  readonly onDone: () => void;
  readonly log: Logger;
}

export function startAll(ports: AllPorts): Promise<void> {
  return each(ports, 'connections.start', isStopped);
}

export async function stopAll(ports: AllPorts): Promise<void> {
  try {
    const { connections } = await ports.host.call('connections.snapshot', {});
    const sessions = connections.reduce((sum, { sessions: open }) => sum + open, 0);
    if (sessions > 0 && !(await ports.mayStop(sessions))) return;
  } catch (error) {
    tellFailure(ports, error);
    return;
  }
  await each(ports, 'connections.stop', (view) => !isStopped(view));
}

async function each(
  ports: AllPorts,
  call: 'connections.start' | 'connections.stop',
  isMeant: (view: ConnectionView) => boolean,
): Promise<void> {
  const { host, user, onDone } = ports;
  const by = user === '' ? {} : { by: user };
  try {
    const { connections } = await host.call('connections.snapshot', {});
    const meant = connections.filter((view) => view.config.kind === 'relay' && isMeant(view));
    const answers = await Promise.allSettled(
      meant.map(({ config: { id } }) => host.call(call, { id, ...by })),
    );
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed !== undefined) tellFailure(ports, failed.reason);
  } catch (error) {
    tellFailure(ports, error);
  }
  onDone();
}

function tellFailure({ log, onFailed }: AllPorts, error: unknown): void {
  log.warn('not every connection followed', { problem: toErrorData(error) });
  onFailed();
}

function isStopped({ azure }: ConnectionView): boolean {
  return azure.status === 'stopped';
}
