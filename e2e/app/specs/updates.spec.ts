/**
 * A newer version from found to downloaded and verified, and everything that a feed can do wrong, against a feed with TLS on
 * this computer. The last step, the install, belongs to the tests of the packages.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appUpdateErrorTexts } from '../../../electron/contract/messages/texts/errors-app-update.ts';
import { aboutTexts } from '../../../electron/contract/messages/texts/help.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { updateStateTexts, upgradeTexts } from '../../../electron/contract/messages/texts/updates.ts';
import { FeedServer } from '../../fixtures/feed-server.ts';
import { trustInNss } from '../../fixtures/nss-trust.ts';
import { ReleaseBuild } from '../../fixtures/release-build.ts';
import type { Stage } from '../../fixtures/stage.ts';
import type { AppUnderTest } from '../fixtures/app-under-test.ts';
import { expect, test, type LaunchApp } from '../fixtures/test.ts';

const current = '2.3.1';
const version = '2.4.0';
const packageName = `hcm_${version}_${process.arch}.deb`;
const bytes = Buffer.alloc(300_000, 'a package ');

let feed: FeedServer;
let build: ReleaseBuild;

test.beforeAll(async () => {
  // A build of its own, which accepts this feed’s key.
  test.setTimeout(240_000);
  feed = await FeedServer.start();
  build = await ReleaseBuild.make(current, feed.release, 'e2e-app');
});

test.afterAll(async () => {
  await feed.close();
  await build.remove();
});

test.beforeEach(() => feed.reset());

/** @returns name of the feed’s file */
function publish(of = version): string {
  const files = [feed.addPackage(`hcm_${of}_${process.arch}.deb`, bytes)];
  return feed.publish({
    version: of,
    files,
    notes: '## New\n\n- Reconnects **faster**\n- <img src=x onerror=alert(1)>',
  });
}

async function open(launchApp: LaunchApp, stage: Stage, trusts = true): Promise<AppUnderTest> {
  const caFile = join(stage.folder, 'ca.pem');
  await writeFile(caFile, feed.certificates.caPem);
  if (trusts) await trustInNss(stage.folder, feed.certificates.caPem);
  return launchApp({
    appFolder: build.folder,
    environment: { HCM_EXTRA_CA_CERTS: caFile, HCM_E2E_PACKAGE: 'deb' },
  });
}

const dialogOf = ({ page }: AppUnderTest, title: string) =>
  page.getByRole('dialog', { name: fillText(title, { version }) });

/** By About, as a person does who heard of it. */
async function checkNow({ page }: AppUnderTest): Promise<void> {
  await openAbout(page);
  await page.getByRole('button', { name: updateStateTexts.checkNow }).click();
}

async function openAbout(page: AppUnderTest['page']): Promise<void> {
  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: /About/ }).click();
  await expect(page.getByRole('dialog', { name: aboutTexts.title })).toBeVisible();
}

/** What was fetched, whole or in part. */
async function packagesOf(stage: Stage): Promise<readonly string[]> {
  const folder = join(stage.folder, 'cache', 'hybrid-connection-manager-updater', 'pending');
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).filter((name) => name.endsWith('.deb'));
}

test('a release is found, described, downloaded and verified, and waits to be installed', async ({
  launchApp,
  stage,
}) => {
  const opened = await open(launchApp, stage);
  publish();
  await checkNow(opened);
  const { page } = opened;
  await page.getByRole('button', { name: updateStateTexts.show }).click();
  const found = dialogOf(opened, upgradeTexts.foundTitle);
  await expect(found).toContainText(fillText(upgradeTexts.youHave, { version: current }));
  await expect(found.getByRole('listitem')).toHaveText(['Reconnects faster', '<img src=x onerror=alert(1)>']);

  feed.faults.set(packageName, { kind: 'stall', afterBytes: 100_000, isUnsized: true });
  await found.getByRole('button', { name: upgradeTexts.install }).click();
  // Also of a server, or a proxy, that doesn't say how much comes.
  await expect
    .poll(() => {
      feed.drip(packageName, 2_000);
      return found.getByRole('progressbar').getAttribute('aria-valuetext');
    })
    .toMatch(/^[1-9]\d* kB /);
  // Closed while it comes: it goes on, and comes back when it is ready.
  await found.getByRole('button', { name: 'Close' }).click();
  await expect(found).toBeHidden();
  await expect.poll(() => feed.asked).toContain(packageName);
  feed.resume(packageName);
  await expect(dialogOf(opened, upgradeTexts.readyTitle)).toBeVisible();
  const [name = ''] = await packagesOf(stage);
  const folder = join(stage.folder, 'cache', 'hybrid-connection-manager-updater', 'pending');
  expect((await readFile(join(folder, name))).equals(bytes)).toBe(true);
  await page.getByRole('button', { name: upgradeTexts.later }).click();
  await expect(dialogOf(opened, upgradeTexts.readyTitle)).toBeHidden();
});

