/** Another process runs the connections: the window shows them, loses them with that process, and finds them again. */
import { enHeader, enBars } from '../../../electron/contract/messages/en-window.ts';
import { enHostPlain, enHostShares } from '../../../electron/contract/messages/en-host.ts';
import { enAzureWords } from '../../../electron/contract/messages/en-status.ts';
import { listConnections, startHost } from '../../fixtures/tunnel.ts';
import { addInWindow, startBothEnds, untilRowIs } from '../fixtures/added-connection.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';

const name = 'payroll-sql';

test('follows a background host through its end and its return', async ({ launchApp, stage }) => {
  const { relay } = await startBothEnds(stage, name);
  const trust = { environment: { HCM_EXTRA_CA_CERTS: relay.caFile } };
  const host = await startHost(stage, trust);
  const opened = await launchApp({ relay });
  const { page } = opened;
  const window = new MainWindow(page);
  const bars = page.getByRole('group').filter({ hasText: enBars.showLog });

  await test.step('the window attaches to it, and what is added there is the host’s', async () => {
    await expect(page.getByText(enHeader.background)).toBeVisible();
    await addInWindow(opened, relay, name);
    await untilRowIs(opened, name, enAzureWords.connected);
    expect(await listConnections(stage)).toMatchObject([{ name, status: 'Connected' }]);
  });

  await test.step('killed: nothing is known any more', async () => {
    host.signal('SIGKILL');
    await host.end();
    await expect(window.header).toHaveText(enHostPlain.unreachable.sentence);
    await untilRowIs(opened, name, enAzureWords.unknown);
    await expect(bars).toContainText(enBars.ended);
    await expect(window.cell(name, 'sessions')).not.toHaveText('0');
  });

  const next = await test.step('it comes back, and so do its states', async () => {
    const started = await startHost(stage, trust);
    await untilRowIs(opened, name, enAzureWords.connected);
    await expect(bars).toBeHidden();
    await expect(window.header).toHaveText(enHostShares.allWorking.sentence.one);
    return started;
  });

  await test.step('stopped: the app can run the connections itself', async () => {
    next.signal('SIGTERM');
    expect(await next.end()).toMatchObject({ exitCode: 0 });
    await expect(bars).toContainText(enBars.ended);
    await untilRowIs(opened, name, enAzureWords.unknown);
    await window.anyButton(enBars.runHere).click();
    await untilRowIs(opened, name, enAzureWords.connected);
    await expect(page.getByText(enHeader.inThisApp)).toBeVisible();
    await expect(bars).toBeHidden();
    expect(await listConnections(stage)).toMatchObject([{ name, status: 'Connected' }]);
  });
});
