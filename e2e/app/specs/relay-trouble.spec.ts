/** Azure goes away and comes back: what the window says meanwhile, and that nobody has to do anything. */
import { hostShareTexts } from '../../../electron/contract/messages/texts/host.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { describeError } from '../../../electron/contract/messages/describe-error.ts';
import { RelayProcess } from '../../fixtures/relay-process.ts';
import { startForward } from '../../fixtures/tunnel.ts';
import { openWithConnection, untilRowIs } from '../fixtures/added-connection.ts';
import { expect, test } from '../fixtures/test.ts';
import { DetailsPane } from '../pages/details-pane.ts';
import { MainWindow } from '../pages/main-window.ts';

const name = 'payroll-sql';

test('connects again by itself when the relay is back', async ({ launchApp, stage }) => {
  const { target, relay, opened } = await openWithConnection({ stage, launchApp }, name);
  const window = new MainWindow(opened.page);
  const details = new DetailsPane(opened.page);

  await test.step('without a relay it says so, and that it tries again', async () => {
    relay.process.signal('SIGKILL');
    await relay.process.end();
    await untilRowIs(opened, name, azureWordTexts.notConnected);
    await expect(window.cell(name, 'status')).toContainText(/Retrying( in [^,]+)?, attempt \d+/);
    await expect(window.header).toHaveText(hostShareTexts.recovering.sentence.only);
    await expect(window.cell(name, 'sessions')).not.toHaveText('0');
    const refused = describeError({ code: 'HCM2002', details: { host: 'localhost' } });
    await window.openDetails(name);
    await expect(details.path.nth(3)).toContainText(azureWordTexts.notConnected);
    await expect(details.root).toContainText(refused.title);
    await details.close();
  });

  await test.step('the relay comes back, and so does the connection', async () => {
    const endpoint = `localhost:${target.port}`;
    const again = await RelayProcess.start(stage, [{ name, endpoint }], { port: relay.port });
    await untilRowIs(opened, name, azureWordTexts.connected);
    await expect(window.header).toHaveText(hostShareTexts.allWorking.sentence.one);
    const { port } = await startForward(stage, again, name);
    const { app, service } = await target.open(port);
    app.write('asked');
    await expect.poll(() => String(service.read() ?? '')).toBe('asked');
    await expect(window.cell(name, 'sessions')).toHaveText('1');
    service.end();
    app.end();
    await expect(window.cell(name, 'sessions')).toHaveText('0');
  });
});
