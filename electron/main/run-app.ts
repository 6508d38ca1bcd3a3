/** Puts the app together once Electron is ready, and joins its parts: whose event leads to what. */
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  safeStorage,
  screen,
  session as sessions,
  shell,
  type Session,
} from 'electron';
import icon from '../../assets/icons/icon-256.png?asset';
import { toErrorData } from '../contract/errors.ts';
import { enShell } from '../contract/messages/en-shell.ts';
import { systemClock } from '../engine/clock.ts';
import { chooseHost } from '../engine/control/find-host.ts';
import type { Logger } from '../engine/log/logger.ts';
import type { AppFiles } from './app.ts';
import type { AppFolder } from './app-folder.ts';
import { appInfo } from './app-info.ts';
import { isDevelopment } from './build-flags.ts';
import { allowsDevelopment, developmentUrl } from './development.ts';
import { readExtraCaPem } from './extra-ca.ts';
import { desktopProxy } from './desktop-proxy.ts';
import { faultHandler } from './fault.ts';
import { GatewayString } from './gateway-string.ts';
import { HostLink } from './host-link.ts';
import { ImportDesk } from './import-desk.ts';
import { windowHandlers } from './ipc-handlers.ts';
import { routeCalls } from './ipc-router.ts';
import { isTrustedSender } from './ipc-sender.ts';
import { listenToElectron } from './listen-to-electron.ts';
import { listenToPower } from './listen-to-power.ts';
import { MainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { NativeDialogs, tellProblem } from './native-dialogs.ts';
import { openOwnHost } from './own-host.ts';
import { openPageSession } from './page-session.ts';
import { PageCrash } from './page-crash.ts';
import { PracticeRelay } from './practice-relay.ts';
import { openProxySession } from './proxy-session.ts';
import { Quit } from './quit.ts';
import { secretBoxes } from './secret-boxes.ts';
import { productVersion } from './version.ts';
import { WindowFeed } from './window-feed.ts';
import { openWindowLog } from './window-log.ts';
import { openWindowStore } from './window-state.ts';

export interface RunOptions {
  readonly files: AppFiles;
  readonly home: AppFolder;
  readonly demo: boolean;
}

export async function runApp({ files, home, demo }: RunOptions): Promise<void> {
  const { folder } = home;
  const { platform, env: environment } = process;
  const log = openWindowLog(folder);
  const { logger } = log;
  const store = await openWindowStore({ folder, log: logger });
  const applyTheme = (): void => void (nativeTheme.themeSource = store.state.preferences.theme);
  applyTheme();
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(platform, isDevelopment, () => feed.tell('import.wanted', {}))),
  );

  const pageServer = developmentUrl(environment);
  const allows = allowsDevelopment(pageServer);
  const proxySession = openProxySession(sessions);
  const place = { folder, platform, uid: process.getuid?.() ?? 0 };
  const link = new HostLink({
    place,
    // Practice is nobody else’s.
    choice: demo
      ? { shared: [], own: place }
      : chooseHost({ environment, workingFolder: homedir(), own: place }),
    version: productVersion,
    clock: systemClock,
    log: logger,
    openOwnHost: (claim) => openOwnHost(claim, ownHostOptions(folder, proxySession)),
    onChange: (state) => feed.tell('app.hostChanged', { state }),
  });
  const practice = new PracticeRelay({
    host: link,
    folder: join(folder, 'practice-relay'),
    dataFolder: folder,
    platform,
    log: logger,
    onChange: (state) => feed.tell('demo.changed', { state }),
  });
  const feed = new WindowFeed(
    link,
    (channel, payload) => main.send(channel, payload),
    () => feed.tell('app.hostChanged', { state: link.state }),
  );
  const main = new MainWindow({
    create: (options) => new BrowserWindow(options),
    session: openPageSession(sessions, files.page, allows),
    preload: files.preload,
    icon,
    displays: () => [
      screen.getPrimaryDisplay().workArea,
      ...screen.getAllDisplays().map(({ workArea }) => workArea),
    ],
    theme: nativeTheme,
    store,
    developmentUrl: pageServer,
    onVisible: (isVisible) => feed.setVisible(isVisible),
    onClose: () => quit.request('person'),
  });
  const dialogs = new NativeDialogs(dialog, main.window);
  const about = appInfo(folder);
  const imports = new ImportDesk({
    host: link,
    clock: systemClock,
    user: about.user,
    chooseFile: () => dialogs.chooseImport(),
    onRows: (rows) => feed.tell('import.rowsChanged', { rows }),
  });
  const gatewayString = new GatewayString({
    host: link,
    clock: systemClock,
    user: about.user,
    ask: (question) => dialogs.mayCopyGatewayString(question),
    // Promises in newer runtimes only.
    read: async () => await clipboard.readText(),
    write: async (text) => {
      if (text === '') clipboard.clear();
      else await clipboard.writeText(text);
    },
  });
  // A page that is loaded anew knows nothing of it.
  main.window.webContents.on('did-start-loading', () => imports.close());
  const end = async (): Promise<void> => {
    imports.close();
    await gatewayString.close();
    await practice.stop();
    await link.stop();
    await store.saved();
  };
  const quit = new Quit({
    openSessions: () => openSessions(link),
    ask: (count) => dialogs.mayQuit(count),
    hideWindow: () => main.hide(),
    end,
    exit: (code) => {
      void log.close().finally(() => {
        home.dispose();
        app.exit(code);
      });
    },
    log: logger,
  });
  const crash = new PageCrash({
    now: () => systemClock.now(),
    reload: () => main.load(),
    quit: () => quit.request('person'),
    ask: () => dialogs.showPageAgain(),
    log: logger,
  });

  routeCalls({
    handle: (channel, listener) => ipcMain.handle(channel, (event, input) => listener(event, input)),
    isTrusted: (sender) => isTrustedSender(sender, main.window.webContents.id, allows),
    handlers: windowHandlers({
      link,
      practice,
      imports,
      gatewayString,
      store,
      appInfo: about,
      // A promise in newer runtimes only.
      copy: async (text) => await clipboard.writeText(text),
      // Neither is waited for: on Linux these promises may never settle.
      openLink: (url) => void shell.openExternal(url).catch(() => undefined),
      openDataFolder: () => void shell.openPath(folder).catch(() => undefined),
      saveText: (name, text) => dialogs.saveText(app.getPath('documents'), name, text),
      onPreferences: applyTheme,
    }),
    log: logger,
  });
  const fail = faultHandler({
    clock: systemClock,
    log: logger,
    end,
    closeLog: () => log.close(),
    tell: (error) => tellProblem(dialog, enShell.fault, toErrorData(error)),
    exit: () => {
      home.dispose();
      app.exit(1);
    },
  });
  listenToElectron({ app, nativeTheme, process, main, quit, crash, log, fail });
  listenToPower(powerMonitor, () => link.resumed());
  main.load();

  logger.info('window opened', { version: productVersion, electron: process.versions.electron });
  await link.start();
  if (demo) await practice.start();
}

function ownHostOptions(folder: string, proxySession: Session) {
  const { platform, env: environment, pid: processId } = process;
  return {
    folder,
    platform,
    processId,
    version: productVersion,
    machine: hostname(),
    secretBoxes: (log: Logger) => secretBoxes({ folder, platform, environment, storage: safeStorage, log }),
    extraCaPem: () => readExtraCaPem(environment),
    systemProxy: desktopProxy((url) => proxySession.resolveProxy(url)),
  };
}

/** Those that would break: another's host keeps its sessions. */
async function openSessions(link: HostLink): Promise<number> {
  if (link.state.mode !== 'app') return 0;
  const { connections } = await link.call('connections.snapshot', {});
  return connections.reduce((sum, { sessions: open }) => sum + open, 0);
}
