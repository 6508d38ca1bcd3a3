/** A connection that works, seen from all sides; then its service goes away and comes back. */
import { actionLabelTexts } from '../../../electron/contract/messages/texts/actions.ts';
import {
  azureActivityTexts,
  changeActivityTexts,
  endpointActivityTexts,
} from '../../../electron/contract/messages/texts/activity.ts';
import type { detailRowTexts } from '../../../electron/contract/messages/texts/details.ts';
import {
  calloutTexts,
  detailValueTexts,
  pathTexts,
} from '../../../electron/contract/messages/texts/details.ts';
import { dialogButtonTexts, testTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { hostShareTexts } from '../../../electron/contract/messages/texts/host.ts';
import {
  azureLineTexts,
  azureWordTexts,
  endpointWordTexts,
  problemLineTexts,
} from '../../../electron/contract/messages/texts/status.ts';
import { describeError } from '../../../electron/contract/messages/describe-error.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { freePort } from '../../fixtures/free-port.ts';
import { Target } from '../../fixtures/target.ts';
import { startForward } from '../../fixtures/tunnel.ts';
import { openWithConnection } from '../fixtures/added-connection.ts';
import { keepFlowing } from '../fixtures/stream.ts';
import { expect, test } from '../fixtures/test.ts';
import { DetailsPane } from '../pages/details-pane.ts';
import { MainWindow } from '../pages/main-window.ts';

const name = 'payroll-sql';

test('shows a working connection, a dead service and its return', async ({ launchApp, stage }) => {
  const { target, relay, opened } = await openWithConnection({ stage, launchApp }, name);
  const { page } = opened;
  const window = new MainWindow(page);
  const details = new DetailsPane(page);
  const servicePort = target.port;
  const endpoint = `localhost:${servicePort}`;
  const { port } = await startForward(stage, relay, name);

  await test.step('sessions and bytes show in the list', async () => {
    await expect(window.cell(name, 'status')).toContainText(azureLineTexts.thisHostOnly);
    await expect(window.cell(name, 'endpointStatus')).toContainText(endpointWordTexts.reachable);
    await expect(window.cell(name, 'sessions')).toHaveText('0');
    await expect(window.header).toHaveText(hostShareTexts.allWorking.sentence.one);
    const session = await target.open(port);
    const stop = keepFlowing(session);
    await expect(window.cell(name, 'sessions')).toHaveText('1');
    await expect(window.cell(name, 'traffic')).toHaveText(/^[1-9].*B\/s$/);
    stop();
    session.app.end();
    await expect(window.cell(name, 'sessions')).toHaveText('0');
  });

  await test.step('the details say what is known of it', async () => {
    await window.openDetails(name);
    await expect(details.title).toHaveText(name);
    const said: Readonly<Partial<Record<keyof typeof detailRowTexts, string | RegExp>>> = {
      name,
      status: `${azureWordTexts.connected} since `,
      namespace: 'localhost',
      endpoint,
      endpointSource: detailValueTexts.fromAzure,
      address: `localhost:${relay.port}`,
      ipAddress: /127\.0\.0\.1|::1/,
      ports: String(relay.port),
      listeners: detailValueTexts.onlyThisHost,
      key: 'defaultListener (listen only)',
      addedBy: /\S/,
      createdOn: fillText(detailValueTexts.inAzure, { time: '' }).trim(),
      lastUpdated: fillText(detailValueTexts.inAzure, { time: '' }).trim(),
      data: /^[1-9][\d.]* .B to the endpoint, [1-9]/,
    };
    for (const [row, words] of Object.entries(said))
      await expect.soft(details.value(row as keyof typeof detailRowTexts)).toContainText(words);
  });

  await test.step('the path is whole from the app to the service', async () => {
    await expect(details.path).toHaveCount(7);
    await expect(details.path.nth(0)).toContainText(pathTexts.app);
    await expect(details.path.nth(1)).toContainText(pathTexts.sending);
    await expect(details.path.nth(3)).toContainText(fillText(pathTexts.connectedFor, { time: '' }).trim());
    await expect(details.path.nth(5)).toContainText(endpointWordTexts.reachable);
    await expect(details.path.nth(6)).toContainText(endpoint);
  });

  await test.step('the service goes away: red, and why', async () => {
    await target.close();
    await window.button(actionLabelTexts.refresh).click();
    await expect(window.cell(name, 'status')).toContainText(azureWordTexts.connected);
    await expect(window.cell(name, 'status')).toContainText(azureLineTexts.toAzureOnly);
    await expect(window.cell(name, 'endpointStatus')).toContainText(endpointWordTexts.unreachable);
    await expect(window.cell(name, 'endpointStatus')).toContainText(problemLineTexts.HCM3102 as string);
    await expect(details.root).toContainText(refused(servicePort));
    await expect(details.path.nth(3)).toContainText(fillText(pathTexts.connectedFor, { time: '' }).trim());
    await expect(details.path.nth(5)).toContainText(problemLineTexts.HCM3102 as string);
    await expect(window.header).toHaveText(hostShareTexts.attention.sentence.only);
  });

  await test.step('it comes back: a test makes all green again', async () => {
    const again = await Target.start(servicePort);
    stage.afterwards(() => again.close());
    await details.button(calloutTexts.testAgain).click();
    await expect(details.root).not.toContainText(refused(servicePort));
    await expect(details.path.nth(5)).toContainText(endpointWordTexts.reachable);
    await expect(window.header).toHaveText(hostShareTexts.allWorking.sentence.one);
    const { app, service } = await again.open(port);
    app.write('asked');
    await expect.poll(() => String(service.read() ?? '')).toBe('asked');
    service.end();
    app.end();
    await expect(window.cell(name, 'sessions')).toHaveText('0');
  });

  await test.step('Activity tells all of it, newest first', async () => {
    await details.openTab('activity');
    await expect(
      details.activities.filter({ hasText: endpointActivityTexts.reachable as string }),
    ).toHaveCount(2);
    await expect(details.activities.filter({ hasText: 'Endpoint is unreachable' })).toHaveCount(1);
    await expect(details.activities.filter({ hasText: azureActivityTexts.connected as string })).toHaveCount(
      1,
    );
    await expect(details.activities.last()).toContainText(changeActivityTexts.added);
    await expect(details.activities.first()).toContainText(endpointActivityTexts.reachable);
  });

  await test.step('Log has lines of it', async () => {
    await details.openTab('log');
    await expect(details.logLines).toContainText('connection added');
    await details.close();
  });

  await test.step('Test tells an open port from a closed one', async () => {
    await window.button(actionLabelTexts.test).click();
    const dialog = window.dialog(testTexts.title);
    const answer = dialog.getByRole('status').filter({ hasText: /\S/ });
    const run = dialog.getByRole('button', { name: testTexts.button, exact: true });
    await expect(dialog.getByRole('textbox', { name: testTexts.field })).toHaveValue(endpoint);
    await run.click();
    await expect(answer).toContainText(
      fillText(testTexts.reached, { duration: '' }).replace(/\.$/, '').trim(),
    );
    const closed = await freePort();
    await dialog.getByRole('textbox', { name: testTexts.field }).fill(`localhost:${closed}`);
    await run.click();
    await expect(answer).toContainText(fillText(testTexts.refused, { port: closed }));
    await dialog.getByRole('textbox', { name: testTexts.field }).fill('no port');
    await run.click();
    await expect(answer).toContainText(testTexts.unreadable);
    await dialog.getByRole('button', { name: dialogButtonTexts.close, exact: true }).last().click();
    await expect(dialog).toBeHidden();
  });
});

function refused(port: number): string {
  return describeError({ code: 'HCM3102', details: { host: 'localhost', port } }).title;
}
