/**
 * A host as a service manager wants it: systemd hears how it is, SIGHUP makes it read its files again. Owns both until
 * `close`.
 */
import { cliServiceTexts } from '../contract/messages/texts/cli-service.ts';
import { fillCounted } from '../contract/messages/message-text.ts';
import { systemClock } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import type { CliIo } from './cli-io.ts';
import { listenForReload } from './reload-signal.ts';
import type { RunLog } from './run-log.ts';
import { systemdNotify } from './run-systemd-notify.ts';
import { SystemdNotices } from './systemd-notices.ts';

export interface ServiceManager {
  ready(): Promise<void>;
  stopping(): Promise<void>;
  close(): Promise<void>;
}

export interface ManagedHost {
  readonly engine: Pick<Engine, 'call' | 'reload'>;
  readonly log: RunLog;
}

export function followServiceManager(io: CliIo, { engine, log }: ManagedHost): ServiceManager {
  const { environment, processId } = io;
  const notices = new SystemdNotices({
    ...{ environment, processId, clock: systemClock },
    log: log.logger,
    run: systemdNotify(environment),
    answers: () => engine.call('connections.snapshot', {}),
  });
  const status = async (): Promise<string> => {
    const { connections } = await engine.call('connections.snapshot', {});
    return fillCounted(cliServiceTexts.statusRuns, connections.length);
  };
  let isReady = false;
  const isDue = (): boolean => isReady;
  const dispose = listenForReload(io, { engine, log, notices, status, isDue });
  return {
    ready: async () => {
      isReady = true;
      notices.ready(await status());
    },
    stopping: async () => {
      isReady = false;
      const { settings } = await engine.call('settings.get', {});
      notices.stopping(cliServiceTexts.statusStopping, settings.drainSeconds * 1000);
    },
    close: async () => {
      dispose();
      await notices.close();
    },
  };
}
