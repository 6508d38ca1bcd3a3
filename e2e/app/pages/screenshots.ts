/** The window's size and colours as a test wants them, and pictures of it. */
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';

export type Theme = 'light' | 'dark';

export interface Size {
  /** CSS pixels of the page. */
  readonly width: number;
  readonly height: number;
}

export async function setSize({ app, page }: AppUnderTest, size: Size): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      // The smallest size is a rule for people.
      window.setMinimumSize(1, 1);
      window.setContentSize(width, height);
    }
  }, size);
  await expect
    .poll(() => page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight })))
    .toEqual(size);
}

/** As the system's setting would. Both, since the page is otherwise told "light" by whoever drives it. */
export async function setTheme({ app, page }: AppUnderTest, theme: Theme): Promise<void> {
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  await page.emulateMedia({ colorScheme: theme });
  await settled(page);
}

export async function shoot({ page }: AppUnderTest, folder: string, name: string): Promise<void> {
  await settled(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/**
 * One frame in which React draws what has changed, one that shows it, and the end of every transition: colours halfway
 * between two themes are nobody's. What turns for ever is left to turn.
 */
function settled(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await new Promise<void>((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    });
    const ending = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime ?? 0));
    // One that is taken away rejects.
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}
