/** What changes in Azure while a connection works: a key that is regenerated, an endpoint that is renamed. */
import { randomBytes } from 'node:crypto';
import type { Page } from '@playwright/test';
import { replaceKeyDialogTexts } from '../../../electron/contract/messages/texts/add.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import {
  acceptEndpointTexts,
  connectedMarkTexts,
  endpointChangeTexts,
  keyActionTexts,
  keyStateTexts,
} from '../../../electron/contract/messages/texts/keys.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { Target } from '../../fixtures/target.ts';
import { startForward } from '../../fixtures/tunnel.ts';
import { openWithConnection, untilRowIs } from '../fixtures/added-connection.ts';
import { expect, test } from '../fixtures/test.ts';
import { DetailsPane } from '../pages/details-pane.ts';
import { MainWindow } from '../pages/main-window.ts';
import { StringDialog } from '../pages/string-dialog.ts';

const name = 'payroll-sql';

/** A key as Azure makes them. */
function newKey(): string {
  return randomBytes(32).toString('base64');
}

function withKey(connectionString: string, key: string): string {
  return connectionString.replace(/SharedAccessKey=[^;]+/u, `SharedAccessKey=${key}`);
}

function replaceDialog(page: Page, title: string): StringDialog {
  return new StringDialog(page, fillText(title, { name }));
}

test('a key dies in Azure: the other one is in use, and the window says which one to replace', async ({
  launchApp,
  stage,
}) => {
  test.setTimeout(120_000);
  const { relay, opened } = await openWithConnection({ stage, launchApp }, name);
  const first = relay.entity(name).gatewayConnectionString;
  const { page } = opened;
  const window = new MainWindow(page);
  const details = new DetailsPane(page);
  await window.openDetails(name);

  await test.step('a second key is added', async () => {
    await details.button(keyActionTexts.add).click();
    const dialog = replaceDialog(page, replaceKeyDialogTexts.titleAdd);
    const secondaryKey = newKey();
    await relay.fault({ fault: 'keys', entity: name, secondaryKey });
    await dialog.paste(opened, withKey(first, secondaryKey));
    await dialog.button(replaceKeyDialogTexts.add).click();
    await expect(dialog.root).toBeHidden();
    await expect(details.root).toContainText(keyStateTexts.reserve);
  });

  const next = newKey();
  await test.step('the first one is regenerated', async () => {
    await relay.fault({ fault: 'keys', entity: name, primaryKey: next });
    await relay.fault({ fault: 'kick', entity: name });
    await untilRowIs(opened, name, connectedMarkTexts.primaryRefused);
    await expect(details.root).toContainText('Azure refuses the primary key');
    await expect(details.root).toContainText('Refused by Azure since');
  });

  await test.step('a wrong key changes nothing', async () => {
    await details.button(keyActionTexts.replace.primary).first().click();
    const dialog = replaceDialog(page, replaceKeyDialogTexts.title);
    await dialog.paste(opened, withKey(first, newKey()));
    await dialog.button(replaceKeyDialogTexts.replace).press('Enter');
    await expect(dialog.root).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(dialog.root).toBeHidden();
    await expect(window.cell(name, 'status')).toContainText(connectedMarkTexts.primaryRefused);
  });

  await test.step('the new one mends it', async () => {
    await details.button(keyActionTexts.replace.primary).first().click();
    const dialog = replaceDialog(page, replaceKeyDialogTexts.title);
    await dialog.paste(opened, withKey(first, next));
    await dialog.button(replaceKeyDialogTexts.replace).click();
    await expect(dialog.root).toBeHidden();
    await expect(window.cell(name, 'status')).not.toContainText(connectedMarkTexts.primaryRefused);
    await expect(window.cell(name, 'status')).toContainText(azureWordTexts.connected);
  });
});

test('an endpoint changes in Azure: shown, asked about, and only then used', async ({ launchApp, stage }) => {
  test.setTimeout(120_000);
  const { relay, target, opened } = await openWithConnection({ stage, launchApp }, name);
  const { page } = opened;
  const window = new MainWindow(page);
  const details = new DetailsPane(page);
  const other = await Target.start();
  stage.afterwards(() => other.close());
  const sender = await startForward(stage, relay, name);

  const before = await target.open(sender.port);
  await relay.fault({ fault: 'endpoint', entity: name, endpoint: `localhost:${other.port}` });
  await window.openDetails(name);
  await page.keyboard.press('F5');
  await untilRowIs(opened, name, connectedMarkTexts.endpointDiffers);
  const box = details.root.getByRole('region', { name: endpointChangeTexts.calloutTitle });
  await expect(box).toContainText(`localhost:${target.port}`);
  await expect(box).toContainText(`localhost:${other.port}`);
  // Nothing is re-aimed before the yes.
  const still = await target.open(sender.port);

  await box.getByRole('button', { name: endpointChangeTexts.use }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText(`2 open sessions stay with localhost:${target.port}.`);
  await expect(question.getByRole('button', { name: dialogButtonTexts.cancel })).toBeFocused();
  await question.getByRole('button', { name: acceptEndpointTexts.button }).click();
  await expect(box).toBeHidden();

  const after = await other.open(sender.port);
  after.app.write('new');
  await expect.poll(() => String(after.service.read() ?? '')).toBe('new');
  before.app.write('old');
  await expect.poll(() => String(before.service.read() ?? '')).toBe('old');
  for (const { app, service } of [before, still, after]) {
    service.end();
    app.end();
  }
});
