/** What axe finds in a page that keeps somebody from using it. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults, ElementContext, RunOptions } from 'axe-core';
import type { Page } from '@playwright/test';

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Once for each page. */
export async function loadAxe(page: Page): Promise<void> {
  // Not as a script element, which the page's policy forbids.
  await page.evaluate(await readFile(axePath, 'utf8'));
}

/** Rules that look at colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

export function seriousFindings(page: Page): Promise<readonly string[]> {
  return findings(page, {});
}

/** Of another theme, where the rest has been looked at. */
export function poorColours(page: Page): Promise<readonly string[]> {
  return findings(page, { runOnly: colourRules });
}

function findings(page: Page, wishes: RunOptions): Promise<readonly string[]> {
  return page.evaluate(async (options) => {
    const { axe } = window as unknown as {
      readonly axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
    };
    // Where Fluent turns Tab round in dialogs and menus; the focus never rests there.
    const context = { exclude: [['[data-tabster-dummy]']] };
    // All styles are the page's own: nothing has to be fetched to know them.
    const { violations } = await axe.run(context, {
      ...options,
      resultTypes: ['violations'],
      preload: false,
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} (${any[0]?.message ?? ''})`),
      );
  }, wishes);
}
