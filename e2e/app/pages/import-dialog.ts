/** Import…: its file, its table, its buttons. */
import type { Locator, Page } from '@playwright/test';
import { importDialogTexts } from '../../../electron/contract/messages/texts/import.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';

export class ImportDialog {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: importDialogTexts.title });
  }

  /** The line above the table. */
  get summary(): Locator {
    return this.root.locator('h3[role="status"]');
  }

  row(name: string): Locator {
    return this.root.getByRole('row').filter({ hasText: name });
  }

  tick(name: string): Locator {
    return this.root.getByRole('checkbox', { name: fillText(importDialogTexts.tick, { name }), exact: true });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** The system's own dialog can't be driven: it gives this file. */
  async choose({ app }: AppUnderTest, path: string): Promise<void> {
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
    await this.button(importDialogTexts.choose).click();
  }

  /** As from the clipboard, without its detour. */
  async paste(text: string): Promise<void> {
    await this.button(importDialogTexts.choose).evaluate((button, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', pasted);
      button.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  }

  async close(): Promise<void> {
    // The × has the same name.
    await this.button(importDialogTexts.done).last().click();
  }
}
