/** What is asked and told outside the page: when it is about the window itself, or when there is none. */
import { chmod, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BrowserWindow, Dialog, MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import type { ErrorData } from '../contract/errors.ts';
import { describeError } from '../contract/messages/describe-error.ts';
import { closingTexts } from '../contract/messages/texts/closing.ts';
import { gatewayStringTexts } from '../contract/messages/texts/gateway-string.ts';
import { shellTexts, shellCountTexts } from '../contract/messages/texts/shell.ts';
import { stopAllTexts, trayCountTexts } from '../contract/messages/texts/tray.ts';
import { fillCounted, fillText } from '../contract/messages/message-text.ts';
import { gatewayStringSeconds } from '../contract/gateway-string-seconds.ts';
import { toFileError } from '../engine/store/file-error.ts';
import type { GatewayQuestion } from './gateway-string.ts';

interface Question extends Pick<MessageBoxOptions, 'type' | 'message' | 'detail'> {
  readonly buttons: [yes: string, no: string];
}

export class NativeDialogs {
  readonly #dialog: Dialog;
  readonly #window: BrowserWindow;
  #stopping: Promise<boolean> | null = null;

  constructor(dialog: Dialog, window: BrowserWindow) {
    this.#dialog = dialog;
    this.#window = window;
  }

  mayQuit(sessions: number): Promise<boolean> {
    return this.#may({
      message: fillCounted(shellCountTexts.quitQuestion, sessions),
      buttons: [shellTexts.quit, shellTexts.keepRunning],
    });
  }

  /** Of the tray, whose item can be clicked again while the box is open. */
  mayStopAll(sessions: number): Promise<boolean> {
    this.#stopping ??= this.#may({
      message: fillCounted(trayCountTexts.stopQuestion, sessions),
      detail: stopAllTexts.detail,
      buttons: [stopAllTexts.stop, stopAllTexts.keepRunning],
    }).finally(() => (this.#stopping = null));
    return this.#stopping;
  }

  /** The window closes, no tray is there, and its page can't say what that means. */
  mayEnd(): Promise<boolean> {
    return this.#may({
      message: closingTexts.titleQuits,
      detail: closingTexts.quits,
      buttons: [closingTexts.quit, closingTexts.keepOpen],
    });
  }

  /** Before a connection string goes to the clipboard: who can do what with it. */
  mayCopyGatewayString({ name, namespace, broadRule }: GatewayQuestion): Promise<boolean> {
    const text = broadRule === null ? gatewayStringTexts.listens : gatewayStringTexts.manages;
    return this.#may({
      type: broadRule === null ? 'question' : 'warning',
      message: fillText(gatewayStringTexts.question, { name }),
      detail: [
        fillText(text, { name, namespace, rule: broadRule ?? '' }),
        fillText(gatewayStringTexts.clears, { seconds: gatewayStringSeconds }),
      ].join('\n\n'),
      buttons: [
        broadRule === null ? gatewayStringTexts.copy : gatewayStringTexts.copyAnyway,
        gatewayStringTexts.cancel,
      ],
    });
  }

  /** The page can't be shown. @returns whether to load it once more. */
  async showPageAgain(): Promise<boolean> {
    const { response } = await this.#ask({
      type: 'error',
      message: shellTexts.pageStopped,
      detail: shellTexts.pageStoppedDetail,
      buttons: [shellTexts.showAgain, shellTexts.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response === 0;
  }

  /** A file of connections to import. @returns its path, null when the person thought better of it. */
  async chooseImport(): Promise<string | null> {
    const { filePaths } = await this.#dialog.showOpenDialog(this.#window, {
      title: shellTexts.importTitle,
      properties: ['openFile', 'showHiddenFiles'],
      filters: [
        { name: shellTexts.importFiles, extensions: ['config', 'json', 'yaml', 'yml'] },
        { name: shellTexts.allFiles, extensions: ['*'] },
      ],
    });
    return filePaths[0] ?? null;
  }

  /** @returns false when the person thought better of it. @throws HcmError when it can't be written. */
  async saveText(folder: string, name: string, text: string): Promise<boolean> {
    const { canceled, filePath } = await this.#dialog.showSaveDialog(this.#window, {
      defaultPath: join(folder, name),
    });
    if (canceled || filePath === '') return false;
    try {
      await writeFile(filePath, text, { mode: 0o600 });
      // One that was there keeps its mode otherwise.
      await chmod(filePath, 0o600);
      return true;
    } catch (error) {
      throw toFileError(error, basename(filePath));
    }
  }

  /** The first button does it, the second one is the safe answer: the default, and what Esc gives. */
  async #may({ type = 'question', ...question }: Question): Promise<boolean> {
    const { response } = await this.#ask({ type, ...question, defaultId: 1, cancelId: 1, noLink: true });
    return response === 0;
  }

  /** A box that belongs to a window out of sight would be out of sight, too. */
  #ask(options: MessageBoxOptions): Promise<MessageBoxReturnValue> {
    return this.#window.isVisible() && !this.#window.isMinimized()
      ? this.#dialog.showMessageBox(this.#window, options)
      : this.#dialog.showMessageBox(options);
  }
}

/** Waits until it was read. */
export function tellProblem(dialog: Dialog, title: string, problem: ErrorData): void {
  dialog.showErrorBox(title, fillText(shellTexts.problem, { ...describeError(problem) }));
}
