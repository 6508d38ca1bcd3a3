/**
 * One version of the installed app puts the next one in its place, as a person sees and clicks it: out of a signed feed over
 * https, by the system's own installer, which asks polkit. What isn't the signed release changes nothing.
 *
 * The app is the one for tests (HCM_E2E_BUILD=1): a debugger may attach. Its sandbox is on all the same.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { expect as expectPage, type Page } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { firstRunTexts } from '../../electron/contract/messages/texts/first-run.ts';
import { fillText } from '../../electron/contract/messages/message-text.ts';
import { upgradeTexts } from '../../electron/contract/messages/texts/updates.ts';
import type { UpdateState } from '../../electron/contract/updates.ts';
import { makeReleaseKey } from '../../scripts/release-feed.mjs';
import { FeedServer, type PackageEntry } from '../fixtures/feed-server.ts';
import { until } from '../fixtures/until.ts';
import { newVersion, oldVersion } from './built-packages.ts';
import type { InstalledApp } from './installed-app.ts';
import { connectionName, PackageWorld } from './package-world.ts';

const run = promisify(execFile);
const downloadWithinMs = 120_000;
const installWithinMs = 180_000;

let world: PackageWorld;
let feed: FeedServer;
let app: InstalledApp;
let page: Page;
let newPackage: PackageEntry;

beforeAll(async () => {
  world = await PackageWorld.open();
  feed = await FeedServer.start();
  world.stage.afterwards(() => feed.close());
  feed.signers = [inject('releaseKey')];
  const { driven } = inject('packages');
  newPackage = feed.addPackage(basename(driven.new), await readFile(driven.new));
  await world.install(driven.old);
  await trustFeed();
});

afterAll(() => world.dispose());

/** As an organization lets its computers trust its own feed: the person's certificate store, and a setting of the host. */
async function trustFeed(): Promise<void> {
  const file = join(world.machine.shared, 'feed-ca.pem');
  await writeFile(file, feed.certificates.caPem);
  const store = join(world.machine.shared, 'nssdb');
  await mkdir(store);
  await run('certutil', ['-d', `sql:${store}`, '-N', '--empty-password']);
  await run('certutil', ['-d', `sql:${store}`, '-A', '-t', 'C,,', '-n', 'feed', '-i', file]);
  await run('chmod', ['-R', 'a+rX', store]);
  await world.machine.done([
    'sh',
    '-c',
    `mkdir ~/.pki && cp -r ${world.machine.inside('nssdb')} ~/.pki/nssdb`,
  ]);
  await world.machine.done(['hcm', 'config', 'set', 'extraCaFile', world.machine.inside('feed-ca.pem')]);
  await world.machine.done(['hcm', 'config', 'set', 'updateFeed', feed.url]);
}

/** What About and the settings do at “Check now”. */
function check(): Promise<UpdateState> {
  return page.evaluate(async () => {
    const reply = await (
      globalThis as unknown as { hcm: { invoke(name: string, input: object): Promise<unknown> } }
    ).hcm.invoke('update.check', {});
    return (reply as { readonly value: { readonly state: UpdateState } }).value.state;
  });
}

async function installedVersion(): Promise<string> {
  return world.machine.done(['dpkg-query', '-W', '-f', '${Version}', 'hybrid-connection-manager']);
}

function dialog(title: string) {
  return page.getByRole('dialog', { name: fillText(title, { version: newVersion }) });
}

describe('the app, before', () => {
  it('opens for an ordinary user and carries bytes', async () => {
    app = await world.openWindow({ words: ['--remote-debugging-port=0'] });
    page = await app.page();
    await expectPage(page.getByRole('button', { name: firstRunTexts.enterManually })).toBeVisible({
      timeout: 60_000,
    });
    await world.addConnection();
    await world.expectWorks();
    await expectPage(page.getByRole('grid')).toContainText(connectionName);
    expect(await installedVersion()).toBe(oldVersion);
  });
});

describe('what isn’t a newer release of ours', () => {
  it('a release that somebody else signed is none', async () => {
    feed.signers = [makeReleaseKey('packages-test')];
    feed.publish({ version: newVersion, files: [newPackage] });
    const { release, problem } = await check();
    expect(problem?.code).toBe('HCM5106');
    expect(release).toBeNull();
    feed.signers = [inject('releaseKey')];
  });

  it('an older release is none', async () => {
    feed.publish({ version: '0.8.0', files: [newPackage] });
    const { release, problem, phase } = await check();
    expect({ release, problem, phase }).toEqual({ release: null, problem: null, phase: 'idle' });
  });

  it('a package with other bytes than the signed ones isn’t installed, and the popup says so', async () => {
    const { url } = newPackage;
    const bytes = Buffer.from(feed.bytesOf(url));
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    feed.faults.set(url, { kind: 'bytes', bytes });
    feed.publish({ version: newVersion, files: [newPackage], notes: '## Faster\n\n- Starts **sooner**.' });
    await check();
    const popup = dialog(upgradeTexts.foundTitle);
    await expectPage(popup).toContainText('Faster');
    await popup.getByRole('button', { name: upgradeTexts.install }).click();
    await expectPage(popup).toContainText('HCM5116', { timeout: downloadWithinMs });
    expect(await installedVersion()).toBe(oldVersion);
    await world.expectWorks();
    feed.faults.clear();
  });
});

describe('the next version', () => {
  it('is downloaded with its progress, installed, and there with the same connections', async () => {
    const before = await app.mainProcess();
    const { url, size } = newPackage;
    feed.faults.set(url, { kind: 'stall', afterBytes: Math.floor(size / 2) });
    await dialog(upgradeTexts.foundTitle).getByRole('button', { name: upgradeTexts.install }).click();
    const progress = page.getByRole('progressbar', { name: upgradeTexts.downloading });
    // How far it is gets told once a second, and only when something comes.
    const look = async (): Promise<number> => {
      feed.drip(url, 4096);
      return Number(await progress.getAttribute('aria-valuenow', { timeout: downloadWithinMs }));
    };
    await until('half of it is there', look, (part) => part > 0.4 && part < 0.6, {
      deadlineMs: downloadWithinMs,
      everyMs: 250,
    });
    feed.faults.clear();
    feed.resume(url);
    await until('the next version is installed', installedVersion, (version) => version === newVersion, {
      deadlineMs: installWithinMs,
      everyMs: 500,
    });
    page = await app.page(before?.pid);
    await expectPage(page.getByRole('grid')).toContainText(connectionName, { timeout: 60_000 });
    expect(await world.machine.done(['hcm', 'version'])).toContain(newVersion);
    await world.expectWorks();
    expect((await world.connections()).map(({ name }) => name)).toEqual([connectionName]);
  });

  it('came up well, says nothing more of an upgrade, and has its sandbox on', async () => {
    const { current, release, goBackTo, problem, keepsPackage } = await check();
    expect({ current, release, goBackTo, problem }).toEqual({
      current: newVersion,
      release: null,
      goBackTo: null,
      problem: null,
    });
    expect(keepsPackage).toBe(true);
    const pages = (await app.processes()).filter(({ words }) => words.includes('--type=renderer'));
    expect(pages.length, JSON.stringify((await app.processes()).map(({ words }) => words))).toBeGreaterThan(
      0,
    );
    for (const { status, words } of pages) {
      expect(words).not.toContain('--no-sandbox');
      expect(status).toMatch(/^Seccomp:\s+2$/m);
    }
  });
});
