/** Two people at one host, each with a window: one controls it, the other one may look. */
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { actionLabelTexts } from '../../../electron/contract/messages/texts/actions.ts';
import { hostPlainTexts } from '../../../electron/contract/messages/texts/host.ts';
import { azureWordTexts } from '../../../electron/contract/messages/texts/status.ts';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { viewerTexts } from '../../../electron/contract/messages/texts/viewer.ts';
import { headerTexts } from '../../../electron/contract/messages/texts/window.ts';
import type { WindowApi } from '../../../electron/contract/shell-api.ts';
import type { HcmProcess } from '../../fixtures/hcm-process.ts';
import type { RelayProcess } from '../../fixtures/relay-process.ts';
import type { Stage } from '../../fixtures/stage.ts';
import { startHost } from '../../fixtures/tunnel.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { addInWindow, startBothEnds, untilRowIs } from '../fixtures/added-connection.ts';
import { expect, test, type LaunchApp } from '../fixtures/test.ts';
import { DetailsPane } from '../pages/details-pane.ts';
import { MainWindow } from '../pages/main-window.ts';

const name = 'payroll-sql';

test('one changes the host, the other one sees it and changes nothing', async ({ launchApp, stage }) => {
  const { relay } = await startBothEnds(stage, name);
  const folders = { admin: join(stage.folder, 'admins'), viewer: join(stage.folder, 'viewers') };
  for (const folder of Object.values(folders)) await mkdir(folder, { mode: 0o750 });
  const run = (): Promise<HcmProcess> => startHostFor(stage, relay, folders);
  const host = await run();
  const admin = await openBy(launchApp, folders.admin);
  const viewer = await openBy(launchApp, folders.viewer);
  const adminWindow = new MainWindow(admin.page);
  const window = new MainWindow(viewer.page);
  const both = [admin, viewer];

  await test.step('both show the service; one says that it may only look', async () => {
    for (const { page } of both)
      await expect(new MainWindow(page).caption).toContainText(headerTexts.background);
    await expect(adminWindow.anyButton(viewerTexts.chip)).toBeHidden();
    await window.anyButton(viewerTexts.chip).click();
    await expect(viewer.page.getByText(viewerTexts.who)).toBeVisible();
    await viewer.page.keyboard.press('Escape');
    await expect(viewer.page.getByText(viewerTexts.emptyTitle)).toBeVisible();
  });

  await test.step('what one adds is there for both', async () => {
    await addInWindow(admin, relay, name);
    for (const opened of both) await untilRowIs(opened, name, azureWordTexts.connected);
  });

  await test.step('the viewer sees all of it', async () => {
    const details = new DetailsPane(viewer.page);
    await window.openDetails(name);
    await expect(details.value('status')).toContainText(azureWordTexts.connected);
    await details.openTab('log');
    await expect(details.logLines).toContainText('connection added');
    await details.close();
  });

  await test.step('what the viewer may not do says why, and does nothing', async () => {
    const { start, stop: stopping, restart, remove } = actionLabelTexts;
    for (const label of [toolbarTexts.configure, start, stopping, restart, remove]) {
      const button = window.button(label);
      await expect(button).toHaveAttribute('aria-disabled', 'true');
      await button.hover({ force: true });
      await expect(button).toHaveAccessibleDescription(new RegExp(`${viewerTexts.reason}$`));
    }
    await window.row(name).click({ button: 'right' });
    const stop = window.menuItem(actionLabelTexts.stop);
    await expect(stop).toHaveAttribute('aria-disabled', 'true');
    await stop.focus();
    await expect(stop).toHaveAccessibleDescription(viewerTexts.reason);
    // The first one is the tooltip's.
    for (let times = 1; times <= 2; times += 1) await viewer.page.keyboard.press('Escape');
    await expect(stop).toBeHidden();
    await window.row(name).press('Delete');
    await expect(window.toasts).toContainText(viewerTexts.refused);
    await expect(window.question(/./)).toBeHidden();
  });

  await test.step('nor does the host take it from a window that tries', async () => {
    const id = (await window.row(name).getAttribute('data-row-id')) ?? '';
    expect(await tryAll(viewer.page, id, relay.entity(name).gatewayConnectionString)).toEqual([
      'connections.add HCM5008',
      'connections.stop HCM5008',
      'connections.restart HCM5008',
      'connections.remove HCM5008',
      'settings.set HCM5008',
    ]);
    await expect(adminWindow.cell(name, 'status')).toContainText(azureWordTexts.connected);
  });

  await test.step('the host goes and comes back: each has the same rights again', async () => {
    host.signal('SIGKILL');
    await host.end();
    for (const opened of both) {
      await expect(new MainWindow(opened.page).header).toHaveText(hostPlainTexts.unreachable.sentence);
      await untilRowIs(opened, name, azureWordTexts.unknown);
    }
    await run();
    for (const opened of both) await untilRowIs(opened, name, azureWordTexts.connected);
    await expect(window.anyButton(viewerTexts.chip)).toBeVisible();
    await adminWindow.row(name).click({ button: 'right' });
    await adminWindow.menuItem(actionLabelTexts.stop).click();
    for (const opened of both) await untilRowIs(opened, name, azureWordTexts.stopped);
  });

  await test.step('no window has run anything itself', async () => {
    for (const { home } of both) {
      const kept = await readdir(home);
      expect(kept.filter((file) => /^(?:connections|secrets|key)|control\.token/.test(file))).toEqual([]);
    }
  });
});

function startHostFor(
  stage: Stage,
  relay: RelayProcess,
  { admin, viewer }: Readonly<Record<'admin' | 'viewer', string>>,
): Promise<HcmProcess> {
  const environment = { HCM_EXTRA_CA_CERTS: relay.caFile };
  return startHost(stage, { environment }, ['--admin-folder', admin, '--viewer-folder', viewer]);
}

/** As somebody else: with a data folder of their own, and what the host opened to them. */
async function openBy(launchApp: LaunchApp, folder: string): Promise<AppUnderTest> {
  const home = `${folder}-home`;
  await mkdir(home, { mode: 0o700 });
  return launchApp({ home, environment: { HCM_CONTROL: folder } });
}

/** Past everything that the window says. @returns how each was answered */
function tryAll(page: Page, id: string, connectionString: string): Promise<readonly string[]> {
  return page.evaluate(
    async (given) => {
      const { hcm } = window as unknown as { readonly hcm: WindowApi };
      const asked = [
        ['connections.add', { connectionString: given.connectionString }],
        ['connections.stop', { id: given.id }],
        ['connections.restart', { id: given.id }],
        ['connections.remove', { id: given.id }],
        ['settings.set', { drainSeconds: 7 }],
      ] as const;
      const answers: string[] = [];
      for (const [call, input] of asked) {
        const reply = await hcm.invoke(call, input);
        answers.push(`${call} ${reply.ok ? 'done' : reply.error.code}`);
      }
      return answers;
    },
    { id, connectionString },
  );
}
