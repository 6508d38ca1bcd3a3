/**
 * What there is of the app besides its window: tray, notifications, what closing does, the start at login. Joins them to
 * Electron and to each other, and ends them together.
 */
import { homedir } from 'node:os';
import { app, Menu, nativeTheme, Notification, powerMonitor, Tray } from 'electron';
import icon from '../../assets/icons/icon-256.png?asset';
import { toErrorData } from '../contract/errors.ts';
import { trayTexts } from '../contract/messages/texts/tray.ts';
import { shellTexts } from '../contract/messages/texts/shell.ts';
import type { WantedPage } from '../contract/shell-api.ts';
import { systemClock } from '../engine/clock.ts';
import type { Logger } from '../engine/log/logger.ts';
import { nodeFileSystem } from '../engine/store/file-system.ts';
import { AutostartFile } from './autostart-file.ts';
import { isTestBuild } from './build-flags.ts';
import { Closing } from './closing.ts';
import type { HostLink } from './host-link.ts';
import { HostWatch } from './host-watch.ts';
import { isSomebodyThere } from './listen-to-power.ts';
import { LoginStarts } from './login-start.ts';
import type { MainWindow } from './main-window.ts';
import type { NativeDialogs } from './native-dialogs.ts';
import { Notifications } from './notifications.ts';
import type { Quit } from './quit.ts';
import { startAll, stopAll } from './start-stop-all.ts';
import { AppTray } from './tray.ts';
import { trayImage } from './tray-images.ts';
import { hasTray } from './tray-presence.ts';
import { TraySearch } from './tray-search.ts';
import type { WindowFeed } from './window-feed.ts';
import type { WindowStore } from './window-state.ts';

export interface AroundWindowPorts {
  readonly link: HostLink;
  readonly main: MainWindow;
  readonly feed: WindowFeed;
  readonly store: WindowStore;
  readonly dialogs: NativeDialogs;
  readonly quit: Quit;
  /** Who uses the window. */
  readonly user: string;
  readonly newVersion: () => string | null;
  readonly showPage: (page: WantedPage) => void;
  readonly log: Logger;
}

export interface AroundWindow {
  readonly closing: Closing;
  readonly login: LoginStarts;
  readonly notifications: Notifications;
  readonly hostChanged: () => void;
  readonly languageChanged: () => void;
  /** Looks for a tray and begins to follow the host. */
  start(): Promise<void>;
  close(): void;
}

export function openAroundWindow(ports: AroundWindowPorts): AroundWindow {
  const { link, main, feed, store, dialogs, quit, newVersion, log } = ports;
  const { platform, env: environment } = process;
  const showConnection = (id: string | null): void => {
    main.show();
    if (id !== null) feed.tell('connection.wanted', { id });
  };
  const notifications = new Notifications({
    clock: systemClock,
    isSupported: () => Notification.isSupported(),
    make: (words) => new Notification({ ...words, icon }),
    wishes: () => store.state.preferences.notifications,
    isInFront: () => main.isInFront && isSomebodyThere(powerMonitor),
    newVersion,
    onClick: showConnection,
  });
  const watch: HostWatch = new HostWatch({
    host: link,
    clock: systemClock,
    onSummary: (summary) => {
      tray.render();
      notifications.onSummary(summary);
    },
  });
  const tray = openTray(ports, { watch, notifications, showConnection });
  const search = new TraySearch({
    clock: systemClock,
    look: () => hasTray({ platform, environment }),
    onFound: () => tray.show(),
    // Started hidden: nobody would ever find it.
    onGivenUp: () => {
      if (!main.window.isVisible() && !main.window.isMinimized()) main.show();
    },
  });
  const login = new LoginStarts({
    platform,
    isInstalled: app.isPackaged || isTestBuild,
    system: app,
    hidden: {
      isKept: () => store.state.hiddenAtLogin,
      keep: (hiddenAtLogin) => store.change({ hiddenAtLogin }),
    },
    file: new AutostartFile({
      environment,
      homedir: homedir(),
      command: app.isPackaged
        ? [environment['APPIMAGE'] ?? process.execPath]
        : [process.execPath, app.getAppPath()],
      fileSystem: nodeFileSystem(),
    }),
  });
  const redraw = (): void => tray.redraw();
  nativeTheme.on('updated', redraw);
  return {
    closing: new Closing({
      clock: systemClock,
      preferences: () => store.state.preferences,
      keepExplained: (what) => void store.changePreferences({ [what]: true }),
      hasTray: () => search.isThere(),
      isBackground: () => link.state.mode === 'background',
      canTell: () => main.canTell,
      tell: (isThere) => {
        // Closed in the taskbar, it would say it to nobody.
        if (main.window.isMinimized()) main.show();
        feed.tell('closing.asked', { hasTray: isThere });
      },
      mayEnd: () => dialogs.mayEnd(),
      hide: () => main.hide(),
      quit: () => quit.request('person'),
    }),
    login,
    notifications,
    hostChanged: () => watch.look(),
    languageChanged: redraw,
    start: async () => {
      await search.start();
      await login
        .renew()
        .catch((error: unknown) =>
          log.warn('the start at login stays as it is', { problem: toErrorData(error) }),
        );
    },
    close: () => {
      nativeTheme.off('updated', redraw);
      search.stop();
      watch.stop();
      notifications.close();
      tray.destroy();
    },
  };
}

interface TrayParts {
  readonly watch: HostWatch;
  readonly notifications: Notifications;
  readonly showConnection: (id: string | null) => void;
}

function openTray(ports: AroundWindowPorts, { watch, notifications, showConnection }: TrayParts) {
  const { link, dialogs, quit, user, showPage, log } = ports;
  const { platform, env: environment } = process;
  const all = {
    host: link,
    user,
    mayStop: (sessions: number) => dialogs.mayStopAll(sessions),
    onFailed: () => notifications.say({ title: shellTexts.productName, body: trayTexts.couldNot }),
    onDone: () => watch.look(),
    log,
  };
  return new AppTray({
    create: (image: Parameters<Tray['setImage']>[0]) => new Tray(image),
    imageOf: (tone) => trayImage(tone, platform, nativeTheme, environment),
    menuOf: (template) => Menu.buildFromTemplate(template),
    summary: () => watch.summary,
    mayChange: () => {
      const { state } = link;
      return (state.mode === 'app' || state.mode === 'background') && state.info.role === 'admin';
    },
    actions: {
      open: () => showConnection(null),
      openConnection: showConnection,
      startAll: () => void startAll(all),
      stopAll: () => void stopAll(all),
      settings: () => showPage('settings'),
      quit: () => quit.request('person'),
    },
  });
}
