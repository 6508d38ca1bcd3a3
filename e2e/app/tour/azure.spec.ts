/** Pictures of Azure: signing in, choosing in a subscription with something of every kind, and making one there. */
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { configureTexts } from '../../../electron/contract/messages/texts/azure-configure.ts';
import {
  createDialogTexts,
  createFieldTexts,
} from '../../../electron/contract/messages/texts/azure-create.ts';
import { azureSignInPanelTexts } from '../../../electron/contract/messages/texts/azure-sign-in.ts';
import { firstRunTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { toastRegionTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { TestAzure } from '../../azure/test-azure.ts';
import type { Stage } from '../../fixtures/stage.ts';
import { ScriptedBrowser } from '../../azure/scripted-browser.ts';
import { until } from '../../fixtures/until.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect, test } from '../fixtures/test.ts';
import { ConfigureDialog } from '../pages/configure-dialog.ts';
import { MainWindow } from '../pages/main-window.ts';
import { setSize, setTheme, shoot } from '../pages/screenshots.ts';

const project = join(import.meta.dirname, '..', '..', '..');
const folder = process.env['HCM_PICTURES'] ?? join(project, 'out', 'screenshots');
const isForDocs = process.env['HCM_PICTURES_FOR_DOCS'] === '1';

const sizes = [
  { width: 1200, height: 800 },
  { width: 800, height: 600 },
  { width: 400, height: 700 },
] as const;

/** By namespace: names with their endpoints; without one the metadata says nothing. */
const namespaces = {
  'contoso-weu': {
    'payroll-sql': 'sql01.corp.contoso.com:1433',
    'crm-web': 'crm.corp.contoso.com:443',
    'files-sftp': 'sftp.corp.contoso.com:22',
    'reports-db': '',
  },
  'contoso-neu': {
    'stock-api': '10.20.0.14:8080',
    'orders-mq': 'mq01.corp.contoso.com:1414',
    'vm-metadata': '169.254.169.254:80',
  },
} as const;

async function openAzure(
  stage: Stage,
): Promise<{ readonly azure: TestAzure; readonly signIn: () => Promise<void> }> {
  const azure = await TestAzure.start();
  stage.afterwards(() => azure.dispose());
  const { world } = azure;
  const tenant = world.addTenant('Contoso');
  const subscription = world.addSubscription(tenant, 'Production');
  for (const [name, connections] of Object.entries(namespaces)) {
    const location = name.endsWith('neu') ? 'North Europe' : 'West Europe';
    const namespace = await world.addNamespace({ subscription, name, location, hasDataPlane: false });
    for (const [connection, endpoint] of Object.entries(connections))
      namespace.addConnection(
        connection,
        endpoint === '' ? { listenerCount: 0 } : { endpoint, listenerCount: 1 },
      );
  }
  const ada = world.addUser('ada', tenant);
  world.grant(ada, subscription, 'Contributor');
  attachApp(azure, subscription.subscriptionId);
  await writeFile(join(stage.home, 'settings.json'), azure.settingsFile());
  const signIn = async (): Promise<void> => {
    const environment = { HCM_EXTRA_CA_CERTS: azure.caFile };
    const login = stage.start(['login', '--device-code'], { environment });
    const pattern = /Open (\S+) in any browser and type in the code (\S+)\./;
    const look = (): RegExpExecArray | null => pattern.exec(login.errors);
    const [, url = '', code = ''] = (await until('a code', look, (found) => found !== null)) ?? [];
    const { username, password } = ada;
    await new ScriptedBrowser(azure.caPem).visit(url, { user_code: code, username, password });
    expect((await login.end()).exitCode).toBe(0);
  };
  return { azure, signIn };
}

/** Two of them are used, one by two apps. */
function attachApp({ world }: TestAzure, subscriptionId: string): void {
  const plan = world.apps.addPlan({ subscriptionId, name: 'plan-1', tier: 'Standard' });
  const uses = { 'payroll-app': ['payroll-sql'], 'portal-app': ['payroll-sql', 'crm-web'] };
  const namespace = world.namespace('contoso-weu');
  for (const [app, names] of Object.entries(uses)) {
    const site = world.apps.addSite(plan, app);
    for (const relayName of names) {
      const relayArmUri = `${namespace?.id ?? ''}/hybridConnections/${relayName}`;
      const keys = { sendKeyName: 'defaultSender', sendKeyValue: '', serviceBusSuffix: '.localhost' };
      const place = { serviceBusNamespace: 'contoso-weu', hostname: relayName, port: 443 };
      world.apps.attach(site, { ...place, ...keys, relayName, relayArmUri });
    }
  }
}

async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label }).click();
  await dialog.page().getByRole('option').filter({ hasText: option }).first().click();
}

async function shootAll(opened: AppUnderTest, name: string): Promise<void> {
  for (const size of sizes) {
    await setSize(opened, size);
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(opened, theme);
      await shoot(opened, folder, `${name}-${size.width}x${size.height}-${theme}`);
    }
  }
  await setSize(opened, sizes[0]);
  await setTheme(opened, 'light');
}

test('signing in, choosing and making in Azure', async ({ stage, launchApp }) => {
  await mkdir(folder, { recursive: true });
  const { azure, signIn } = await openAzure(stage);
  const opened = await launchApp({ environment: { HCM_EXTRA_CA_CERTS: azure.caFile } });
  const window = new MainWindow(opened.page);
  const dialog = new ConfigureDialog(opened.page);
  const configure = opened.page.getByRole('button', { name: firstRunTexts.configure });
  await configure.click();
  await expect(dialog.root).toContainText(azureSignInPanelTexts.title);
  await dialog.button(azureSignInPanelTexts.moreOptions).click();
  await shootAll(opened, 'sign-in');
  await opened.page.keyboard.press('Escape');
  await signIn();
  await configure.click();
  await expect(dialog.root).toContainText('7 Hybrid Connections', { timeout: 60_000 });
  await expect(dialog.row('payroll-sql')).toContainText('portal-app', { timeout: 60_000 });
  await dialog.tick('payroll-sql').click();
  await dialog.tick('crm-web').click();
  await shootAll(opened, 'configure');
  await dialog.button(configureTexts.save).click();
  await opened.page.getByRole('button', { name: toastRegionTexts.close }).click();
  await window.button(toolbarTexts.moreWaysToAdd).click();
  await window.menuItem(toolbarTexts.createInAzure).click();
  const form = window.dialog(createDialogTexts.title);
  await form.getByLabel(createFieldTexts.name, { exact: true }).fill('invoices-sql');
  await form.getByLabel(createFieldTexts.host).fill('sql02.corp.contoso.com:1433');
  await choose(form, createFieldTexts.app, 'payroll-app');
  await choose(form, createFieldTexts.namespace, 'contoso-weu');
  await shootAll(opened, 'create-in-azure');
  if (!isForDocs) return;
  const images = join(project, 'docs', 'images');
  await mkdir(images, { recursive: true });
  for (const picture of ['sign-in', 'configure', 'create-in-azure'])
    await copyFile(join(folder, `${picture}-1200x800-light.png`), join(images, `${picture}.png`));
});
