/** A relay with several connections goes away: one bar says so, not one for each of them, and it goes by itself. */
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { RelayProcess } from '../../fixtures/relay-process.ts';
import { Target } from '../../fixtures/target.ts';
import { untilRowIs } from '../fixtures/added-connection.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';
import { addAll } from '../tour/fill-window.ts';

const names = ['payroll-sql', 'orders-api', 'crm-files', 'badge-reader', 'print-server'];

test('a relay that is gone is one bar for its five connections', async ({ launchApp, stage }) => {
  const target = await Target.start();
  stage.afterwards(() => target.close());
  const entities = names.map((name) => ({ name, endpoint: `localhost:${target.port}` }));
  const relay = await RelayProcess.start(stage, entities);
  const opened = await launchApp({ relay });
  await addAll(
    opened.page,
    names.map((name) => ({ name, connectionString: relay.entity(name).gatewayConnectionString })),
  );
  for (const name of names) await untilRowIs(opened, name, azureWordTexts.connected);
  const bars = new MainWindow(opened.page).bars;
  await expect(bars).toHaveCount(0);

  relay.process.signal('SIGKILL');
  await relay.process.end();
  for (const name of names) await untilRowIs(opened, name, azureWordTexts.notConnected);
  await expect(bars).toHaveText([/5 connections wait for it and reconnect by themselves\./], {
    timeout: 30_000,
  });

  await RelayProcess.start(stage, entities, { port: relay.port });
  await expect(bars).toHaveCount(0, { timeout: 30_000 });
  for (const name of names) await untilRowIs(opened, name, azureWordTexts.connected);
});
