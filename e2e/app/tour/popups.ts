/** Dialogs that the app opens by itself: each as the page gets it when the app tells what has come about. */
import type { Locator } from '@playwright/test';
import { channelPrefix } from '../../../electron/contract/channels.ts';
import type { WindowEventName, WindowEventPayload } from '../../../electron/contract/shell-api.ts';
import { sampleRelease, sampleUpdate } from '../../../electron/contract/testing/sample-update.ts';
import type { UpdateState } from '../../../electron/contract/updates.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect } from '../fixtures/test.ts';
import type { View } from './views.ts';

const found = sampleUpdate({
  phase: 'available',
  checkedAt: Date.UTC(2025, 2, 14, 13),
  release: sampleRelease,
  keepsPackage: true,
});

const upgrades: Readonly<Record<string, UpdateState>> = {
  'upgrade-found': found,
  'upgrade-downloading': { ...found, phase: 'downloading', received: 41_000_000, total: 96_300_000 },
  'upgrade-failed': { ...found, problem: { code: 'HCM5116', details: { version: '2.4.0' } } },
  'upgrade-ready': { ...found, phase: 'ready' },
  'upgrade-installing': { ...found, phase: 'installing' },
  'upgrade-by-hand': { ...found, obstacle: 'package' },
  'upgrade-back': { ...found, phase: 'idle', current: '2.4.0', release: null, goBackTo: found.current },
};

/** The page opens the popup once for each version. */
let versions = 0;

export function popups(opened: AppUnderTest): readonly View[] {
  const upgradeViews = Object.entries(upgrades).map(([name, state]) => ({
    name,
    open: () => showUpgrade(opened, state),
    close: () => tell(opened, 'update.changed', { state: { ...found, phase: 'idle', release: null } }),
  }));
  const closingViews = [true, false].map((hasTray) => ({
    name: hasTray ? 'closing' : 'closing-quits',
    open: () => showPopup(opened, 'closing.asked', { hasTray }),
  }));
  return [...upgradeViews, ...closingViews];
}

async function showUpgrade(opened: AppUnderTest, state: UpdateState): Promise<void> {
  versions += 1;
  const unseen = { ...sampleRelease, version: `2.4.${versions}` };
  await showPopup(opened, 'update.changed', { state: { ...found, release: unseen } });
  await tell(opened, 'update.changed', { state });
  const version = state.goBackTo ?? state.release?.version ?? '';
  await expect(popup(opened)).toContainText(version);
}

async function showPopup<Name extends WindowEventName>(
  opened: AppUnderTest,
  name: Name,
  payload: WindowEventPayload<Name>,
): Promise<void> {
  await tell(opened, name, payload);
  await expect(popup(opened)).toBeVisible();
}

function popup({ page }: AppUnderTest): Locator {
  return page.getByRole('dialog');
}

/** As the app tells its page. */
function tell<Name extends WindowEventName>(
  { app }: AppUnderTest,
  name: Name,
  payload: WindowEventPayload<Name>,
): Promise<void> {
  return app.evaluate(
    ({ BrowserWindow }, { channel, told }) => {
      for (const { webContents } of BrowserWindow.getAllWindows()) webContents.send(channel, told);
    },
    { channel: `${channelPrefix}${name}`, told: payload },
  );
}
