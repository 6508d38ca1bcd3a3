/**
 * The one window. Owns it, its place on the screen, and whether anybody can see it.
 */
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { pageUrl } from './page-address.ts';
import { openingBounds, type Rectangle } from './window-bounds.ts';
import { backgroundColor, windowOptions } from './window-options.ts';
import type { WindowStore } from './window-state.ts';

export interface MainWindowPorts {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly session: Session;
  readonly preload: string;
  readonly icon: string;
  /** Work areas, the main display's first. */
  readonly displays: () => readonly Rectangle[];
  readonly theme: {
    readonly shouldUseDarkColors: boolean;
    readonly shouldUseHighContrastColors: boolean;
  };
  readonly store: WindowStore;
  /** Where the page comes from: a development server, else null. */
  readonly developmentUrl: string | null;
  readonly onVisible: (isVisible: boolean) => void;
  /** The person closes the window. */
  readonly onClose: () => void;
}

/** Moving a window makes an event for every step of it. */
const rememberAfterMs = 400;

export class MainWindow {
  readonly #ports: MainWindowPorts;
  readonly window: BrowserWindow;
  #rememberTimer: NodeJS.Timeout | undefined;

  constructor(ports: MainWindowPorts) {
    this.#ports = ports;
    const { create, store, displays, theme, preload, icon, session } = ports;
    const { bounds, maximized } = store.state;
    this.window = create(
      windowOptions({
        bounds: openingBounds(bounds, displays()),
        background: backgroundColor(theme),
        preload,
        icon,
        session,
      }),
    );
    this.window.setMenuBarVisibility(false);
    this.#listen(maximized);
  }

  load(): void {
    // A page that can't be loaded shows itself as an empty window; the log has the reason.
    void this.window.loadURL(this.#ports.developmentUrl ?? pageUrl).catch(() => undefined);
  }

  /** Brings it back in front of the others. */
  show(): void {
    if (this.window.isDestroyed()) return;
    // Its person was asked whether to quit or to show it again, and did neither: an empty window helps nobody.
    if (this.window.webContents.isCrashed()) this.load();
    if (this.window.isMinimized()) this.window.restore();
    this.window.show();
    this.window.focus();
  }

  hide(): void {
    if (!this.window.isDestroyed()) this.window.hide();
  }

  send(channel: string, payload: unknown): void {
    if (!this.window.isDestroyed() && !this.window.webContents.isDestroyed())
      this.window.webContents.send(channel, payload);
  }

  /** After a change of theme: what shows while a window grows faster than its page draws. */
  paintBackground(): void {
    if (!this.window.isDestroyed()) this.window.setBackgroundColor(backgroundColor(this.#ports.theme));
  }

  #listen(maximized: boolean): void {
    const { onVisible, onClose } = this.#ports;
    const look = (): void => onVisible(this.window.isVisible() && !this.window.isMinimized());
    this.window.once('ready-to-show', () => {
      if (maximized) this.window.maximize();
      this.window.show();
    });
    this.window.on('show', look);
    this.window.on('hide', look);
    this.window.on('minimize', () => onVisible(false));
    this.window.on('restore', look);
    // Not every desktop says `restore`, and a window with the focus must not show what is old.
    this.window.on('focus', look);
    this.window.on('close', (event) => {
      this.#remember();
      // Quitting destroys it without asking again.
      event.preventDefault();
      onClose();
    });
    // `resized` and `moved` come once at the end of it, but not on every desktop.
    this.window.on('resize', () => this.#rememberSoon());
    this.window.on('move', () => this.#rememberSoon());
    this.window.on('maximize', () => this.#remember());
    this.window.on('unmaximize', () => this.#remember());
    this.window.on('closed', () => onVisible(false));
  }

  #rememberSoon(): void {
    clearTimeout(this.#rememberTimer);
    this.#rememberTimer = setTimeout(() => this.#remember(), rememberAfterMs);
  }

  #remember(): void {
    clearTimeout(this.#rememberTimer);
    if (this.window.isDestroyed() || this.window.isMinimized()) return;
    this.#ports.store.change({
      bounds: this.window.getNormalBounds(),
      maximized: this.window.isMaximized(),
    });
  }
}
