/**
 * SIGHUP while a host runs: what others changed in its data folder counts, and its log files are opened anew. One line
 * says what came of it.
 *
 * Invariant: it never ends the host, whatever stands in the files; signals that come meanwhile are one more reload.
 */
import { toErrorData } from '../contract/errors.ts';
import { cliServiceTexts } from '../contract/messages/texts/cli-service.ts';
import type { Disposer } from '../engine/clock.ts';
import type { Engine } from '../engine/engine.ts';
import type { CliIo } from './cli-io.ts';
import type { RunLog } from './run-log.ts';
import type { SystemdNotices } from './systemd-notices.ts';

export interface ReloadPorts {
  readonly engine: Pick<Engine, 'reload' | 'call'>;
  readonly log: Pick<RunLog, 'logger' | 'announce' | 'reopen'>;
  readonly notices: Pick<SystemdNotices, 'reloading' | 'reloaded'>;
  /** For systemd, which may show it. */
  readonly status: () => Promise<string>;
  /** While the host starts its files were just read, and while it stops nothing counts any more. */
  readonly isDue: () => boolean;
}

export function listenForReload(io: CliIo, ports: ReloadPorts): Disposer {
  let isAsked = false;
  let isBusy = false;
  const work = async (): Promise<void> => {
    isBusy = true;
    while (isAsked) {
      isAsked = false;
      await reload(ports);
    }
    isBusy = false;
  };
  return io.onReloadSignal(() => {
    if (!ports.isDue()) return;
    isAsked = true;
    if (!isBusy) void work();
  });
}

/** Never rejects. */
async function reload({ engine, log, notices, status }: ReloadPorts): Promise<void> {
  notices.reloading();
  try {
    log.reopen();
    const { settings, needsRestart, added, removed, changed, replaced, closedSessions } =
      await engine.reload();
    const { settings: values } = await engine.call('settings.get', {});
    log.logger.setLevel(values.logLevel);
    const lists = Object.entries({ settings, needsRestart, added, removed, changed, replaced });
    const told = lists.flatMap(([name, list]) =>
      list.length === 0 ? [] : [[name, list.join(', ')] as const],
    );
    const fields = {
      ...Object.fromEntries(told),
      ...(closedSessions === 0 ? {} : { closedSessions }),
    };
    const sentence = told.length === 0 ? cliServiceTexts.nothingReloaded : cliServiceTexts.reloaded;
    log.announce('reloaded', fields, sentence);
  } catch (error) {
    log.logger.error('not reloaded', { problem: toErrorData(error) });
  } finally {
    notices.reloaded(await status().catch(() => ''));
  }
}
