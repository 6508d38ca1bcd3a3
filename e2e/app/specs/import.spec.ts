/** Import…: files of both old managers, from the first look to rows that are Connected. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstRunTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { RelayProcess } from '../../fixtures/relay-process.ts';
import { Target } from '../../fixtures/target.ts';
import { untilRowIs } from '../fixtures/added-connection.ts';
import { expect, test } from '../fixtures/test.ts';
import { ImportDialog } from '../pages/import-dialog.ts';

const biztalk =
  'Endpoint=hc://contoso.hybrid.biztalk.windows.net/legacy;SharedAccessKeyName=l;SharedAccessKey=bWFkZS11cA==';

interface Parts {
  readonly Endpoint: string;
  readonly SharedAccessKeyName: string;
  readonly SharedAccessKey: string;
}

function partsOf(connectionString: string): Parts {
  const parts = connectionString.split(';').map((part) => {
    const end = part.indexOf('=');
    return [part.slice(0, end), part.slice(end + 1)] as const;
  });
  return Object.fromEntries(parts) as unknown as Parts;
}

/** As the older manager writes it: with the name in the Endpoint. */
function folded(connectionString: string, name: string): string {
  const { Endpoint, SharedAccessKeyName, SharedAccessKey } = partsOf(connectionString);
  const address = `${Endpoint.replace(/\/$/u, '')}/${name}`;
  return `Endpoint=${address};SharedAccessKeyName=${SharedAccessKeyName};SharedAccessKey=${SharedAccessKey}`;
}

test('files of both old managers are previewed, verified and switched to', async ({ stage, launchApp }) => {
  test.setTimeout(120_000);
  const target = await Target.start();
  stage.afterwards(() => target.close());
  const endpoint = `localhost:${target.port}`;
  const relay = await RelayProcess.start(
    stage,
    ['payroll', 'orders', 'ledger'].map((name) => ({ name, endpoint })),
  );
  const stringOf = (name: string): string => relay.entity(name).gatewayConnectionString;
  const wrongKey = stringOf('ledger').replace(/SharedAccessKey=[^;]+/u, 'SharedAccessKey=bWFkZS11cA==');
  const elements = [stringOf('payroll'), folded(stringOf('orders'), 'orders'), wrongKey, biztalk, 'nonsense']
    .map((text) => `<hybridConnection connectionString="${text}" />`)
    .join('\n');
  const oldConfig = join(stage.folder, 'Microsoft.HybridConnectionManager.Listener.exe.config');
  await writeFile(
    oldConfig,
    `<configuration><hybridConnections><connectionStrings>${elements}</connectionStrings></hybridConnections></configuration>`,
  );
  const opened = await launchApp({ relay });
  const { page } = opened;
  const dialog = new ImportDialog(page);

  await test.step('the older manager’s file: what it does', async () => {
    await page.getByRole('button', { name: firstRunTexts.import }).click();
    await dialog.choose(opened, oldConfig);
    await expect(dialog.summary).toHaveText('4 of 5 entries can be imported.');
    await expect(dialog.row('legacy')).toContainText('Add as Discontinued');
    await expect(dialog.row('Entry without a name')).toContainText(/Can’t be used.*HCM10\d\d/u);
    await expect(dialog.tick('payroll')).toBeChecked();
  });

  await test.step('verified: Azure refuses one', async () => {
    await dialog.button('Verify').click();
    await expect(dialog.summary).toHaveText('Verified 2 of 3 connections.');
    await expect(dialog.row('payroll')).toContainText(endpoint);
    await expect(dialog.row('orders')).toContainText('Azure and the endpoint answer');
    await expect(dialog.row('ledger')).toContainText(/Not verified.*HCM2020/u);
    await expect(dialog.tick('ledger')).not.toBeChecked();
  });

  await test.step('switched: the rows connect', async () => {
    await dialog.button('Import 3 connections').click();
    await expect(dialog.summary).toHaveText('3 connections are imported. 2 entries aren’t.');
    await expect(dialog.root).toContainText('Stop-Service HybridConnectionManager');
    await expect(dialog.row('payroll')).toContainText(`Imported: ${azureWordTexts.connected}`);
    await dialog.close();
    await untilRowIs(opened, 'payroll', azureWordTexts.connected);
    await untilRowIs(opened, 'orders', azureWordTexts.connected);
    await untilRowIs(opened, 'legacy', azureWordTexts.discontinued);
  });

  await test.step('the newer manager’s file, from the application menu', async () => {
    const entries = ['payroll', 'ledger'].map((name) => {
      const { Endpoint, SharedAccessKeyName, SharedAccessKey } = partsOf(stringOf(name));
      return {
        Name: name,
        Uri: `${Endpoint}${name}`,
        KeyName: SharedAccessKeyName,
        KeyValue: SharedAccessKey,
      };
    });
    const connections = join(stage.folder, 'connections.json');
    await writeFile(connections, JSON.stringify(entries));
    await opened.app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      items.find(({ label }) => label === 'Import…')?.click();
    });
    await dialog.choose(opened, connections);
    await expect(dialog.summary).toHaveText('1 of 2 entries can be imported.');
    await expect(dialog.row('payroll')).toContainText('Already there');
    await dialog.button('Verify').click();
    await dialog.button('Import 1 connection').click();
    await expect(dialog.summary).toHaveText('1 connection is imported.');
    await page.keyboard.press('Escape');
    await expect(dialog.root).toBeHidden();
    await untilRowIs(opened, 'ledger', azureWordTexts.connected);
  });
});
