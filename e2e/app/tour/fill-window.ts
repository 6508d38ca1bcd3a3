/** Brings the scene's connections into a window, and waits until each has come to what it is there for. */
import { expect, type Page } from '@playwright/test';
import type { WindowApi } from '../../../electron/contract/shell-api.ts';
import { connectedMarkTexts } from '../../../electron/contract/messages/texts/keys.ts';
import { limitHitTexts } from '../../../electron/contract/messages/texts/limits.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { MainWindow } from '../pages/main-window.ts';
import { sceneNames, type Scene, type SceneConnection } from './scene.ts';

const settledWithinMs = 30_000;

/** @param without one that is there already */
export async function fillWindow(
  page: Page,
  scene: Scene,
  { without = '' }: { readonly without?: string } = {},
): Promise<void> {
  const window = new MainWindow(page);
  await addAll(
    page,
    scene.connections.filter(({ name }) => name !== without),
  );
  const { busy, limited, keyRefused, endpointDiffers, throughProxy } = sceneNames;
  for (const name of [busy, limited, keyRefused, endpointDiffers, throughProxy])
    await expect(window.cell(name, 'status')).toContainText(azureWordTexts.connected);
  await setUp(page, scene);
  await stopByName(page, sceneNames.stopped);
  await scene.changeAzure();
  await page.keyboard.press('F5');
  await scene.openSessions();
  await scene.openOneTooMany();
  for (const [name, words] of [
    [sceneNames.busy, /3 sessions/],
    [sceneNames.endpointRefused, /endpoint unreachable/i],
    [sceneNames.unauthorized, /unauthorized/i],
    [sceneNames.notFound, /not found/i],
    [sceneNames.notConnected, /not connected/i],
    [sceneNames.stopped, /stopped/i],
    [sceneNames.discontinued, /discontinued/i],
  ] as const) {
    await expect(window.row(name)).toHaveAccessibleName(words, { timeout: settledWithinMs });
  }
  for (const [name, words] of [
    [keyRefused, connectedMarkTexts.primaryRefused],
    [endpointDiffers, connectedMarkTexts.endpointDiffers],
    [limited, limitHitTexts.mark],
  ] as const) {
    await expect(window.cell(name, 'status')).toContainText(words, { timeout: settledWithinMs });
  }
}

/** The relay goes away, for good: one bar says so for all connections that wait for it. */
export async function cutOff(page: Page, { relay }: Scene): Promise<void> {
  await relay.fault({ fault: 'down' });
  const bar = new MainWindow(page).bars.filter({ hasText: /\d+ connections wait for it/ });
  await expect(bar).toBeVisible({ timeout: settledWithinMs });
}

/** What is there besides a string: second keys, limits. */
async function setUp(page: Page, { connections }: Scene): Promise<void> {
  for (const { name, secondaryString, maxSessions } of connections) {
    if (secondaryString === undefined && maxSessions === undefined) continue;
    const id = await new MainWindow(page).row(name).getAttribute('data-row-id');
    const areDone = await page.evaluate(
      async (wanted) => {
        const { hcm } = window as unknown as { readonly hcm: WindowApi };
        const { id: own, connectionString, limits } = wanted;
        const replies = [await hcm.invoke('connections.setLimits', { id: own, limits })];
        if (connectionString !== undefined) {
          const input = { id: own, connectionString, slot: 'secondary' };
          replies.push(await hcm.invoke('connections.replaceKey', input));
        }
        return replies.map(({ ok }) => ok);
      },
      { id, connectionString: secondaryString, limits: maxSessions === undefined ? {} : { maxSessions } },
    );
    expect(areDone).not.toContain(false);
  }
}

/** Adds through the page, as the window itself does. */
export async function addAll(page: Page, connections: readonly SceneConnection[]): Promise<void> {
  const refusals = await page.evaluate(async (inputs) => {
    const { hcm } = window as unknown as { readonly hcm: WindowApi };
    const replies = [];
    for (const { connectionString, endpoint } of inputs) {
      const input = { connectionString, ...(endpoint === undefined ? {} : { endpoint }) };
      replies.push(await hcm.invoke('connections.add', input));
    }
    return replies.filter(({ ok }) => !ok);
  }, connections);
  expect(refusals).toEqual([]);
}

async function stopByName(page: Page, name: string): Promise<void> {
  const id = await new MainWindow(page).row(name).getAttribute('data-row-id');
  const isStopped = await page.evaluate(async (wanted) => {
    const { hcm } = window as unknown as { readonly hcm: WindowApi };
    return (await hcm.invoke('connections.stop', { id: wanted })).ok;
  }, id);
  expect(isStopped).toBe(true);
}

/** So that the app quits without asking. */
export async function endSessions(
  page: Page,
  scene: Scene,
  of: readonly string[] = [sceneNames.busy, sceneNames.limited],
): Promise<void> {
  await scene.closeSessions();
  for (const name of of) await expect(new MainWindow(page).row(name)).toHaveAccessibleName(/, 0 sessions/);
}
