/** Brings the scene's connections into a window, and waits until each has come to what it is there for. */
import { expect, type Page } from '@playwright/test';
import type { WindowApi } from '../../../electron/contract/shell-api.ts';
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
  await expect(window.row(sceneNames.busy)).toHaveAccessibleName(/, connected/i);
  await stopByName(page, sceneNames.stopped);
  await scene.openSessions();
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
export async function endSessions(page: Page, scene: Scene): Promise<void> {
  await scene.closeSessions();
  await expect(new MainWindow(page).row(sceneNames.busy)).toHaveAccessibleName(/, 0 sessions/);
}
