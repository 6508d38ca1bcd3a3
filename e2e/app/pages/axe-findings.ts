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

export function seriousFindings(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      readonly axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> };
    };
    // Where Fluent turns Tab round in dialogs and menus; the focus never rests there.
    const context = { exclude: [['[data-tabster-dummy]']] };
    const { violations } = await axe.run(context, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, any }) => `${id}: ${html.slice(0, 160)} (${any[0]?.message ?? ''})`),
      );
  });
}
