/** Somebody who has nothing yet: the empty window, practice on this computer, and everything gone again. */
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import {
  demoDialogTexts,
  demoStepStateTexts,
  firstRunTexts,
} from '../../../electron/contract/messages/texts/first-run.ts';
import { hostPlainTexts, hostShareTexts } from '../../../electron/contract/messages/texts/host.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { demoSteps } from '../../../electron/contract/shell-api.ts';
import { listConnections } from '../../fixtures/tunnel.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';

test('from nothing to a working practice connection and back', async ({ launchApp, stage }) => {
  const { page } = await launchApp();
  const window = new MainWindow(page);
  const enterManually = page.getByRole('button', { name: firstRunTexts.enterManually });
  const tryIt = page.getByRole('button', { name: firstRunTexts.tryIt });
  const practice = window.dialog(demoDialogTexts.title);
  const address = practice.getByRole('group', { name: demoDialogTexts.url }).getByText(/^http:/);
  const steps = practice.getByRole('list', { name: demoDialogTexts.steps }).getByRole('listitem');

  await test.step('a window without connections says how to get one', async () => {
    await expect(window.header).toHaveText(hostPlainTexts.none.sentence);
    await expect(page.getByRole('heading', { name: firstRunTexts.title })).toBeVisible();
    await expect(page.getByText(firstRunTexts.text)).toBeVisible();
    await expect(enterManually).toBeFocused();
    await expect(page.getByText(firstRunTexts.enterManuallyHint)).toBeVisible();
    await expect(tryIt).toBeVisible();
    await expect(page.getByRole('img', { name: firstRunTexts.drawing })).toBeVisible();
    await expect(window.toolbar).toBeHidden();
    await expect(window.table).toBeHidden();
  });

  await test.step('practice tells each of its steps', async () => {
    await tryIt.click();
    await expect(practice.getByText(demoDialogTexts.intro)).toBeVisible();
    await expect(practice.getByText(demoDialogTexts.goesOn)).toBeVisible();
    await expect(steps).toHaveCount(demoSteps.length);
    for (const step of await steps.all())
      await expect(step).toHaveText(new RegExp(`${demoStepStateTexts.done}$`));
  });

  await test.step('its address answers with what the service says', async () => {
    const url = await address.innerText();
    const answer = await fetch(url);
    expect(answer.status).toBe(200);
    // The service counts: the practice's own request was the first.
    const words = (await answer.text()).trim();
    expect(words).toMatch(/\b2\.$/);
    await expect(steps.last()).toContainText(words.replace(/2\.$/, '1.'));
  });

  await test.step('it is a connection like any other', async () => {
    await practice.getByRole('button', { name: dialogButtonTexts.close, exact: true }).last().click();
    await expect(practice).toBeHidden();
    await expect(window.rows).toHaveCount(1);
    await expect(window.rows.locator('[data-column="status"]')).toContainText(azureWordTexts.connected);
    await expect(window.header).toHaveText(hostShareTexts.allWorking.sentence.one);
    expect(await listConnections(stage)).toHaveLength(1);
  });

  await test.step('ending it leaves nothing', async () => {
    await window.button(toolbarTexts.moreWaysToAdd).click();
    await window.menuItem(toolbarTexts.tryLocalRelay).click();
    await expect(steps).toHaveCount(demoSteps.length);
    const url = await address.innerText();
    await practice.getByRole('button', { name: demoDialogTexts.endPractice }).click();
    await expect(practice).toBeHidden();
    await expect(window.toasts).toContainText(demoDialogTexts.ended);
    await expect(page.getByRole('heading', { name: firstRunTexts.title })).toBeVisible();
    await expect(window.header).toHaveText(hostPlainTexts.none.sentence);
    expect(await listConnections(stage)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  });
});
