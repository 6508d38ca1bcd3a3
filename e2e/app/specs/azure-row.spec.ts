/** What a row does in Azure while a session carries bytes through it: its string, its keys, and its end. */
import type { Locator, Page } from '@playwright/test';
import {
  azureAboutTexts,
  azureRowActionTexts,
  deleteInAzureTexts,
  rotateKeyTexts,
  syncKeyTexts,
} from '../../../electron/contract/messages/texts/azure-row.ts';
import { gatewayStringTexts } from '../../../electron/contract/messages/texts/gateway-string.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { AuthorizationRule } from '../../../electron/local-relay/entities.ts';
import type { RelayNamespace } from '../../azure/relay-namespace.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { openAzureWindow, startSender } from '../fixtures/azure-window.ts';
import { expectAlive } from '../fixtures/stream.ts';
import { expect, test } from '../fixtures/test.ts';
import { loadAxe, seriousFindings } from '../pages/axe-findings.ts';
import { DetailsPane } from '../pages/details-pane.ts';
import { MainWindow } from '../pages/main-window.ts';

const name = 'payroll-sql';
const keyPlace = { connectionName: name };

function listenRule(namespace: RelayNamespace): AuthorizationRule {
  const rule = namespace.rules(name)?.find((one) => one.name === 'defaultListener');
  if (rule === undefined) throw new Error('there is no listen rule');
  return rule;
}

/** Boxes of the main process are nobody's to press in a test: they are answered with Yes, and what they said is kept. */
async function sayYes({ app }: AppUnderTest): Promise<void> {
  await app.evaluate(({ dialog }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (...words: readonly unknown[]) => {
      asked.push(words.at(-1));
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
}

function asked({ app }: AppUnderTest): Promise<readonly { readonly message: string }[]> {
  return app.evaluate(() => (globalThis as unknown as { readonly asked: { message: string }[] }).asked);
}

/** By the menu of the row, as a person finds it. */
async function choose(page: Page, action: keyof typeof azureRowActionTexts): Promise<void> {
  await new MainWindow(page).row(name).click({ button: 'right' });
  await page.getByRole('menuitem', { name: azureRowActionTexts.menu, exact: true }).click();
  await page.getByRole('menuitem', { name: azureRowActionTexts[action], exact: true }).click();
}

function inDialog(dialog: Locator, button: string): Locator {
  return dialog.getByRole('button', { name: button, exact: true });
}

test('the string is copied, keys are synced and rotated under a session, and the connection is deleted', async ({
  launchApp,
  stage,
}) => {
  test.setTimeout(180_000);
  const world = await openAzureWindow({ stage, launchApp }, name);
  const { opened, namespace, target } = world;
  const { page } = opened;
  const window = new MainWindow(page);
  const details = new DetailsPane(page);
  const session = await target.open(await startSender(stage, world, name));
  await expectAlive(session);
  await loadAxe(page);
  const expectAccessible = async (what: string): Promise<void> =>
    expect.soft(await seriousFindings(page), what).toEqual([]);

  await test.step('Azure says where it is, when it is asked', async () => {
    await window.openDetails(name);
    const section = details.root.getByRole('region', { name: azureAboutTexts.title });
    await section.getByRole('button', { name: azureAboutTexts.ask }).click();
    await expect(section).toContainText(namespace.facts.resourceGroup);
    await expect(section).toContainText('defaultListener: Listen');
    await expect(section).toContainText(azureAboutTexts.mayChange);
    await expectAccessible('what Azure says');
  });

  await test.step('the string goes to the clipboard and not to the page', async () => {
    await sayYes(opened);
    await choose(page, 'copyGatewayString');
    await expect(page.getByText(fillText(azureRowActionTexts.gatewayCopied, { seconds: 60 }))).toBeVisible();
    expect(await asked(opened)).toMatchObject([{ message: fillText(gatewayStringTexts.question, { name }) }]);
    const text = await opened.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(text).toContain(`SharedAccessKey=${listenRule(namespace).primaryKey}`);
    expect(text).toContain(`EntityPath=${name}`);
    expect(await page.content()).not.toContain(listenRule(namespace).primaryKey);
  });

  await test.step('a key that was regenerated in Azure is fetched', async () => {
    namespace.regenerate(listenRule(namespace), 'primaryKey', keyPlace);
    await choose(page, 'syncKeys');
    const dialog = page.getByRole('alertdialog');
    await inDialog(dialog, syncKeyTexts.button).click();
    await expect(page.getByText(fillText(syncKeyTexts.changedPrimary, { name }))).toBeVisible();
    await expect(dialog).toBeHidden();
    await expectAlive(session);
  });

  await test.step('both keys are rotated to the end', async () => {
    const before = listenRule(namespace);
    await choose(page, 'rotateKeys');
    const dialog = page.getByRole('dialog', { name: fillText(rotateKeyTexts.title, { name }) });
    await expectAccessible('before a rotation');
    await inDialog(dialog, rotateKeyTexts.button).click();
    await expect(dialog).toContainText(rotateKeyTexts.done, { timeout: 60_000 });
    await expect(dialog.locator('[data-state="done"]')).toHaveCount(6);
    await expectAccessible('after a rotation');
    await inDialog(dialog, rotateKeyTexts.close).last().click();
    const after = listenRule(namespace);
    expect(after.primaryKey).not.toBe(before.primaryKey);
    expect(after.secondaryKey).not.toBe(before.secondaryKey);
    await expectAlive(session);
  });

  await test.step('it is deleted, here and in Azure, once its name is typed', async () => {
    await choose(page, 'deleteInAzure');
    const dialog = page.getByRole('alertdialog');
    const button = inDialog(dialog, deleteInAzureTexts.button);
    await expect(button).toBeDisabled();
    await expectAccessible('before deleting');
    await dialog.getByRole('textbox').fill(name);
    await button.click();
    await expect(dialog).toBeHidden({ timeout: 30_000 });
    await expect(window.row(name)).toBeHidden();
    expect(namespace.connection(name)).toBeUndefined();
  });

  session.service.destroy();
  session.app.destroy();
});
