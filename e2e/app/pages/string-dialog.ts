/**
 * Enter Manually and Replace key: the field for a connection string, what is said of it, and the buttons. The string gets
 * in as a person brings it: pasted from the clipboard or typed.
 */
import type { Locator, Page } from '@playwright/test';
import { addDialogTexts, addRowTexts } from '../../../electron/contract/messages/texts/add.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';

export class StringDialog {
  readonly root: Locator;
  readonly #page: Page;

  constructor(page: Page, title: string = addDialogTexts.title) {
    this.#page = page;
    this.root = page.getByRole('dialog', { name: title });
  }

  get field(): Locator {
    return this.root.getByRole('textbox', { name: addDialogTexts.field });
  }

  get nameField(): Locator {
    return this.root.getByRole('textbox', { name: addDialogTexts.nameField });
  }

  /** The line above the rows. */
  get heading(): Locator {
    // A heading that tells its changes: that role is the one it has for screen readers.
    return this.root.locator('h2[role="status"]');
  }

  /** What is said of one part of the string. */
  part(part: keyof typeof addRowTexts): Locator {
    const term = this.#page.getByRole('term').filter({ hasText: new RegExp(`^${addRowTexts[part]}$`) });
    return this.root.locator('dl > div').filter({ has: term }).getByRole('definition');
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  /** In place of all that was there. */
  async paste({ app }: AppUnderTest, text: string): Promise<void> {
    await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
    await this.field.focus();
    await this.field.press('ControlOrMeta+a');
    await this.field.press('ControlOrMeta+v');
  }

  /** In place of all that was there. */
  async type(text: string): Promise<void> {
    await this.field.focus();
    await this.field.press('ControlOrMeta+a');
    await this.#page.keyboard.insertText(text);
  }
}
