/** Another process runs the connections: the window shows them, loses them with that process, and finds them again. */
import { statusSchema, type HostEntry } from '../../../electron/contract/answer-schemas.ts';
import { headerTexts, barTexts } from '../../../electron/contract/messages/texts/window.ts';
import { hostPlainTexts, hostShareTexts } from '../../../electron/contract/messages/texts/host.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import type { Stage } from '../../fixtures/stage.ts';
import { addConnection, listConnections, startForward, startHost } from '../../fixtures/tunnel.ts';
import { addInWindow, startBothEnds, untilRowIs } from '../fixtures/added-connection.ts';
import { expectAlive } from '../fixtures/stream.ts';
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
  const bars = page.getByRole('group').filter({ hasText: barTexts.showLog });

  await test.step('the window attaches to it, and what is added there is the host’s', async () => {
    await expect(page.getByText(headerTexts.background)).toBeVisible();
    await addInWindow(opened, relay, name);
    await untilRowIs(opened, name, azureWordTexts.connected);
    expect(await listConnections(stage)).toMatchObject([{ name, status: 'Connected' }]);
  });

  await test.step('killed: nothing is known any more', async () => {
    host.signal('SIGKILL');
    await host.end();
    await expect(window.header).toHaveText(hostPlainTexts.unreachable.sentence);
    await untilRowIs(opened, name, azureWordTexts.unknown);
    await expect(bars).toContainText(barTexts.ended);
    await expect(window.cell(name, 'sessions')).not.toHaveText('0');
  });

  const next = await test.step('it comes back, and so do its states', async () => {
    const started = await startHost(stage, trust);
    await untilRowIs(opened, name, azureWordTexts.connected);
    await expect(bars).toBeHidden();
    await expect(window.header).toHaveText(hostShareTexts.allWorking.sentence.one);
    return started;
  });

  await test.step('stopped: the app can run the connections itself', async () => {
    next.signal('SIGTERM');
    expect(await next.end()).toMatchObject({ exitCode: 0 });
    await expect(bars).toContainText(barTexts.ended);
    await untilRowIs(opened, name, azureWordTexts.unknown);
    await window.anyButton(barTexts.runHere).click();
    await untilRowIs(opened, name, azureWordTexts.connected);
    await expect(page.getByText(headerTexts.inThisApp)).toBeVisible();
    await expect(bars).toBeHidden();
    expect(await listConnections(stage)).toMatchObject([{ name, status: 'Connected' }]);
    const refused = await stage.run(['run']);
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('HCM5002');
  });
});

test('shows what hcm changes, and goes without a trace', async ({ launchApp, stage }) => {
  const { target, relay } = await startBothEnds(stage, name);
  const host = await startHost(stage);
  const opened = await launchApp();
  const window = new MainWindow(opened.page);
  const hcm = async (...words: readonly string[]): Promise<void> => {
    expect(await stage.run(words)).toMatchObject({ exitCode: 0 });
  };

  await test.step('nobody starts a second host', async () => {
    await expect(window.caption).toContainText(headerTexts.background);
    expect(await hostOf(stage)).toMatchObject({ kind: 'service', processId: host.pid });
  });

  await test.step('each change is there by itself', async () => {
    await addConnection(stage, relay, name);
    await untilRowIs(opened, name, azureWordTexts.connected);
    await hcm('stop', name);
    await untilRowIs(opened, name, azureWordTexts.stopped);
    await hcm('start', name);
    await untilRowIs(opened, name, azureWordTexts.connected);
  });

  await test.step('the window closes, and bytes go on through its tunnel', async () => {
    const { port } = await startForward(stage, relay, name);
    const session = await target.open(port);
    await expectAlive(session);
    await expect(window.cell(name, 'sessions')).toHaveText('1');
    await opened.restart();
    await expectAlive(session);
    await expect(new MainWindow(opened.page).cell(name, 'sessions')).toHaveText('1');
    expect(await hostOf(stage)).toMatchObject({ kind: 'service', processId: host.pid });
    session.app.destroy();
  });

  await test.step('removed there, gone here', async () => {
    await hcm('remove', name, '--yes');
    await expect(new MainWindow(opened.page).header).toHaveText(hostPlainTexts.none.sentence);
    await expect(opened.page.getByText(name, { exact: true })).toBeHidden();
  });
});

async function hostOf(stage: Stage): Promise<HostEntry | null> {
  return statusSchema.parse(JSON.parse((await stage.run(['status'])).output)).host;
}
