/** Puts the app together once Electron is ready, and joins its parts: whose event leads to what. */
import { homedir, hostname } from 'node:os';
import { join } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  Menu,
  nativeTheme,
  powerMonitor,
  safeStorage,
  session as sessions,
  shell,
  type Session,
} from 'electron';
import { toErrorData } from '../contract/errors.ts';
import type { WantedPage } from '../contract/shell-api.ts';
import type { UpdateState } from '../contract/updates.ts';
import { shellTexts } from '../contract/messages/texts/shell.ts';
import { systemClock } from '../engine/clock.ts';
import { chooseHost } from '../engine/control/find-host.ts';
import type { Logger } from '../engine/log/logger.ts';
import { systemManagedSource } from '../engine/policy/managed-source.ts';
import type { AppFolder } from './app-folder.ts';
import { openAppHost } from './app-host.ts';
import { appInfo } from './app-info.ts';
import { AppLanguage } from './app-language.ts';
import { openAroundWindow, type AroundWindow } from './around-window.ts';
import { isDevelopment } from './build-flags.ts';
import { allowsDevelopment, developmentUrl } from './development.ts';
import { readExtraCaPem } from './extra-ca.ts';
import { desktopProxy } from './desktop-proxy.ts';
import { faultHandler } from './fault.ts';
import type { FirstWindow } from './first-window.ts';
import { GatewayString } from './gateway-string.ts';
import { HostLink } from './host-link.ts';
import { ImportDesk } from './import-desk.ts';
import { windowHandlers } from './ipc-handlers.ts';
import { callRouter } from './ipc-router.ts';
import { isTrustedSender, type Sender } from './ipc-sender.ts';
import { listenToElectron } from './listen-to-electron.ts';
import { listenToPower } from './listen-to-power.ts';
import { MainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { NativeDialogs, tellProblem } from './native-dialogs.ts';
import { installationHere, openUpdater } from './open-updater.ts';
import { PageCrash } from './page-crash.ts';
import { PracticeRelay } from './practice-relay.ts';
import { openProxySession } from './proxy-session.ts';
import { Quit } from './quit.ts';
import { relaunch } from './relaunch.ts';
import { secretBackend, secretBoxes } from './secret-boxes.ts';
import { productVersion } from './version.ts';
import { WindowFeed } from './window-feed.ts';
import { openWindowLog } from './window-log.ts';
import { openWindowStore, type WindowStore } from './window-state.ts';

export interface RunOptions {
  /** Already there, and loading its page. */
  readonly first: FirstWindow;
  readonly home: AppFolder;
  readonly demo: boolean;
  /** The window waits until somebody asks for it. */
  readonly hidden: boolean;
}

export async function runApp({ first, home, demo, hidden }: RunOptions): Promise<void> {
  const { folder } = home;
  const { platform, env: environment } = process;
  const log = openWindowLog(folder);
  const { logger } = log;
  const store = await openWindowStore({ folder, log: logger });
  const applyTheme = (): void => void (nativeTheme.themeSource = store.state.preferences.theme);
  applyTheme();
  const showPage = (page: WantedPage): void => {
    main.show();
    feed.tell('page.wanted', { page });
  };
  const showMenu = (): void => {
    Menu.setApplicationMenu(
      Menu.buildFromTemplate(menuTemplate({ platform, isDevelopment, onPage: showPage })),
    );
    // For its keys: each menu would bring a bar of its own.
    if (!first.window.isDestroyed()) first.window.setMenuBarVisibility(false);
  };
  // What there is besides the window comes after it, and may be asked for before.
  let around: AroundWindow | null = null;
  const language = new AppLanguage(
    () => app.getPreferredSystemLanguages(),
    () => {
      showMenu();
      around?.languageChanged();
    },
  );
  await language.choose(store.state.preferences.language);

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
    openOwnHost: (claim) =>
      openAppHost(claim, {
        ...ownIdentity(folder),
        secretBackend: () => secretBackend(safeStorage, platform),
        after: main.drawn,
        open: async (claimed, onEvent) => {
          const { openOwnHost } = await import('./own-host.ts');
          return openOwnHost(claimed, { ...ownHostOptions(folder, proxySession), onEvent });
        },
      }),
    onChange: (state) => {
      feed.tell('app.hostChanged', { state });
      void opening.then((updater) => updater.hostChanged(state));
      around?.hostChanged();
    },
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
  const startsHidden = hidden || wasHiddenAtLogin(store);
  if (!startsHidden) feed.start();
  const main = new MainWindow({
    first,
    theme: nativeTheme,
    store,
    startsHidden,
    onVisible: (isVisible) => feed.setVisible(isVisible),
    onClose: () => {
      if (around === null) quit.request('person');
      else void around.closing.request();
    },
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
    around?.close();
    (await opening).close();
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
    relaunch: () => relaunch(app, process),
    log: logger,
  });
  const crash = new PageCrash({
    now: () => systemClock.now(),
    reload: () => main.load(),
    quit: () => quit.request('person'),
    ask: () => dialogs.showPageAgain(),
    log: logger,
  });
  const fail = faultHandler({
    clock: systemClock,
    log: logger,
    end,
    closeLog: () => log.close(),
    tell: (error) => tellProblem(dialog, shellTexts.fault, toErrorData(error)),
    exit: () => {
      home.dispose();
      app.exit(1);
    },
  });
  listenToElectron({ app, nativeTheme, process, main, quit, crash, log, fail });
  // From here on the page may fail, and a person or a signal end the app.
  const started = link.start();
  const opening = openUpdater({
    folder,
    clock: systemClock,
    log: logger,
    link,
    store,
    extraCaPem: () => readExtraCaPem(environment),
    systemProxy: desktopProxy((url) => proxySession.resolveProxy(url)),
    endWith: (install) => quit.endWith(install),
    onChange: (state) => feed.tell('update.changed', { state }),
  });
  const updater = await opening;
  if (main.window.webContents.isLoading())
    main.window.webContents.once('did-finish-load', () => void updater.windowShown());
  else void updater.windowShown();
  around = openAroundWindow({
    link,
    main,
    feed,
    store,
    dialogs,
    quit,
    user: about.user,
    newVersion: () => newVersionIn(updater.state),
    showPage,
    log: logger,
  });
  const { closing, login, notifications } = around;

  const handlers = windowHandlers({
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
    language,
    updater,
    login,
    onDrawing: () => main.pageDrawing(),
    onDrawn: () => main.pageDrawn(),
    hide: (answer) => void closing.confirmed(answer),
    tryNotification: () => notifications.try(),
  });
  const allows = allowsDevelopment(developmentUrl(environment));
  const { id } = main.window.webContents;
  const isTrusted = (sender: Sender): boolean => isTrustedSender(sender, id, allows);
  first.answer(callRouter({ isTrusted, handlers, log: logger }));
  listenToPower(powerMonitor, {
    onResume: () => {
      link.resumed();
      updater.resumed();
    },
    onShutdown: () => quit.request('system'),
  });
  // Nobody looks for a menu or a tray before there is a window.
  await main.drawn;
  if (quit.isEnding) return;
  logger.info('window opened', { version: productVersion, electron: process.versions.electron });
  showMenu();
  around.hostChanged();
  await Promise.all([started, around.start()]);
  if (demo) await practice.start();
}

function ownIdentity(folder: string) {
  return { folder, processId: process.pid, version: productVersion, machine: hostname() };
}

function ownHostOptions(folder: string, proxySession: Session) {
  const { platform, env: environment } = process;
  return {
    ...ownIdentity(folder),
    platform,
    secretBoxes: (log: Logger) => secretBoxes({ folder, platform, environment, storage: safeStorage, log }),
    extraCaPem: () => readExtraCaPem(environment),
    policy: systemManagedSource({ platform, environment }),
    packageKind: installationHere().kind,
    systemProxy: desktopProxy((url) => proxySession.resolveProxy(url)),
  };
}

/** macOS starts it at login without a word of ours. */
function wasHiddenAtLogin({ state }: WindowStore): boolean {
  return process.platform === 'darwin' && state.hiddenAtLogin && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** That the person hasn't put off. */
function newVersionIn({ phase, release, isQuiet }: UpdateState): string | null {
  return phase === 'available' && !isQuiet && release !== null ? release.version : null;
}

/** Those that would break: another's host keeps its sessions. */
async function openSessions(link: HostLink): Promise<number> {
  if (link.state.mode !== 'app') return 0;
  const { connections } = await link.call('connections.snapshot', {});
  return connections.reduce((sum, { sessions: open }) => sum + open, 0);
}
