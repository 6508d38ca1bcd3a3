/** What is asked and told outside the page: when it is about the window itself, or when there is none. */
import { chmod, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import type { ErrorData } from '../contract/errors.ts';
import { describeError } from '../contract/messages/describe-error.ts';
import { enGatewayString } from '../contract/messages/en-gateway-string.ts';
import { enShell, enShellCounts } from '../contract/messages/en-shell.ts';
import { fillCounted, fillText } from '../contract/messages/message-text.ts';
import { gatewayStringSeconds } from '../contract/shell-api.ts';
import { toFileError } from '../engine/store/file-error.ts';
import type { GatewayQuestion } from './gateway-string.ts';

export class NativeDialogs {
  readonly #dialog: Dialog;
  readonly #window: BrowserWindow;

  constructor(dialog: Dialog, window: BrowserWindow) {
    this.#dialog = dialog;
    this.#window = window;
  }

  /** The safe answer is the default, and what Esc gives. */
  async mayQuit(sessions: number): Promise<boolean> {
    const { response } = await this.#dialog.showMessageBox(this.#window, {
      type: 'question',
      message: fillCounted(enShellCounts.quitQuestion, sessions),
      buttons: [enShell.quit, enShell.keepRunning],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  }

  /** Before a connection string goes to the clipboard: who can do what with it. The safe answer is the default. */
  async mayCopyGatewayString({ name, namespace, broadRule }: GatewayQuestion): Promise<boolean> {
    const text = broadRule === null ? enGatewayString.listens : enGatewayString.manages;
    const { response } = await this.#dialog.showMessageBox(this.#window, {
      type: broadRule === null ? 'question' : 'warning',
      message: fillText(enGatewayString.question, { name }),
      detail: [
        fillText(text, { name, namespace, rule: broadRule ?? '' }),
        fillText(enGatewayString.clears, { seconds: gatewayStringSeconds }),
      ].join('\n\n'),
      buttons: [
        broadRule === null ? enGatewayString.copy : enGatewayString.copyAnyway,
        enGatewayString.cancel,
      ],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    });
    return response === 0;
  }

  /** The page can't be shown. @returns whether to load it once more. */
  async showPageAgain(): Promise<boolean> {
    const { response } = await this.#dialog.showMessageBox(this.#window, {
      type: 'error',
      message: enShell.pageStopped,
      detail: enShell.pageStoppedDetail,
      buttons: [enShell.showAgain, enShell.quit],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    return response === 0;
  }

  /** A file of connections to import. @returns its path, null when the person thought better of it. */
  async chooseImport(): Promise<string | null> {
    const { filePaths } = await this.#dialog.showOpenDialog(this.#window, {
      title: enShell.importTitle,
      properties: ['openFile', 'showHiddenFiles'],
      filters: [
        { name: enShell.importFiles, extensions: ['config', 'json', 'yaml', 'yml'] },
        { name: enShell.allFiles, extensions: ['*'] },
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
}

/** Waits until it was read. */
export function tellProblem(dialog: Dialog, title: string, problem: ErrorData): void {
  dialog.showErrorBox(title, fillText(enShell.problem, { ...describeError(problem) }));
}
