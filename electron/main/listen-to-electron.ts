/** Events of the app, the page's process, the system and Node, and whom they concern. */
import type { App, Dialog, NativeTheme } from 'electron';
import { toErrorData } from '../contract/errors.ts';
import { enShell } from '../contract/messages/en-shell.ts';
import type { OpenLog } from '../engine/log/open-log.ts';
import type { MainWindow } from './main-window.ts';
import { tellProblem } from './native-dialogs.ts';
import type { PageCrash } from './page-crash.ts';
import type { Quit } from './quit.ts';

export interface Listeners {
  readonly app: App;
  readonly nativeTheme: NativeTheme;
  readonly process: NodeJS.Process;
  readonly dialog: Dialog;
  readonly main: MainWindow;
  readonly quit: Quit;
  readonly crash: PageCrash;
  readonly log: OpenLog;
}

export function listenToElectron(parts: Listeners): void {
  const { app, nativeTheme, main, quit, crash, log } = parts;
  app.on('second-instance', () => main.show());
  app.on('activate', () => main.show());
  // Every way out leads through `quit`, which ends the process itself.
  app.on('before-quit', (event) => {
    event.preventDefault();
    quit.request('person');
  });
  main.window.on('session-end', () => quit.request('system'));
  nativeTheme.on('updated', () => main.paintBackground());

  const { webContents } = main.window;
  webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (!quit.isEnding) void crash.gone(reason, exitCode);
  });
  webContents.on('preload-error', (_event, _path, error) => log.logger.error('preload met a bug', { error }));
  webContents.on('did-fail-load', (_event, code, description) =>
    log.logger.error('the page was not loaded', { code, description }),
  );
  main.window.on('unresponsive', () => log.logger.warn('the page does not respond'));
  listenToProcess(parts);
}

function listenToProcess({ app, process, dialog, quit, log }: Listeners): void {
  // Electron listens as well, and would ask before it quits; who listens last is the one that is heard.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => quit.request('system'));

  let isEnding = false;
  const fail = (error: unknown): void => {
    log.logger.error('a bug ended the app', { error });
    if (isEnding) return;
    isEnding = true;
    // The lines before it are what explains it.
    void log.close().finally(() => {
      tellProblem(dialog, enShell.fault, toErrorData(error));
      app.exit(1);
    });
  };
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}
