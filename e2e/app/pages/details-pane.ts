/** The details of the selected connection: their tabs, and what stands in each. */
import type { Locator, Page } from '@playwright/test';
import { activityTexts } from '../../../electron/contract/messages/texts/activity.ts';
import {
  detailRowTexts,
  detailsPaneTexts,
  pathTexts,
} from '../../../electron/contract/messages/texts/details.ts';
import { logTexts } from '../../../electron/contract/messages/texts/log.ts';
import { sessionTexts } from '../../../electron/contract/messages/texts/sessions.ts';
import type { DetailsTab } from '../../../renderer/store/ui-store.ts';

export class DetailsPane {
  readonly root: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.root = page.getByRole('complementary');
  }

  get title(): Locator {
    return this.root.getByRole('heading', { level: 2 });
  }

  async openTab(tab: DetailsTab): Promise<void> {
    // Open sessions are counted behind the name.
    await this.root
      .getByRole('tab', { name: new RegExp(`^${detailsPaneTexts[tab]}( \\(\\d+\\))?$`) })
      .click();
  }

  async close(): Promise<void> {
    // Where the pane covers the list there is a way back instead.
    const close = this.button(detailsPaneTexts.close).or(this.button(detailsPaneTexts.back));
    await close.click();
  }

  button(name: string | RegExp): Locator {
    return this.root.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** One value of the table of details. */
  value(row: keyof typeof detailRowTexts): Locator {
    const section = this.root.getByRole('region', { name: detailRowTexts.title });
    const term = this.#page.getByRole('term').filter({ hasText: new RegExp(`^${detailRowTexts[row]}$`) });
    return section.locator('dl > div').filter({ has: term }).getByRole('definition');
  }

  /** Nodes and what lies between them, from the app to the endpoint. */
  get path(): Locator {
    return this.root.getByRole('list', { name: pathTexts.title }).getByRole('listitem');
  }

  /** Newest first. */
  get activities(): Locator {
    const group = this.root.getByRole('group', { name: activityTexts.filter });
    return this.root.locator('ul', { hasNot: group }).getByRole('listitem');
  }

  get logLines(): Locator {
    return this.root.getByRole('region', { name: logTexts.lines });
  }

  get openSessions(): Locator {
    return this.#rowsOf(sessionTexts.live);
  }

  /** Newest first. */
  get closedSessions(): Locator {
    return this.#rowsOf(sessionTexts.recentlyClosed);
  }

  #rowsOf(table: string): Locator {
    return this.root.getByRole('table', { name: table }).locator('tbody').getByRole('row');
  }
}
