/** A desktop with a tray: the icon says how the host is, its menu starts and stops, and closing the window hides it there. */
import { once } from 'node:events';
import { closingTexts } from '../../../electron/contract/messages/texts/closing.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { trayTexts } from '../../../electron/contract/messages/texts/tray.ts';
import { listConnections } from '../../fixtures/tunnel.ts';
import { within } from '../../fixtures/until.ts';
import { addInWindow, startBothEnds, untilRowIs } from '../fixtures/added-connection.ts';
import { askApp } from '../fixtures/ask-app.ts';
import { DesktopBus } from '../fixtures/desktop-bus.ts';
import { expect, test } from '../fixtures/test.ts';
import { MainWindow } from '../pages/main-window.ts';

const name = 'payroll-sql';

test('keeps connections running in the tray', async ({ launchApp, stage }) => {
  const desktop = await DesktopBus.start(stage);
  const { relay } = await startBothEnds(stage, name);
  const opened = await launchApp({ relay, environment: { DBUS_SESSION_BUS_ADDRESS: desktop.address } });
  const { app, page } = opened;
  const window = new MainWindow(page);
  const isShown = (): Promise<boolean | undefined> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  const close = (): Promise<void> =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());

  await test.step('the icon follows the host', async () => {
    await expect.poll(() => desktop.tooltip()).toContain('No connections yet');
    await addInWindow(opened, relay, name);
    await untilRowIs(opened, name, azureWordTexts.connected);
    await expect.poll(() => desktop.tooltip(), { timeout: 20_000 }).toContain('1 working');
  });

  await test.step('closing says once what it means', async () => {
    await close();
    const dialog = window.dialog(closingTexts.title);
    await expect(dialog).toContainText(closingTexts.stays);
    await dialog.getByRole('checkbox', { name: closingTexts.dontShowAgain }).check();
    await dialog.getByRole('button', { name: closingTexts.ok }).click();
    await expect.poll(isShown).toBe(false);
    expect(await listConnections(stage)).toMatchObject([{ name, status: 'Connected' }]);
  });

  await test.step('out of sight it is still followed, and stopped and started from there', async () => {
    await desktop.clickMenu(trayTexts.stopAll);
    await expect.poll(() => desktop.tooltip()).toContain('1 off');
    expect(await listConnections(stage)).toMatchObject([{ name, status: 'Stopped' }]);
    await desktop.clickMenu(trayTexts.startAll);
    await expect.poll(() => desktop.tooltip(), { timeout: 20_000 }).toContain('1 working');
    expect((await desktop.menu()).map(({ label }) => label)).toEqual([
      'The only connection is working',
      trayTexts.open,
      trayTexts.startAll,
      trayTexts.stopAll,
      trayTexts.settings,
      trayTexts.quit,
    ]);
  });

  await test.step('it comes back, and closes without a word from now on', async () => {
    await desktop.clickMenu(trayTexts.open);
    await expect.poll(isShown).toBe(true);
    await untilRowIs(opened, name, azureWordTexts.connected);
    await close();
    await expect.poll(isShown).toBe(false);
  });

  await test.step('Quit ends it', async () => {
    const exited = once(app.process(), 'exit');
    await desktop.clickMenu(trayTexts.quit);
    expect(await within('the app ends', exited)).toEqual([0, null]);
  });
});

test('starts hidden, and speaks the language in the tray', async ({ launchApp, stage }) => {
  const desktop = await DesktopBus.start(stage);
  const opened = await launchApp({
    words: ['--hidden'],
    environment: { DBUS_SESSION_BUS_ADDRESS: desktop.address },
  });
  const { app, page } = opened;
  await expect.poll(() => desktop.tooltip()).toContain('No connections yet');
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(
    false,
  );
  await askApp(page, 'preferences.set', { language: 'nl' });
  await expect.poll(async () => (await desktop.menu()).map(({ label }) => label)).toContain('Alles stoppen');
  // Another language makes the menu anew: its bar stays out of sight.
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMenuBarVisible()),
  ).toBe(false);
  await desktop.clickMenu('Instellingen');
  await expect
    .poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible()))
    .toBe(true);
});
