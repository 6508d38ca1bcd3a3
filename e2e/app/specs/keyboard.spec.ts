/** Someone who uses no mouse, from the first start to an empty window again. */
import type { Locator, Page } from '@playwright/test';
import { actionLabelTexts } from '../../../electron/contract/messages/texts/actions.ts';
import { addDialogTexts, addHeadingTexts } from '../../../electron/contract/messages/texts/add.ts';
import { detailsPaneTexts } from '../../../electron/contract/messages/texts/details.ts';
import { dialogButtonTexts, removeTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { firstRunTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { shortcutSheetTexts } from '../../../electron/contract/messages/texts/help.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { RelayProcess } from '../../fixtures/relay-process.ts';
import { Target } from '../../fixtures/target.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';

test('everything that matters is done by keys', async ({ stage, launchApp }) => {
  const target = await Target.start();
  stage.afterwards(() => target.close());
  const entities = ['alpha', 'beta'].map((name) => ({ name, endpoint: target.endpoint }));
  const relay = await RelayProcess.start(stage, entities);
  const opened = await launchApp({ relay });
  const { page } = opened;
  const window = new MainWindow(page);
  const { keyboard } = page;
  const dialog = page.locator('[role=dialog], [role=alertdialog]');
  const details = page.locator('[data-region=details]');
  const alpha = window.row('alpha');
  const beta = window.row('beta');

  await test.step('the first connection, from the first thing that has the focus', async () => {
    await expect(page.getByRole('button', { name: firstRunTexts.enterManually })).toBeFocused();
    await keyboard.press('Enter');
    await expect(dialog.getByRole('textbox', { name: addDialogTexts.field })).toBeFocused();
    await paste(opened, relay.entity('alpha').gatewayConnectionString);
    await expect(dialog.getByText(addHeadingTexts.readyAdd)).toBeVisible();
    await expectTrapped(page, dialog);
    await tabTo(page, dialog.getByRole('button', { name: addDialogTexts.add, exact: true }));
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(alpha).toHaveAccessibleName(/connected/i);
  });

  await test.step('another one by its key, added from inside the field', async () => {
    await keyboard.press('Control+Shift+N');
    await expect(dialog.getByRole('textbox', { name: addDialogTexts.field })).toBeFocused();
    await paste(opened, relay.entity('beta').gatewayConnectionString);
    await expect(dialog.getByText(addHeadingTexts.readyAdd)).toBeVisible();
    await keyboard.press('Control+Enter');
    await expect(dialog).toBeHidden();
    await expect(beta).toHaveAccessibleName(/connected/i);
  });

  await test.step('F6 goes through the parts of the window, Shift+F6 back', async () => {
    await walkTo(page, 'table', 'F6');
    await keyboard.press('F6');
    expect(await regionWithFocus(page)).toBe('header');
    await keyboard.press('F6');
    expect(await regionWithFocus(page)).toBe('toolbar');
    await keyboard.press('Shift+F6');
    expect(await regionWithFocus(page)).toBe('header');
    await keyboard.press('Shift+F6');
    expect(await regionWithFocus(page)).toBe('table');
  });

  await test.step('rows, details and their tabs', async () => {
    await keyboard.press('End');
    await expect(beta).toBeFocused();
    await keyboard.press('ArrowUp');
    await expect(alpha).toBeFocused();
    await keyboard.press('Enter');
    await expect(details.getByRole('heading', { name: 'alpha', exact: true })).toBeFocused();
    await tabTo(page, details.getByRole('tab', { name: detailsPaneTexts.overview }));
    for (const tab of ['sessions', 'activity', 'log'] as const) {
      await keyboard.press('ArrowRight');
      const chosen = details.getByRole('tab', { name: detailsPaneTexts[tab] });
      await expect(chosen).toBeFocused();
      await expect(chosen).toHaveAttribute('aria-selected', 'true');
    }
    await walkTo(page, 'table', 'Shift+F6');
    await expect(alpha).toBeFocused();
  });

  await test.step('stops and starts by the row’s menu', async () => {
    await chooseByKeys(page, actionLabelTexts.stop);
    await expect(alpha).toHaveAccessibleName(/stopped/i);
    await expect(alpha).toBeFocused();
    await chooseByKeys(page, actionLabelTexts.start);
    await expect(alpha).toHaveAccessibleName(/connected/i);
  });

  await test.step('Esc in the filter: first empty, then back to the table', async () => {
    await keyboard.press('Control+f');
    await expect(window.filter).toBeFocused();
    await keyboard.type('alp');
    await expect(window.rows).toHaveCount(1);
    await keyboard.press('Escape');
    await expect(window.rows).toHaveCount(2);
    await expect(window.filter).toBeFocused();
    await keyboard.press('Escape');
    expect(await regionWithFocus(page)).toBe('table');
    // Neither of them was meant for the details.
    await expect(details).toBeVisible();
  });

  await test.step('Esc then closes the details, and after that clears the selection', async () => {
    await expect(alpha).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Escape');
    await expect(details).toBeHidden();
    await expect(alpha).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Escape');
    await expect(alpha).toHaveAttribute('aria-selected', 'false');
  });

  await test.step('a dialog keeps the focus and gives it back', async () => {
    await keyboard.press('Home');
    await expect(alpha).toBeFocused();
    await keyboard.press('?');
    await expect(window.dialog(shortcutSheetTexts.title)).toBeVisible();
    await expectTrapped(page, dialog);
    await keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(alpha).toBeFocused();
  });

  await test.step('removing asks first, with Cancel as the way out', async () => {
    const cancel = dialog.getByRole('button', { name: dialogButtonTexts.cancel });
    await keyboard.press('Delete');
    await expect(dialog).toContainText(fillText(removeTexts.title.one, { name: 'alpha' }));
    await expect(cancel).toBeFocused();
    await keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(window.rows).toHaveCount(2);
    await expect(alpha).toBeFocused();

    await keyboard.press('Delete');
    await expect(cancel).toBeFocused();
    await tabTo(page, dialog.getByRole('button', { name: removeTexts.button, exact: true }));
    await keyboard.press('Enter');
    await expect(alpha).toBeHidden();
    await expect(window.rows).toHaveCount(1);
  });

  await test.step('after the last one the window begins anew', async () => {
    await walkTo(page, 'table', 'F6');
    await expect(beta).toBeFocused();
    await keyboard.press('Delete');
    await tabTo(page, dialog.getByRole('button', { name: removeTexts.button, exact: true }));
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: firstRunTexts.enterManually })).toBeFocused();
  });
  expect(opened.consoleProblems).toEqual([]);
});

