/** A desktop without a tray: closing the window would leave nothing to come back to, so it says so, and quits. */
import { once } from 'node:events';
import { closingTexts } from '../../../electron/contract/messages/texts/closing.ts';
import { within } from '../../fixtures/until.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';

test('without a tray closing asks first, and then quits', async ({ launchApp }) => {
  const { app, page } = await launchApp();
  const dialog = new MainWindow(page).dialog(closingTexts.titleQuits);
  const close = (): Promise<void> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await close();
  await expect(dialog).toContainText(closingTexts.quits);
  await expect(dialog.getByRole('button', { name: closingTexts.keepOpen })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await close();
  await expect(dialog).toBeVisible();
  const exited = once(app.process(), 'exit');
  await dialog.getByRole('button', { name: closingTexts.quit }).click();
  expect(await within('the app ends', exited)).toEqual([0, null]);
});
