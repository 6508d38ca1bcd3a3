/** Made in Azure from the window, with its namespace and an app that then reaches the service; and taken from the app again. */
import type { Locator } from '@playwright/test';
import {
  appsDialogTexts,
  createDialogTexts,
  createFieldTexts,
  createLineTexts,
  createSummaryTexts,
} from '../../../electron/contract/messages/texts/azure-create.ts';
import { azureRowActionTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { Site, SiteRelay } from '../../azure/app-service.ts';
import type { Stage } from '../../fixtures/stage.ts';
import { untilRowIs } from '../fixtures/added-connection.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { openAzureWindow, type AzureWindow } from '../fixtures/azure-window.ts';
import { expectAlive } from '../fixtures/stream.ts';
import { expect, test } from '../fixtures/test.ts';
import { loadAxe, seriousFindings } from '../pages/axe-findings.ts';
import { DetailsPane } from '../pages/details-pane.ts';
import { MainWindow } from '../pages/main-window.ts';
import { setTheme } from '../pages/screenshots.ts';

const name = 'invoices-sql';
const namespace = 'made-namespace';
const group = 'made-group';

/** An app's way in, with nothing but what the app was told. @returns where it connects to */
function startApp(stage: Stage, { azure }: AzureWindow, relay: SiteRelay): Promise<number> {
  const host = azure.world.namespace(relay.serviceBusNamespace)?.host ?? '';
  const { sendKeyName, sendKeyValue, relayName } = relay;
  const input = `Endpoint=sb://${host}/;SharedAccessKeyName=${sendKeyName};SharedAccessKey=${sendKeyValue};EntityPath=${relayName}`;
  const words = ['forward', '-', '--port', '0', '--output', 'json', '--ca-file', azure.caFile];
  return stage.start(words, { input }).report('the app’s side listens', (report) => {
    const { event, address = '' } = report as { readonly event?: string; readonly address?: string };
    return event === 'listening' ? Number(address.slice(address.lastIndexOf(':') + 1)) : undefined;
  });
}

function relayOf({ azure }: AzureWindow, site: Site): SiteRelay {
  const relay = azure.world.apps.relay(site, namespace, name);
  if (relay === undefined) throw new Error('the app isn’t attached');
  return relay;
}

async function expectAccessible(opened: AppUnderTest): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(opened, theme);
    expect(await seriousFindings(opened.page), theme).toEqual([]);
  }
}

async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label }).click();
  await dialog.page().getByRole('option').filter({ hasText: option }).click();
}

test('a Hybrid Connection is made with its namespace for an app, carries bytes, and is detached', async ({
  launchApp,
  stage,
}) => {
  test.setTimeout(180_000);
  const world = await openAzureWindow({ stage, launchApp }, 'payroll-sql');
  const { azure, opened, target } = world;
  const { apps } = azure.world;
  const { subscriptionId } = world.namespace.facts;
  const shop = apps.addSite(apps.addPlan({ subscriptionId, name: 'shop-plan', tier: 'Basic' }), 'shop');
  apps.addSite(apps.addPlan({ subscriptionId, name: 'free', tier: 'Free' }), 'blog');
  const window = new MainWindow(opened.page);
  const details = new DetailsPane(opened.page);

  await loadAxe(opened.page);

  await test.step('what is asked for is told before it is made', async () => {
    await window.button(toolbarTexts.moreWaysToAdd).click();
    await window.menuItem(toolbarTexts.createInAzure).click();
    const dialog = window.dialog(createDialogTexts.title);
    await dialog.getByLabel(createFieldTexts.name, { exact: true }).fill(name);
    // Both at once, as it stands in other programs.
    await dialog.getByLabel(createFieldTexts.host).fill(`localhost:${target.port}`);
    await expect(dialog.getByLabel(createFieldTexts.port)).toHaveValue(String(target.port));
    await choose(dialog, createFieldTexts.app, 'shop');
    await dialog.getByRole('radio', { name: createFieldTexts.new }).check();
    await dialog.getByLabel(createFieldTexts.namespaceName).fill(namespace);
    await dialog.getByRole('combobox', { name: createFieldTexts.group }).fill(group);
    await expect(dialog.getByText(createFieldTexts.groupNew)).toBeVisible();
    await choose(dialog, createFieldTexts.region, 'North Europe');
    const summary = fillText(createSummaryTexts.namespace, { namespace, region: 'North Europe', group });
    await expect(dialog.getByText(summary)).toBeVisible();
    await dialog.getByRole('button', { name: createLineTexts.title }).click();
    await expectAccessible(opened);
    await dialog.getByRole('button', { name: createDialogTexts.create, exact: true }).click();
    await expect(dialog).toBeHidden({ timeout: 60_000 });
  });

  await test.step('its row is Connected, its details are open, and the app reaches the service', async () => {
    await expect(details.title).toHaveText(name);
    await untilRowIs(opened, name, azureWordTexts.connected);
    expect(azure.world.namespace(namespace)?.facts).toMatchObject({
      resourceGroup: group,
      location: 'North Europe',
    });
    const session = await target.open(await startApp(stage, world, relayOf(world, shop)));
    await expectAlive(session);
    session.app.end();
    session.service.end();
  });

  await test.step('the app is detached, and told so in Azure', async () => {
    await window.row(name).click({ button: 'right' });
    await window.menuItem(azureRowActionTexts.menu).click();
    await window.menuItem(azureRowActionTexts.appsInAzure).click();
    const dialog = window.dialog(fillText(appsDialogTexts.title, { name }));
    const line = dialog.getByRole('listitem').filter({ hasText: 'shop-plan' });
    await expect(line).toContainText(appsDialogTexts.attached);
    await expectAccessible(opened);
    await line.getByRole('button', { name: fillText(appsDialogTexts.detachApp, { app: 'shop' }) }).click();
    expect(apps.relay(shop, namespace, name)).toBeDefined();
    await line.getByRole('button', { name: appsDialogTexts.detachNow, exact: true }).click();
    const attach = line.getByRole('button', { name: fillText(appsDialogTexts.attachApp, { app: 'shop' }) });
    await expect(attach).toBeFocused();
    expect(apps.relay(shop, namespace, name)).toBeUndefined();
    await dialog.page().keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(window.cell(name, 'status')).toContainText(azureWordTexts.connected);
  });
});
