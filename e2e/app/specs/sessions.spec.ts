/** Open sessions are other people's work: what is seen of them, and how each way to end one asks and tells. */
import { formatBytes } from '../../../electron/contract/format.ts';
import { actionLabelTexts, doneTexts } from '../../../electron/contract/messages/texts/actions.ts';
import {
  closeSessionTexts,
  dialogButtonTexts,
  finishTexts,
  removeTexts,
  restartTexts,
  stopTexts,
} from '../../../electron/contract/messages/texts/dialogs.ts';
import { firstRunTexts } from '../../../electron/contract/messages/texts/first-run.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { closedHereTexts, sessionTexts } from '../../../electron/contract/messages/texts/sessions.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { closed, untilRefused } from '../../fixtures/app-socket.ts';
import { within } from '../../fixtures/until.ts';
import { listConnections, startForward } from '../../fixtures/tunnel.ts';
import { openWithConnection, untilRowIs } from '../fixtures/added-connection.ts';
import { expect, test } from '../fixtures/test.ts';
import { DetailsPane } from '../pages/details-pane.ts';
import { MainWindow } from '../pages/main-window.ts';

const name = 'payroll-sql';

test('shows open sessions, and asks before it ends them', async ({ launchApp, stage }) => {
  const { target, relay, opened } = await openWithConnection({ stage, launchApp }, name);
  const { page } = opened;
  const window = new MainWindow(page);
  const details = new DetailsPane(page);
  const { port } = await startForward(stage, relay, name);

  const confirm = async (title: string, button: string, text: string): Promise<void> => {
    const question = window.question(fillText(title, { name }));
    await expect(question).toContainText(text);
    await question.getByRole('button', { name: button, exact: true }).click();
    await expect(question).toBeHidden();
  };
  /** An app and its service that both end their direction when the other one has. */
  const openSession = async (expected: number) => {
    const { app, service } = await target.open(port);
    app.resume();
    service.on('end', () => service.end()).resume();
    await expect(window.cell(name, 'sessions')).toHaveText(String(expected));
    return { app, ended: closed(app), service };
  };

  await test.step('an open session is listed with its app and its bytes', async () => {
    await window.openDetails(name);
    await details.openTab('sessions');
    await expect(details.root).toContainText(sessionTexts.empty);
    await details.close();
    const { app } = await openSession(1);
    app.write(Buffer.alloc(5000));
    await window.openDetails(name);
    await expect(details.openSessions).toHaveCount(1);
    await expect(details.openSessions).toContainText('127.0.0.1');
    await expect(details.openSessions).toContainText(formatBytes(5000));
    app.end();
    await expect(details.root).toContainText(sessionTexts.empty);
    await expect(details.closedSessions).toHaveCount(1);
  });

  await test.step('closing it by its button closes the app’s socket', async () => {
    await details.close();
    const { ended } = await openSession(1);
    await window.openDetails(name);
    await details.openSessions.getByRole('button', { name: /^Close session of / }).click();
    await confirm(closeSessionTexts.title, closeSessionTexts.button, 'The app will see a closed connection.');
    await within('the app’s socket is closed', ended);
    await expect(window.toasts).toContainText(doneTexts.sessionClosed);
    await expect(details.openSessions).toHaveCount(0);
    await expect(details.closedSessions).toHaveCount(2);
    await expect(details.closedSessions.first()).toContainText(
      new RegExp(`${fillText(closedHereTexts.byName, { name: '' })}\\S|${closedHereTexts.byHand}`),
    );
    await details.close();
  });

  await test.step('Restart asks, and connects again when the session has ended', async () => {
    const { app, ended } = await openSession(1);
    await window.button(actionLabelTexts.restart).click();
    const text = fillCounted(finishTexts.sessions, 1, { seconds: 60 });
    await confirm(restartTexts.title.one, restartTexts.button, `${text} ${restartTexts.after}`);
    await untilRowIs(opened, name, azureWordTexts.stopping);
    app.end();
    await within('the session ends', ended);
    await untilRowIs(opened, name, azureWordTexts.connected);
  });

  await test.step('Stop asks; what is open may finish, and nothing new comes in', async () => {
    const { app, ended } = await openSession(1);
    await window.button(actionLabelTexts.stop).click();
    await confirm(stopTexts.title.one, stopTexts.button, stopTexts.after);
    await untilRowIs(opened, name, azureWordTexts.stopping);
    app.write('last words');
    app.end();
    await within('the session ends', ended);
    await untilRowIs(opened, name, azureWordTexts.stopped);
    await untilRefused(port);
    await window.button(actionLabelTexts.start).click();
    await untilRowIs(opened, name, azureWordTexts.connected);
  });

  await test.step('Remove says how many it closes, and takes all of it away', async () => {
    const first = await openSession(1);
    const second = await openSession(2);
    await window.button(actionLabelTexts.remove).click();
    const question = window.question(fillText(removeTexts.title.one, { name }));
    await expect(question).toContainText(fillCounted(removeTexts.sessions, 2));
    await expect(question).toContainText(removeTexts.nothingInAzure);
    const cancel = question.getByRole('button', { name: dialogButtonTexts.cancel, exact: true });
    await expect(cancel).toBeFocused();
    await cancel.click();
    await expect(window.row(name)).toBeVisible();
    await window.button(actionLabelTexts.remove).click();
    await confirm(
      removeTexts.title.one,
      removeTexts.button,
      fillText(removeTexts.unreachable, { endpoint: `localhost:${target.port}` }),
    );
    await within('both sessions are closed', Promise.all([first.ended, second.ended]));
    await expect(window.row(name)).toHaveCount(0);
    await expect(page.getByRole('heading', { name: firstRunTexts.title })).toBeVisible();
    expect(await listConnections(stage)).toEqual([]);
    await untilRefused(port);
  });
});
