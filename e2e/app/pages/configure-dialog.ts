/** Configure New Hybrid Connections: signing in, the subscription's table, Save. */
import type { Locator, Page } from '@playwright/test';
import { enConfigure } from '../../../electron/contract/messages/en-azure-configure.ts';
import { enAzurePicker } from '../../../electron/contract/messages/en-azure-sign-in.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';

export class ConfigureDialog {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: enConfigure.title });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  get subscription(): Locator {
    return this.root.getByRole('combobox', { name: enAzurePicker.subscription });
  }

  row(name: string): Locator {
    return this.root.locator(`[role=row][data-row-id$="/hybridConnections/${name}"]`);
  }

  tick(name: string): Locator {
    return this.root.getByRole('checkbox', { name: fillText(enConfigure.select, { name }), exact: true });
  }
}
