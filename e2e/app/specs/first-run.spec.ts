/** Somebody who has nothing yet: the empty window, practice on this computer, and everything gone again. */
import { enDialogButtons } from '../../../electron/contract/messages/en-dialogs.ts';
import {
  enDemoDialog,
  enDemoStepStates,
  enFirstRun,
} from '../../../electron/contract/messages/en-first-run.ts';
import { enHostPlain, enHostShares } from '../../../electron/contract/messages/en-host.ts';
import { enAzureWords } from '../../../electron/contract/messages/en-status.ts';
import { enToolbar } from '../../../electron/contract/messages/en-toolbar.ts';
import { demoSteps } from '../../../electron/contract/shell-api.ts';
import { listConnections } from '../../fixtures/tunnel.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';

test('from nothing to a working practice connection and back', async ({ launchApp, stage }) => {
  const { page } = await launchApp();
  const window = new MainWindow(page);
  const enterManually = page.getByRole('button', { name: enFirstRun.enterManually });
  const tryIt = page.getByRole('button', { name: enFirstRun.tryIt });
  const practice = window.dialog(enDemoDialog.title);
  const address = practice.getByRole('group', { name: enDemoDialog.url }).getByText(/^http:/);
  const steps = practice.getByRole('list', { name: enDemoDialog.steps }).getByRole('listitem');

  await test.step('a window without connections says how to get one', async () => {
    await expect(window.header).toHaveText(enHostPlain.none.sentence);
    await expect(page.getByRole('heading', { name: enFirstRun.title })).toBeVisible();
    await expect(page.getByText(enFirstRun.text)).toBeVisible();
    await expect(enterManually).toBeFocused();
    await expect(page.getByText(enFirstRun.enterManuallyHint)).toBeVisible();
    await expect(tryIt).toBeVisible();
    await expect(page.getByRole('img', { name: enFirstRun.drawing })).toBeVisible();
    await expect(window.toolbar).toBeHidden();
    await expect(window.table).toBeHidden();
  });

  await test.step('practice tells each of its steps', async () => {
    await tryIt.click();
    await expect(practice.getByText(enDemoDialog.intro)).toBeVisible();
    await expect(practice.getByText(enDemoDialog.goesOn)).toBeVisible();
    await expect(steps).toHaveCount(demoSteps.length);
    for (const step of await steps.all())
      await expect(step).toHaveText(new RegExp(`${enDemoStepStates.done}$`));
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
    await practice.getByRole('button', { name: enDialogButtons.close, exact: true }).last().click();
    await expect(practice).toBeHidden();
    await expect(window.rows).toHaveCount(1);
    await expect(window.rows.locator('[data-column="status"]')).toContainText(enAzureWords.connected);
    await expect(window.header).toHaveText(enHostShares.allWorking.sentence.one);
    expect(await listConnections(stage)).toHaveLength(1);
  });

  await test.step('ending it leaves nothing', async () => {
    await window.button(enToolbar.moreWaysToAdd).click();
    await window.menuItem(enToolbar.tryLocalRelay).click();
    await expect(steps).toHaveCount(demoSteps.length);
    const url = await address.innerText();
    await practice.getByRole('button', { name: enDemoDialog.endPractice }).click();
    await expect(practice).toBeHidden();
    await expect(window.toasts).toContainText(enDemoDialog.ended);
    await expect(page.getByRole('heading', { name: enFirstRun.title })).toBeVisible();
    await expect(window.header).toHaveText(enHostPlain.none.sentence);
    expect(await listConnections(stage)).toEqual([]);
    await expect(fetch(url)).rejects.toThrow();
  });
});
