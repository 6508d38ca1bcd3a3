/** Help in the window: each topic by mouse and by keyboard, and where a warning leads to it. */
import { helpFrameTexts, helpTopicTexts } from '../../../electron/contract/messages/texts/help-topics.ts';
import { shortcutSheetTexts } from '../../../electron/contract/messages/texts/help.ts';
import { testTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { headerTexts } from '../../../electron/contract/messages/texts/window.ts';
import { expect, test } from '../fixtures/test.ts';
import { loadAxe, seriousFindings } from '../pages/axe-findings.ts';
import { MainWindow } from '../pages/main-window.ts';

test('Help opens by its key and its menu, shows every topic, and gives the list back', async ({
  launchApp,
}) => {
  const { page } = await launchApp();
  const { keyboard } = page;
  const window = new MainWindow(page);
  await expect(window.anyButton(headerTexts.help)).toBeVisible();
  const before = await window.header.innerText();

  await keyboard.press('F1');
  await expect(window.header).toHaveText(helpFrameTexts.title);
  await expect(window.header).toBeFocused();
  await loadAxe(page);
  const topics = page.getByRole('navigation', { name: helpFrameTexts.topics });
  for (const { title } of Object.values(helpTopicTexts)) {
    const topic = topics.getByRole('button', { name: title, exact: true });
    await topic.click();
    await expect(topic).toHaveAttribute('aria-current', 'page');
    await expect(page.getByRole('heading', { level: 2, name: title, exact: true })).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  }

  await test.step('F6 goes round in the page, ? shows the keys above it', async () => {
    await keyboard.press('F6');
    await keyboard.press('F6');
    await keyboard.press('?');
    await expect(window.dialog(shortcutSheetTexts.title)).toBeVisible();
    await keyboard.press('Escape');
    await expect(window.dialog(shortcutSheetTexts.title)).toBeHidden();
    await expect(window.header).toHaveText(helpFrameTexts.title);
  });

  await keyboard.press('Escape');
  await expect(window.header).toHaveText(before);
  await window.anyButton(headerTexts.help).click();
  await page.getByRole('menuitem', { name: headerTexts.help }).first().click();
  await expect(window.header).toHaveText(helpFrameTexts.title);
  await window.anyButton(helpFrameTexts.back).click();
  await expect(window.header).toHaveText(before);
});

test('a port that can’t be tunnelled is warned of, and Help says more in its place', async ({
  launchApp,
}) => {
  const { page } = await launchApp();
  const window = new MainWindow(page);
  await expect(window.anyButton(headerTexts.help)).toBeVisible();
  await page.keyboard.press('Control+t');
  const dialog = window.dialog(testTexts.title);
  const field = dialog.getByRole('textbox');
  await field.fill('files.corp.contoso.com:445');
  await expect(dialog).toContainText('SMB');
  await dialog.getByRole('button', { name: helpFrameTexts.notSupportedLink }).click();
  await expect(dialog).toContainText('UDP');
  await expect(field).toHaveValue('files.corp.contoso.com:445');
  await field.fill('sql01.corp.contoso.com:1433');
  await expect(dialog).not.toContainText('SMB');
});
