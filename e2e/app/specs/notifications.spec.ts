/** Notifications over the desktop's own bus: one when an endpoint is gone, a click that leads there, one when it is back. */
import type { ElectronApplication, Page } from '@playwright/test';
import { defaultPreferences } from '../../../electron/contract/default-preferences.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { Target } from '../../fixtures/target.ts';
import { addInWindow, startBothEnds, untilRowIs } from '../fixtures/added-connection.ts';
import { askApp } from '../fixtures/ask-app.ts';
import { DesktopBus } from '../fixtures/desktop-bus.ts';
import { expect, test } from '../fixtures/test.ts';
import { DetailsPane } from '../pages/details-pane.ts';

const name = 'payroll-sql';
const slow = { timeout: 30_000 };

test('tells what happens while nobody looks', async ({ launchApp, stage }) => {
  const desktop = await DesktopBus.start(stage);
  const { target, relay } = await startBothEnds(stage, name);
  const opened = await launchApp({ relay, environment: { DBUS_SESSION_BUS_ADDRESS: desktop.address } });
  const { app, page } = opened;
  const titles = (): readonly string[] => desktop.notifications.map(({ title }) => title);
  await addInWindow(opened, relay, name);
  await untilRowIs(opened, name, azureWordTexts.connected);
  await askApp(page, 'preferences.set', {
    notifications: { ...defaultPreferences.notifications, afterMinutes: 0 },
  });
  await hide(app);
  const { port } = target;

  await test.step('an endpoint that is gone, once', async () => {
    await target.close();
    await recheck(page);
    await expect.poll(titles, slow).toEqual([`${name}: endpoint unreachable`]);
    expect(desktop.notifications[0]?.body).toBe(`Connection refused: localhost:${port}.`);
  });

  await test.step('a click leads to the connection', async () => {
    desktop.clickNotification(desktop.notifications[0]?.id ?? 0);
    await expect.poll(() => isShown(app)).toBe(true);
    await expect(new DetailsPane(page).title).toHaveText(name);
    await hide(app);
  });

  await test.step('that it works again', async () => {
    const again = await Target.start(port);
    stage.afterwards(() => again.close());
    await recheck(page);
    await expect.poll(titles, slow).toEqual([`${name}: endpoint unreachable`, `${name} works again`]);
  });
});

/** As the host does by itself now and then. */
async function recheck(page: Page): Promise<void> {
  const { connections } = await askApp(page, 'connections.snapshot', {});
  for (const { config } of connections) await askApp(page, 'connections.checkEndpoint', { id: config.id });
}

function hide(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
}

function isShown(app: ElectronApplication): Promise<boolean | undefined> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
}
