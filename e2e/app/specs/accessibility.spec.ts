/**
 * Views as axe sees them, in both themes and all languages; and the window at its narrowest, enlarged, in the system’s own
 * colours and without motion.
 */
import type { Page } from '@playwright/test';
import { languages } from '../../../electron/contract/languages.ts';
import { logTexts } from '../../../electron/contract/messages/texts/log.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect, test } from '../fixtures/test.ts';
import { setLanguage } from '../pages/app-language.ts';
import { loadAxe } from '../pages/axe-findings.ts';
import { MainWindow } from '../pages/main-window.ts';
import { setSize } from '../pages/screenshots.ts';
import { cutOff, endSessions, fillWindow } from '../tour/fill-window.ts';
import { lookAtOpen, lookAtViews } from '../tour/look-with-axe.ts';
import { popups } from '../tour/popups.ts';
import { sceneNames, setScene } from '../tour/scene.ts';
import { backToList, openDetails, pages, views } from '../tour/views.ts';

/** With most of the words; the others are in English alone here, and in all languages in `npm run screenshots`. */
const viewsInOtherLanguages = ['list', 'details-overview', 'enter-manually-good', 'change-limits'];

test('nothing serious in any view and theme, and in other languages', async ({ stage, launchApp }) => {
  test.setTimeout(600_000);
  const scene = await setScene(stage);
  const opened = await launchApp({ relay: scene.relay });
  const { page } = opened;
  await loadAxe(page);
  await lookAtOpen(opened, 'first run');
  await fillWindow(page, scene);
  const own = [...pages, ...popups(opened)];
  const some = views.filter(({ name }) => viewsInOtherLanguages.includes(name));
  await lookAtViews(opened, scene, { language: 'en', views: [...views, ...own], what: 'themes' });
  for (const language of languages.filter((one) => one !== 'en'))
    await lookAtViews(opened, scene, { language, views: [...some, ...own], what: 'words' });
  await setLanguage(opened, 'en');
  await loadAxe(page);
  await endSessions(page, scene);
  await test.step('bar of a relay that is gone', async () => {
    await cutOff(page, scene);
    await lookAtOpen(opened, 'bar');
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
    for (const view of [...views, ...pages, ...popups(opened)]) {
      await view.open(window, scene);
      expect.soft(await sidewaysScrollers(page), `${view.name}, ${how}`).toEqual([]);
      await view.close?.();
      await backToList(window);
    }
  };

  await test.step('400 px', async () => {
    await setSize(opened, { width: 400, height: 700 });
    await lookAtAll('400 px');
  });

  await test.step('400 px, the tabs in other languages', async () => {
    for (const language of languages.filter((one) => one !== 'en')) {
      await setLanguage(opened, language);
      await openDetails(window, sceneNames.busy, 'sessions');
      expect.soft(await sidewaysScrollers(page), `tabs, ${language}`).toEqual([]);
      await backToList(window);
    }
    await setLanguage(opened, 'en');
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
  }, logTexts.lines);
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