async function paste({ app, page }: AppUnderTest, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
}

/** By Tab alone; fails when it doesn't come there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 20; presses += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(wanted)) return;
  }
  await expect(wanted).toBeFocused({ timeout: 1 });
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluate((element) => element === document.activeElement);
}

async function expectTrapped(page: Page, dialog: Locator): Promise<void> {
  for (let presses = 0; presses < 12; presses += 1) {
    await page.keyboard.press(presses < 8 ? 'Tab' : 'Shift+Tab');
    const isInside = await dialog.evaluate((element) => {
      const { activeElement } = document;
      // Fluent puts stops of its own at the ends, which lead round.
      return element.contains(activeElement) || activeElement?.hasAttribute('data-tabster-dummy') === true;
    });
    expect(isInside, `after ${presses + 1} presses`).toBe(true);
  }
}

function regionWithFocus(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.closest('[data-region]')?.getAttribute('data-region') ?? null,
  );
}

async function walkTo(page: Page, region: string, key: 'F6' | 'Shift+F6'): Promise<void> {
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press(key);
    if ((await regionWithFocus(page)) === region) return;
  }
  expect(await regionWithFocus(page)).toBe(region);
}

/** In the menu of the row that has the focus. */
async function chooseByKeys(page: Page, label: string): Promise<void> {
  await page.keyboard.press('Shift+F10');
  const item = page.getByRole('menuitem', { name: label, exact: true });
  await expect(item).toBeVisible();
  for (let presses = 0; presses < 15 && !(await hasFocus(item)); presses += 1) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(item).toBeFocused();
  await page.keyboard.press('Enter');
}
