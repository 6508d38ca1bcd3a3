/** Takes a picture of every view in every size and both colour schemes, with real connections in every state. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { languages, type Language } from '../../../electron/contract/languages.ts';
import { firstRunTexts, demoDialogTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { startHost } from '../../fixtures/tunnel.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect, test } from '../fixtures/test.ts';
import { setLanguage } from '../pages/app-language.ts';
import { MainWindow } from '../pages/main-window.ts';
import { setSize, setTheme, shoot, type Size } from '../pages/screenshots.ts';
import { sceneNames, setScene, type Scene } from './scene.ts';
import { cutOff, endSessions, fillWindow } from './fill-window.ts';
import { popups } from './popups.ts';
import { backToList, openDetails, pages, views } from './views.ts';

const project = join(import.meta.dirname, '..', '..', '..');
const folder = process.env['HCM_PICTURES'] ?? join(project, 'out', 'screenshots');
const isForDocs = process.env['HCM_PICTURES_FOR_DOCS'] === '1';

const themes = ['light', 'dark'] as const;
const sizes: readonly Size[] = [
  { width: 1200, height: 800 },
  { width: 800, height: 600 },
  { width: 400, height: 700 },
];

async function shootBoth(opened: AppUnderTest, view: string, { width, height }: Size): Promise<void> {
  for (const theme of themes) {
    await setTheme(opened, theme);
    await shoot(opened, folder, `${view}-${width}x${height}-${theme}`);
  }
}

test('every view', async ({ stage, launchApp }) => {
  await mkdir(folder, { recursive: true });
  const scene = await setScene(stage);
  const opened = await launchApp({ relay: scene.relay });
  const window = new MainWindow(opened.page);

  await test.step('first run', async () => {
    await expect(opened.page.getByRole('heading', { name: firstRunTexts.title })).toBeVisible();
    for (const size of sizes) {
      await setSize(opened, size);
      await shootBoth(opened, 'first-run', size);
    }
  });

  await fillWindow(opened.page, scene);
  for (const size of sizes) {
    await setSize(opened, size);
    for (const view of [...views, ...pages, ...popups(opened)]) {
      await test.step(`${view.name} at ${size.width}`, async () => {
        await view.open(window, scene);
        await shootBoth(opened, view.name, size);
        await view.close?.();
        await backToList(window);
      });
    }
  }

  for (const language of languages.filter((one) => one !== 'en'))
    await test.step(`in ${language}`, () => shootInLanguage(opened, scene, language));
  await setLanguage(opened, 'en');
  await test.step('practice', () => shootPractice(opened));
  await test.step('forced colours', () => shootForcedColours(opened, scene));
  if (isForDocs) await test.step('for the documents', () => shootForDocs(opened));
  await backToList(window);
  await endSessions(opened.page, scene);
  await test.step('a relay that is gone', async () => {
    await cutOff(opened.page, scene);
    await shootInAllSizes(opened, 'bar');
    await setSize(opened, { width: 1200, height: 800 });
    await shootForced(opened, 'bar');
  });
});

/** In forced colours the new states of the details, and a dialog with every kind of field. */
const viewsInForcedColours = ['details-keys', 'details-limited', 'change-limits-problem', 'replace-key-slot'];

async function shootPractice(opened: AppUnderTest): Promise<void> {
  const { page } = opened;
  const window = new MainWindow(page);
  await setSize(opened, sizes[0] ?? { width: 1200, height: 800 });
  await page.keyboard.press('Control+Shift+N');
  await page.keyboard.press('Escape');
  await window.toolbar.getByRole('button', { name: /More ways/ }).click();
  await window.menuItem(firstRunTexts.tryIt).click();
  const dialog = window.dialog(demoDialogTexts.title);
  await expect(dialog.getByText(demoDialogTexts.goesOn)).toBeVisible({ timeout: 60_000 });
  await shootInAllSizes(opened, 'practice');
  await dialog.getByRole('button', { name: demoDialogTexts.endPractice }).click();
  await backToList(window);
}

/** Every view, wide and at its narrowest: longer words and other scripts are cut off there first. */
async function shootInLanguage(opened: AppUnderTest, scene: Scene, language: Language): Promise<void> {
  await setLanguage(opened, language);
  const window = new MainWindow(opened.page);
  for (const size of sizes.filter(({ width }) => width !== 800)) {
    await setSize(opened, size);
    for (const view of [...views, ...pages, ...popups(opened)]) {
      await test.step(`${view.name} at ${size.width} in ${language}`, async () => {
        await view.open(window, scene);
        await shootBoth(opened, `${language}-${view.name}`, size);
        await view.close?.();
        await backToList(window);
      });
    }
  }
}

async function shootInAllSizes(opened: AppUnderTest, view: string): Promise<void> {
  for (const size of sizes) {
    await setSize(opened, size);
    await shootBoth(opened, view, size);
  }
}

async function shootForcedColours(opened: AppUnderTest, scene: Scene): Promise<void> {
  for (const size of sizes) {
    await setSize(opened, size);
    await shootForced(opened, `${size.width}x${size.height}`);
  }
  await setSize(opened, { width: 1200, height: 800 });
  const window = new MainWindow(opened.page);
  for (const view of views.filter(({ name }) => viewsInForcedColours.includes(name))) {
    await view.open(window, scene);
    await shootForced(opened, view.name);
    await backToList(window);
  }
}

async function shootForced(opened: AppUnderTest, name: string): Promise<void> {
  const { page } = opened;
  for (const theme of themes) {
    await setTheme(opened, theme);
    await page.emulateMedia({ forcedColors: 'active' });
    await shoot(opened, folder, `forced-colours-${name}-${theme}`);
    await page.emulateMedia({ forcedColors: null });
  }
}

async function shootForDocs(opened: AppUnderTest): Promise<void> {
  const images = join(project, 'docs', 'images');
  await mkdir(images, { recursive: true });
  await setSize(opened, { width: 1200, height: 800 });
  await setTheme(opened, 'light');
  const window = new MainWindow(opened.page);
  await openDetails(window, sceneNames.busy, 'overview');
  await expect(window.toasts.getByRole('button')).toHaveCount(0);
  await shoot(opened, folder, 'window');
  await copyFile(join(folder, 'window.png'), join(images, 'window.png'));
}

test('a background host that doesn’t answer any more', async ({ stage, launchApp }) => {
  await mkdir(folder, { recursive: true });
  const scene = await setScene(stage);
  const host = await startHost(stage, { environment: { HCM_EXTRA_CA_CERTS: scene.relay.caFile } });
  const opened = await launchApp({ relay: scene.relay });
  await fillWindow(opened.page, scene);
  host.signal('SIGKILL');
  await host.end();
  await expect(new MainWindow(opened.page).anyButton('Run here')).toBeVisible();
  await shootInAllSizes(opened, 'host-gone');
});
