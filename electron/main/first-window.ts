/**
 * The window before anything else of the app is read: its page's process comes up, and the page reads itself, meanwhile.
 * Owns the window until the app takes it over, and the channels of the page's calls, which wait for who answers them.
 *
 * Invariant: nothing that happens to the page before it is taken over is lost.
 */
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { channelPrefix, windowCallChannels } from '../contract/channels.ts';
import type { WindowCallName, WindowReply } from '../contract/shell-api.ts';
import { pageUrl } from './page-address.ts';

/** Of `did-fail-load`. */
export interface LoadFailure {
  readonly code: number;
  readonly description: string;
}

/** Of `render-process-gone`. */
export interface PageGone {
  readonly reason: string;
  readonly exitCode: number;
}

export type AnswerCall = (
  name: WindowCallName,
  sender: IpcMainInvokeEvent,
  input: unknown,
) => Promise<WindowReply>;

export interface FirstWindowPorts {
  readonly window: BrowserWindow;
  /** `ipcMain.handle`. */
  readonly handle: (
    channel: string,
    listener: (event: IpcMainInvokeEvent, input: unknown) => Promise<WindowReply>,
  ) => void;
  /** Where the page comes from: a development server, else null. */
  readonly developmentUrl: string | null;
}

/** What happened before the app took the window over. */
export interface Missed {
  /** The page wasn't loaded. */
  readonly failure: LoadFailure | null;
  /** The page’s process ended. */
  readonly gone: PageGone | null;
}

export class FirstWindow {
  readonly window: BrowserWindow;
  readonly #developmentUrl: string | null;
  #answerCalls: (answer: AnswerCall) => void = () => undefined;
  #failure: LoadFailure | null = null;
  #gone: PageGone | null = null;
  readonly #onFailure = (_event: unknown, code: number, description: string): void => {
    this.#failure = { code, description };
  };
  readonly #onGone = (_event: unknown, gone: PageGone): void => {
    this.#gone = gone;
  };

  constructor({ window, handle, developmentUrl }: FirstWindowPorts) {
    this.window = window;
    this.#developmentUrl = developmentUrl;
    window.webContents.on('did-fail-load', this.#onFailure);
    window.webContents.on('render-process-gone', this.#onGone);
    const answering = new Promise<AnswerCall>((resolve) => (this.#answerCalls = resolve));
    for (const name of windowCallChannels) {
      handle(`${channelPrefix}${name}`, async (event, input) => (await answering)(name, event, input));
    }
    this.load();
  }

  load(): void {
    // A page that can't be loaded shows itself as an empty window; the log has the reason.
    void this.window.loadURL(this.#developmentUrl ?? pageUrl).catch(() => undefined);
  }

  /** From here on whoever listens to the window hears of everything; what came before is the answer. */
  takeOver(): Missed {
    this.window.webContents.off('did-fail-load', this.#onFailure);
    this.window.webContents.off('render-process-gone', this.#onGone);
    return { failure: this.#failure, gone: this.#gone };
  }

  /** Calls that wait are answered now. */
  answer(answer: AnswerCall): void {
    this.#answerCalls(answer);
  }
}