test('a download can be cancelled, and nothing of it stays', async ({ launchApp, stage }) => {
  const opened = await open(launchApp, stage);
  publish();
  feed.faults.set(packageName, { kind: 'stall', afterBytes: 100_000 });
  await checkNow(opened);
  await opened.page.getByRole('button', { name: updateStateTexts.show }).click();
  const dialog = dialogOf(opened, upgradeTexts.foundTitle);
  await dialog.getByRole('button', { name: upgradeTexts.install }).click();
  await dialog.getByRole('button', { name: upgradeTexts.cancel }).click();
  await expect(dialog.getByRole('button', { name: upgradeTexts.install })).toBeVisible();
  await expect(dialog.getByRole('alert')).toBeHidden();
  await expect.poll(() => packagesOf(stage)).toEqual([]);
});

test('a feed that is wrong changes nothing, and the window says what is wrong', async ({
  launchApp,
  stage,
}) => {
  const opened = await open(launchApp, stage);
  const { page } = opened;
  await openAbout(page);
  const about = page.getByRole('dialog', { name: aboutTexts.title });
  const check = async (code: string): Promise<void> => {
    await about.getByRole('button', { name: updateStateTexts.checkNow }).click();
    await expect(about.getByRole('alert')).toContainText(code);
    await expect(about.getByRole('button', { name: updateStateTexts.show })).toBeHidden();
  };
  await check('HCM5102');
  let file = publish();
  feed.put(file, Buffer.from(feed.bytesOf(file)).toString('utf8').replace(version, '9.9.9'));
  await check('HCM5106');
  feed.reset();
  file = publish();
  feed.remove(`${file}.sig`);
  await check('HCM5105');
  feed.reset();
  feed.publishText(file, '<html>404</html>');
  await check('HCM5107');
  feed.faults.set(file, { kind: 'cut', afterBytes: 10 });
  await check('HCM5103');
  feed.reset();
  publish('2.3.0');
  await about.getByRole('button', { name: updateStateTexts.checkNow }).click();
  await expect(about.getByRole('status').filter({ hasText: updateStateTexts.upToDate })).toBeVisible();
  expect(await packagesOf(stage)).toEqual([]);
});

test('a package that is wrong is never kept, and the popup says what is wrong', async ({
  launchApp,
  stage,
}) => {
  // A data folder that can't be written to keeps nobody from working, and is said when it matters.
  const inTheWay = join(stage.home, 'app-update.yml');
  await mkdir(inTheWay);
  const opened = await open(launchApp, stage);
  publish();
  await checkNow(opened);
  await opened.page.getByRole('button', { name: updateStateTexts.show }).click();
  const dialog = dialogOf(opened, upgradeTexts.foundTitle);
  const install = dialog.getByRole('button', { name: upgradeTexts.install });
  const refused = async (code: string): Promise<void> => {
    await install.click();
    await expect(dialog.getByRole('alert')).toContainText(code);
    await expect(install).toBeEnabled();
    expect(await packagesOf(stage)).toEqual([]);
  };
  await refused('HCM4005');
  await rmdir(inTheWay);
  const other = Buffer.from(bytes);
  other[5] = 0;
  feed.faults.set(packageName, { kind: 'bytes', bytes: other });
  await refused('HCM5116');
  const { reasons } = appUpdateErrorTexts.HCM5115;
  feed.faults.set(packageName, { kind: 'status', status: 404 });
  await refused('HCM5115');
  await expect(dialog.getByRole('alert')).toContainText(reasons.status);
  // Nobody could answer it, and it doesn't wait for anybody.
  const headers = { 'WWW-Authenticate': 'Basic realm="feed"' };
  feed.faults.set(packageName, { kind: 'status', status: 401, headers });
  await refused('HCM5115');
  await expect(dialog.getByRole('alert')).toContainText(reasons.status);
  feed.faults.set(packageName, { kind: 'redirect', to: 'http://127.0.0.1:9/x.deb' });
  await refused('HCM5115');
  feed.faults.set(packageName, { kind: 'cut', afterBytes: 1_000 });
  await refused('HCM5115');
  // Sent on and on: asked once, and three times more.
  feed.asked.length = 0;
  feed.faults.set(packageName, { kind: 'redirect', to: packageName });
  await refused('HCM5115');
  expect(feed.asked.filter((name) => name === packageName)).toHaveLength(4);
  // Without an end: not only is it given up, it stops.
  feed.faults.set(packageName, { kind: 'endless' });
  await refused('HCM5116');
  await expect.poll(() => feed.endless).toBe(0);
});

test('a server whose certificate this computer doesn’t trust gives nothing', async ({ launchApp, stage }) => {
  const opened = await open(launchApp, stage, false);
  publish();
  await checkNow(opened);
  await opened.page.getByRole('button', { name: updateStateTexts.show }).click();
  const dialog = dialogOf(opened, upgradeTexts.foundTitle);
  await dialog.getByRole('button', { name: upgradeTexts.install }).click();
  await expect(dialog.getByRole('alert')).toContainText('HCM5115');
});
