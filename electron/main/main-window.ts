/**
 * The one window. Owns it, its place on the screen, and whether anybody can see it.
 */
import type { BrowserWindow } from 'electron';
import type { FirstWindow, Missed } from './first-window.ts';
import { backgroundColor } from './window-options.ts';
import type { WindowStore } from './window-state.ts';

export interface MainWindowPorts {
  readonly first: Pick<FirstWindow, 'window' | 'load' | 'takeOver'>;
  readonly theme: {
    readonly shouldUseDarkColors: boolean;
    readonly shouldUseHighContrastColors: boolean;
  };
  readonly store: WindowStore;
  readonly onVisible: (isVisible: boolean) => void;
  /** The person closes the window. */
  readonly onClose: () => void;
  /** It isn’t shown until somebody asks for it. */
  readonly startsHidden: boolean;
}

/** Nobody waits longer for a page that doesn’t draw itself. */
const drawnWithinMs = 2_000;
/** Moving a window makes an event for every step of it. */
const rememberAfterMs = 400;

export class MainWindow {
  readonly #ports: MainWindowPorts;
  readonly window: BrowserWindow;
  /** What happened to the page before anybody could hear of it. */
  readonly missed: Missed;
  /** Settles when the page has drawn itself for the first time, or takes too long for it; at once where nobody sees it. */
  readonly drawn: Promise<void>;
  #onDrawn: () => void = () => undefined;
  #rememberTimer: NodeJS.Timeout | undefined;
  /** Nobody has shown or hidden it yet: it shows itself. */
  #isToBeShown: boolean;
  /** It was maximized when the app ended, and isn't yet again: that would show a window that is to stay hidden for now. */
  #isToBeMaximized = false;
  #isResponsive = true;

  constructor(ports: MainWindowPorts) {
    this.#ports = ports;
    const { first, store, startsHidden } = ports;
    this.window = first.window;
    this.missed = first.takeOver();
    this.drawn = startsHidden ? Promise.resolve() : this.#untilDrawn();
    this.#isToBeShown = !startsHidden;
    this.#isToBeMaximized = store.state.maximized;
    this.#listen();
  }

  load(): void {
    this.#ports.first.load();
  }

  /** The page has something to show, and draws it while the window comes up. */
  pageDrawing(): void {
    this.#showAtFirst();
  }

  /** The page says that it can be used. */
  pageDrawn(): void {
    this.#onDrawn();
  }

  /** Brings it back in front of the others. */
  show(): void {
    if (this.window.isDestroyed()) return;
    this.#isToBeShown = false;
    // Its person was asked whether to quit or to show it again, and did neither: an empty window helps nobody.
    if (this.window.webContents.isCrashed()) this.load();
    if (this.window.isMinimized()) this.window.restore();
    this.#maximizeAgain();
    this.window.show();
    this.window.focus();
  }

  /** The page is there, and can say something to somebody, if the window isn't only a button in the taskbar. */
  get canTell(): boolean {
    const { window } = this;
    if (!this.#isResponsive || window.isDestroyed() || window.webContents.isCrashed()) return false;
    return window.isVisible() || window.isMinimized();
  }

  /** Somebody looks at it. */
  get isInFront(): boolean {
    return !this.window.isDestroyed() && this.window.isVisible() && this.window.isFocused();
  }

  hide(): void {
    this.#isToBeShown = false;
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

  #maximizeAgain(): void {
    if (!this.#isToBeMaximized) return;
    this.#isToBeMaximized = false;
    this.window.maximize();
  }

  #listen(): void {
    const { onVisible, onClose } = this.#ports;
    const look = (): void => onVisible(this.window.isVisible() && !this.window.isMinimized());
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
    this.window.on('unresponsive', () => (this.#isResponsive = false));
    this.window.on('responsive', () => (this.#isResponsive = true));
    // Not `ready-to-show`: that comes with the page's first frame, which may be empty.
    void this.drawn.then(() => this.#showAtFirst());
  }

  #untilDrawn(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, drawnWithinMs);
      this.#onDrawn = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #showAtFirst(): void {
    if (this.window.isDestroyed() || !this.#isToBeShown) return;
    this.#isToBeShown = false;
    this.#maximizeAgain();
    this.window.show();
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
      maximized: this.#isToBeMaximized || this.window.isMaximized(),
    });
  }
}
