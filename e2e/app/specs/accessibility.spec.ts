/**
 * Every view as axe sees it, in both colour schemes; and the window at its narrowest, enlarged, in the system's own colours
 * and without motion.
 */
import type { Page } from '@playwright/test';
import { enLog } from '../../../electron/contract/messages/en-log.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect, test } from '../fixtures/test.ts';
import { loadAxe, seriousFindings } from '../pages/axe-findings.ts';
import { MainWindow } from '../pages/main-window.ts';
import { setSize, setTheme, type Theme } from '../pages/screenshots.ts';
import { cutOff, endSessions, fillWindow } from '../tour/fill-window.ts';
import { setScene } from '../tour/scene.ts';
import { backToList, views } from '../tour/views.ts';

const themes: readonly Theme[] = ['light', 'dark'];

test('nothing serious in any view, light and dark', async ({ stage, launchApp }) => {
  test.setTimeout(300_000);
  const scene = await setScene(stage);
  const opened = await launchApp({ relay: scene.relay });
  const { page } = opened;
  const window = new MainWindow(page);
  await loadAxe(page);

  for (const theme of themes) {
    await setTheme(opened, theme);
    expect(await seriousFindings(page), `first run, ${theme}`).toEqual([]);
  }
  await fillWindow(page, scene);
  for (const view of views) {
    await test.step(view.name, async () => {
      await view.open(window, scene);
      for (const theme of themes) {
        await setTheme(opened, theme);
        expect.soft(await seriousFindings(page), `${view.name}, ${theme}`).toEqual([]);
      }
      await backToList(window);
    });
  }
  await endSessions(page, scene);
  await test.step('bar of a relay that is gone', async () => {
    await cutOff(page, scene);
    for (const theme of themes) {
      await setTheme(opened, theme);
      expect.soft(await seriousFindings(page), `bar, ${theme}`).toEqual([]);
    }
  });
});

test('narrow, enlarged, in forced colours and without motion', async ({ stage, launchApp }) => {
  test.setTimeout(300_000);
  const scene = await setScene(stage);
  const opened = await launchApp({ relay: scene.relay });
  const { app, page } = opened;
  const window = new MainWindow(page);
  await fillWindow(page, scene);

  const lookAtAll = async (how: string): Promise<void> => {
    for (const view of views) {
      await view.open(window, scene);
      expect.soft(await sidewaysScrollers(page), `${view.name}, ${how}`).toEqual([]);
      await backToList(window);
    }
  };

  await test.step('400 px', async () => {
    await setSize(opened, { width: 400, height: 700 });
    await lookAtAll('400 px');
  });

  await test.step('200 %', async () => {
    await setSize(opened, { width: 1200, height: 800 });
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(600);
    await lookAtAll('200 %');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1));
  });

  await test.step('forced colours', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    expect(await iconsWithoutColour(opened)).toEqual([]);
    await page.emulateMedia({ forcedColors: null });
  });

  await test.step('no motion', async () => {
    // The fixture asks for less motion in every test.
    expect(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
    const moving = await page.evaluate(() =>
      document.getAnimations().flatMap(({ effect }) => {
        const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
        return frames.filter((frame) => 'transform' in frame && frame['transform'] !== 'none').map(String);
      }),
    );
    expect(moving).toEqual([]);
  });
  await endSessions(page, scene);

  await test.step('bar of a relay that is gone, 400 px', async () => {
    await cutOff(page, scene);
    await setSize(opened, { width: 400, height: 700 });
    expect(await sidewaysScrollers(page)).toEqual([]);
  });
});

/** What has to be scrolled sideways to be read; the log's lines stay whole. */
function sidewaysScrollers(page: Page): Promise<readonly string[]> {
  return page.evaluate((log) => {
    const isLog = (element: Element): boolean => element.closest(`[aria-label="${log}"]`) !== null;
    const scrolls = (element: Element): boolean => {
      const { overflowX } = getComputedStyle(element);
      const canScroll =
        element === document.scrollingElement || overflowX === 'auto' || overflowX === 'scroll';
      return canScroll && element.scrollWidth > element.clientWidth && element.clientWidth > 0;
    };
    return [...document.querySelectorAll('*')]
      .filter((element) => scrolls(element) && !isLog(element))
      .map((element) => `${element.tagName} ${element.getAttribute('role') ?? ''} ${element.className}`);
  }, enLog.lines);
}

/** Icons of states that have become invisible: of the colour that is behind them. */
function iconsWithoutColour({ page }: AppUnderTest): Promise<readonly string[]> {
  return page.evaluate(() => {
    const back = getComputedStyle(document.documentElement).backgroundColor;
    return [...document.querySelectorAll('[role=grid] svg')]
      .filter((icon) => {
        const { fill, color, stroke } = getComputedStyle(icon);
        return [fill, color, stroke].every((one) => one === back);
      })
      .map((icon) => icon.outerHTML.slice(0, 120));
  });
}
