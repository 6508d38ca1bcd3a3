/** Configure New Hybrid Connections: signing in, the subscription's table, Save. */
import type { Locator, Page } from '@playwright/test';
import { configureTexts } from '../../../electron/contract/messages/texts/azure-configure.ts';
import { azurePickerTexts } from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';

export class ConfigureDialog {
  readonly root: Locator;

  constructor(page: Page) {
    this.root = page.getByRole('dialog', { name: configureTexts.title });
  }

  button(name: string): Locator {
    return this.root.getByRole('button', { name, exact: true });
  }

  get subscription(): Locator {
    return this.root.getByRole('combobox', { name: azurePickerTexts.subscription });
  }

  row(name: string): Locator {
    return this.root.locator(`[role=row][data-row-id$="/hybridConnections/${name}"]`);
  }

  tick(name: string): Locator {
    return this.root.getByRole('checkbox', { name: fillText(configureTexts.select, { name }), exact: true });
  }
}
