/** The window as a person finds their way in it: by what is written there. The words come from the product's own tables. */
import type { Locator, Page } from '@playwright/test';
import { toastRegionTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import type { ColumnName } from '../../../electron/contract/default-preferences.ts';

export class MainWindow {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** The host's state, in a sentence. */
  get header(): Locator {
    return this.page.getByRole('heading', { level: 1 });
  }

  /** Below that: which machine, and who runs the connections there. */
  get caption(): Locator {
    return this.header.locator('xpath=following-sibling::*[1]');
  }

  /** Between toolbar and table: what concerns several connections. */
  get bars(): Locator {
    return this.page.getByRole('main').getByRole('group');
  }

  get toolbar(): Locator {
    return this.page.getByRole('toolbar', { name: toolbarTexts.label });
  }

  /** A button of the toolbar. */
  button(name: string): Locator {
    return this.toolbar.getByRole('button', { name, exact: true });
  }

  /** From the menu beside the button that adds. */
  async enterManually(): Promise<void> {
    await this.button(toolbarTexts.moreWaysToAdd).click();
    // Its key belongs to its name.
    await this.page.getByRole('menuitem', { name: toolbarTexts.enterManually }).click();
  }

  /** A button anywhere, for instance in the header. */
  anyButton(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  menuItem(name: string): Locator {
    return this.page.getByRole('menuitem', { name, exact: true });
  }

  get filter(): Locator {
    return this.page.getByRole('searchbox', { name: toolbarTexts.filter });
  }

  get table(): Locator {
    return this.page.getByRole('grid');
  }

  /** The rows of connections, without the head. */
  get rows(): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('gridcell') });
  }

  /** A connection's row, by its whole name. */
  row(name: string): Locator {
    return this.rows.filter({ has: this.page.getByText(name, { exact: true }) });
  }

  dialog(title: string | RegExp): Locator {
    return this.page.getByRole('dialog', { name: title });
  }

  /** A question that has to be answered before anything else. */
  question(title: string | RegExp): Locator {
    return this.page.getByRole('alertdialog', { name: title });
  }

  /** One cell of a connection's row. */
  cell(name: string, column: ColumnName): Locator {
    return this.row(name).locator(`[data-column="${column}"]`);
  }

  /** Selects the connection alone and shows its details. */
  async openDetails(name: string): Promise<void> {
    await this.cell(name, 'name').dblclick();
  }

  /** Short messages at the bottom right. */
  get toasts(): Locator {
    return this.page.getByRole('region', { name: toastRegionTexts.label });
  }
}
