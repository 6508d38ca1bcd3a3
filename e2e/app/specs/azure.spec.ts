/** Choosing in Azure, from the first button of an empty window to bytes through both connections. */
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { configureNoteTexts } from '../../../electron/contract/messages/texts/azure-configure.ts';
import {
  configureTexts,
  configureHelpPanelTexts,
} from '../../../electron/contract/messages/texts/azure-configure.ts';
import {
  azureAccountTexts,
  azureSignInPanelTexts,
  azureWaitingTexts,
} from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { firstRunTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { SecretSearch } from '../../fixtures/secret-search.ts';
import type { Stage } from '../../fixtures/stage.ts';
import { untilRowIs } from '../fixtures/added-connection.ts';
import { AzureForWindow } from '../fixtures/azure-for-window.ts';
import { expectAlive } from '../fixtures/stream.ts';
import { expect, test } from '../fixtures/test.ts';
import { ConfigureDialog } from '../pages/configure-dialog.ts';
import { MainWindow } from '../pages/main-window.ts';

const token = /eyJ[\w-]{20,}\.[\w-]+\./u;

test('a person signs in, ticks two, saves, and signs out: both connect and go on', async ({
  stage,
  launchApp,
}) => {
  test.setTimeout(180_000);
  const azure = await AzureForWindow.open(stage);
  const ada = azure.addUser('ada', 'Contributor');
  const opened = await launchApp({ environment: azure.environment });
  const { page } = opened;
  const window = new MainWindow(page);
  const dialog = new ConfigureDialog(page);
  const search = new SecretSearch(azure.secrets([ada]));
  const seen: string[] = [];
  const look = async (): Promise<void> => void seen.push(await everythingIn(page));

  await test.step('she signs in in her browser', async () => {
    await page.getByRole('button', { name: firstRunTexts.configure }).click();
    await expect(dialog.root).toContainText(azureSignInPanelTexts.title);
    await dialog.button(azureSignInPanelTexts.signIn).click();
    await expect(dialog.root).toContainText(azureWaitingTexts.browser);
    const url = await azure.openedPage();
    await look();
    expect(azure.pastProxy).toBe(0);
    await azure.visit(url, ada);
    await expect(dialog.root).toContainText(ada.username);
  });
  const ofBrowser = azure.pastProxy;

  await test.step('the only subscription is chosen; two of it are ticked and saved', async () => {
    await expect(dialog.subscription).toHaveValue('Production');
    await expect(dialog.root).toContainText('2 Hybrid Connections, 2 can be added');
    await expect(dialog.row('sql')).toContainText(`localhost:${azure.target.port}`);
    await dialog.tick('sql').click();
    await dialog.tick('web').click();
    await look();
    await dialog.button(configureTexts.save).click();
    await expect(dialog.root).toBeHidden();
    await untilRowIs(opened, 'sql', azureWordTexts.connected);
    await untilRowIs(opened, 'web', azureWordTexts.connected);
    await expect(window.header).toContainText('2');
  });

  const sessions = await test.step('bytes go through both', async () => {
    const ports = [];
    for (const name of ['sql', 'web']) ports.push(await startForward(stage, azure, name));
    const open = [];
    for (const port of ports) open.push(await azure.target.open(port));
    for (const session of open) await expectAlive(session);
    return open;
  });

  await test.step('she signs out, and they go on', async () => {
    await window.button(toolbarTexts.moreWaysToAdd).click();
    await window.menuItem(toolbarTexts.accounts).click();
    const accounts = window.dialog(azureAccountTexts.title);
    await accounts
      .getByRole('button', { name: fillText(azureAccountTexts.signOutOf, { name: ada.username }) })
      .click();
    await expect(accounts).toContainText(azureAccountTexts.none);
    await look();
    await accounts.getByRole('button', { name: dialogButtonTexts.close, exact: true }).last().click();
    for (const session of sessions) await expectAlive(session);
    await expect(window.cell('sql', 'status')).toContainText(azureWordTexts.connected);
  });

  await test.step('nothing went to another host, or past the proxy', () => {
    const { hosts, allowed } = azure.dialled;
    expect([...hosts].sort()).toEqual([...allowed].sort());
    expect(azure.pastProxy).toBe(ofBrowser);
    expect(ofBrowser).toBeGreaterThan(0);
  });

  for (const { app, service } of sessions) {
    app.destroy();
    service.destroy();
  }
  // With open sessions the app would ask before it quits.
  for (const name of ['sql', 'web']) await expect(window.cell(name, 'sessions')).toHaveText('0');
  await opened.stop();
  const texts = [...seen, opened.written];
  expect(texts.flatMap((text) => search.look('page or output', text))).toEqual([]);
  expect(texts.filter((text) => token.test(text))).toEqual([]);
  const inHome = await search.lookInFolder(stage.home);
  expect(inHome.findings).toEqual([]);
  expect(inHome.files).toBeGreaterThan(5);
});

test('a Reader signs in by a code, sees what is there, and learns what she lacks', async ({
  stage,
  launchApp,
}) => {
  test.setTimeout(120_000);
  const azure = await AzureForWindow.open(stage);
  const bea = azure.addUser('bea', 'Reader');
  const { page } = await launchApp({ environment: azure.environment });
  const dialog = new ConfigureDialog(page);
  await page.getByRole('button', { name: firstRunTexts.configure }).click();
  await dialog.button(azureSignInPanelTexts.deviceCode).click();
  const code = await dialog.root.locator('[data-device-code]').innerText();
  const url = await dialog.root.locator('[data-device-page]').innerText();
  await azure.visit(url, bea, { user_code: code });
  await expect(dialog.root).toContainText('2 Hybrid Connections, 0 can be added');
  await expect(dialog.tick('sql')).toBeDisabled();
  await dialog.row('sql').focus();
  await page.keyboard.press('Enter');
  const help = dialog.root.getByRole('status', { name: 'sql' });
  await expect(help).toContainText(
    fillText(configureHelpPanelTexts.title, { name: 'sql', note: configureNoteTexts.noKeyPermission }),
  );
  await expect(help).toContainText('authorizationRules/listKeys/action');
  await expect(help).toContainText(`az role assignment create --assignee ${bea.username}`);
  await expect(dialog.button(configureTexts.save)).toBeDisabled();
});

const listening = z.object({ event: z.literal('listening'), address: z.string() });

/** @returns the port for apps. */
async function startForward(stage: Stage, azure: AzureForWindow, name: string): Promise<number> {
  const words = ['forward', '-', '--port', '0', '--output', 'json', '--ca-file', azure.caFile];
  const forward = stage.start(words, { input: azure.sendString(name) });
  const { address } = await forward.report(
    'the sender listens',
    (report) => listening.safeParse(report).data,
  );
  return Number(address.slice(address.lastIndexOf(':') + 1));
}

/** Markup, and what is in the fields. */
function everythingIn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll('input')].map(({ value }) => value);
    return [document.documentElement.outerHTML, document.documentElement.innerText, ...fields].join('\n');
  });
}
