/** Events of the app, the page's process, the system and Node, and whom they concern. */
import type { App, NativeTheme } from 'electron';
import type { LoadFailure, PageGone } from './first-window.ts';
import type { MainWindow } from './main-window.ts';
import type { PageCrash } from './page-crash.ts';
import type { Quit } from './quit.ts';
import { relaunch } from './relaunch.ts';
import { hiddenSwitch } from './start-options.ts';
import type { WindowLog } from './window-log.ts';

export interface Listeners {
  readonly app: App;
  readonly nativeTheme: NativeTheme;
  readonly process: NodeJS.Process;
  readonly main: MainWindow;
  readonly quit: Quit;
  readonly crash: PageCrash;
  readonly log: WindowLog;
  /** A bug that nothing can go on after. */
  readonly fail: (error: unknown) => void;
}

/** `net::ERR_ABORTED`: another load came in between. */
const aborted = -3;

export function listenToElectron(parts: Listeners): void {
  const { app, nativeTheme, main, quit, crash, log } = parts;
  let relaunches = false;
  app.on('second-instance', (_event, words) => {
    if (!quit.isEnding) {
      // A start at login has nothing to show.
      if (!words.includes(hiddenSwitch)) main.show();
    } else if (!relaunches) {
      // It still lets sessions finish, out of sight: whoever starts it again gets it as soon as that is over. Its old
      // window would show nothing that lives.
      relaunches = true;
      relaunch(app, parts.process);
    }
  });
  app.on('activate', () => {
    if (!quit.isEnding) main.show();
  });
  // Every way out leads through `quit`, which ends the process itself.
  app.on('before-quit', (event) => {
    event.preventDefault();
    quit.request('person');
  });
  main.window.on('session-end', () => quit.request('system'));
  nativeTheme.on('updated', () => main.paintBackground());

  const { webContents } = main.window;
  const { failure, gone } = main.missed;
  const ended = ({ reason, exitCode }: PageGone): void => {
    if (!quit.isEnding) void crash.gone(reason, exitCode);
  };
  webContents.on('render-process-gone', (_event, details) => ended(details));
  if (gone !== null) ended(gone);
  webContents.on('preload-error', (_event, _path, error) => log.logger.error('preload met a bug', { error }));
  const notLoaded = ({ code, description }: LoadFailure, isMainFrame: boolean): void => {
    log.logger.error('the page was not loaded', { code, description });
    // Without a page there would be no window, and nobody would know why.
    if (isMainFrame && code !== aborted) parts.fail(new Error('no page'));
  };
  webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) =>
    notLoaded({ code, description }, isMainFrame),
  );
  // The page has no frames of its own.
  if (failure !== null) notLoaded(failure, true);
  main.window.on('unresponsive', () => log.logger.warn('the page does not respond'));
  listenToProcess(parts);
}

function listenToProcess({ process, quit, fail }: Listeners): void {
  // Electron listens as well, and would ask before it quits; who listens last is the one that is heard.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => quit.request('system'));

  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
}
