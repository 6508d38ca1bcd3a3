/** Looks at views with axe, each as the list leads to it, in the language and the themes that are asked for. */
import type { Language } from '../../../electron/contract/languages.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect, test } from '../fixtures/test.ts';
import { setLanguage } from '../pages/app-language.ts';
import { loadAxe, poorColours, seriousFindings } from '../pages/axe-findings.ts';
import { MainWindow } from '../pages/main-window.ts';
import { setSize, setTheme } from '../pages/screenshots.ts';
import type { Scene } from './scene.ts';
import { backToList, type View } from './views.ts';

/** So high that nothing waits below an edge: axe takes a label there for one that nobody sees, and no notice of colours. */
const wholePage = { width: 1200, height: 1900 };

/** What is open now, in both themes; axe is loaded. */
export async function lookAtOpen(opened: AppUnderTest, name: string): Promise<void> {
  await setTheme(opened, 'light');
  expect.soft(await seriousFindings(opened.page), `${name}, light`).toEqual([]);
  await setTheme(opened, 'dark');
  // The other theme has other colours, and nothing else.
  expect.soft(await poorColours(opened.page), `${name}, dark`).toEqual([]);
}

/** With `words` alone: other words in the colours of another language’s pass. */
export async function lookAtViews(
  opened: AppUnderTest,
  scene: Scene,
  { language, views, what }: LookWishes,
): Promise<void> {
  const window = new MainWindow(opened.page);
  await setSize(opened, wholePage);
  await setTheme(opened, 'light');
  await setLanguage(opened, language);
  await loadAxe(opened.page);
  for (const view of views)
    await test.step(`${view.name}, ${language}`, async () => {
      await view.open(window, scene);
      if (what === 'themes') await lookAtOpen(opened, `${view.name}, ${language}`);
      else expect.soft(await seriousFindings(opened.page), `${view.name}, ${language}`).toEqual([]);
      await view.close?.();
      await backToList(window);
    });
}

export interface LookWishes {
  readonly language: Language;
  readonly views: readonly View[];
  readonly what: 'themes' | 'words';
}
