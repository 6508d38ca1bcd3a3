import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { feedSignature, makeReleaseKey } from '../../scripts/release-feed.mjs';
import type { ContractEvent, Host } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import type { Preferences } from '../contract/preferences.ts';
import { defaultPreferences } from '../contract/default-preferences.ts';
import type { HostUpdates, UpdateState } from '../contract/updates.ts';
import { silentLogger } from '../engine/log/logger.ts';
import { FakeClock } from '../engine/testing/fake-clock.ts';
import { readFeedFile } from '../engine/updates/feed-file.ts';
import { vouchesFor, type SignedRelease } from '../engine/updates/signed-package.ts';
import { AppUpdater, stallMs, type AppUpdaterPorts } from './app-updater.ts';
import { InstallAttempts } from './install-attempts.ts';
import type { InstallPackage } from './install-package.ts';
import type { PackageUpdater } from './package-updater.ts';
import { UpdateRecord } from './update-record.ts';

const content = Buffer.from('a package of version 2.4.0');
const key = makeReleaseKey('own');
const release = releaseOf('2.4.0', content);
const dayMs = 24 * 60 * 60_000;

let folder: string;
let clock: FakeClock;
let preferences: Preferences;
let updates: HostUpdates;
let tell: (event: ContractEvent) => void;
let told: UpdateState[];
let ended: (() => Promise<void>)[];
let done: string[];
let asked: string[];
let refusal: HcmError | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-updater-'));
  clock = new FakeClock();
  preferences = defaultPreferences;
  told = [];
  ended = [];
  done = [];
  asked = [];
  refusal = null;
  updates = {
    current: '2.3.1',
    mode: 'notify',
    channel: 'stable',
    feed: 'https://feed.example/',
    checkedAt: clock.now(),
    release: { version: '2.4.0', publishedAt: null, notes: '', sizeBytes: content.length },
    problem: null,
  };
});

afterEach(() => rm(folder, { recursive: true, force: true }));

/** As it comes from the feed, with its signature. */
function releaseOf(version: string, bytes: Buffer): SignedRelease {
  const name = 'latest-linux.yml';
  const sha512 = createHash('sha512').update(bytes).digest('base64');
  const text = stringify({
    version,
    files: [{ url: `hcm_${version}_amd64.deb`, sha512, size: bytes.length }],
  });
  const file = Buffer.from(text);
  const signed = { name, bytes: file, signature: feedSignature(name, file, [key.signing]) };
  return { ...readFeedFile(file, name, new URL('https://feed.example/')), signed };
}

/** Leaves a file as if it had come from the feed. */
function packages(bytes: Buffer = content, ports: Partial<PackageUpdater> = {}): PackageUpdater {
  return {
    download: async (_wanted, onProgress) => {
      onProgress(bytes.length);
      await writeFile(join(folder, 'pending.deb'), bytes);
      return join(folder, 'pending.deb');
    },
    ...ports,
  };
}

/** As an installer that asks first does. */
function prepared(what: string): ReturnType<InstallPackage> {
  if (refusal !== null) return Promise.reject(refusal);
  return Promise.resolve({
    finish: () => Promise.resolve(void done.push(what)),
    giveUp: () => void done.push(`no ${what}`),
  });
}

async function started(ports: Partial<AppUpdaterPorts> = {}, version = '2.3.1'): Promise<AppUpdater> {
  const record = await UpdateRecord.open(folder, silentLogger);
  const attempts = new InstallAttempts({
    version,
    now: () => clock.now(),
    log: silentLogger,
    record,
    isSigned: (kept, signed) => Promise.resolve(vouchesFor(signed, kept, [key.release])),
    putBack: (path) => prepared(`put back ${path.slice(folder.length + 1)}`),
  });
  await attempts.started();
  const host: Host = {
    call: (name) => {
      asked.push(name);
      return Promise.resolve(updates) as never;
    },
    subscribe: (listener) => {
      tell = listener;
      return () => (tell = () => undefined);
    },
  };
  const updater = new AppUpdater({
    version,
    arch: 'x64',
    clock,
    log: silentLogger,
    host,
    installation: { kind: 'deb', obstacle: null },
    packages: packages(),
    installPackage: (path) => prepared(`install ${path.slice(folder.length + 1)}`),
    askFeed: () => Promise.resolve(release),
    attempts,
    store: {
      get state() {
        return { bounds: null, maximized: false, hiddenAtLogin: false, preferences };
      },
      changePreferences: (change) => (preferences = Object.assign({ ...preferences }, change)),
    },
    endWith: (install) => ended.push(install),
    onChange: (state) => told.push(state),
    ...ports,
  });
  updater.start();
  return updater;
}

/** With the host's word that 2.4.0 is there. */
async function found(ports: Partial<AppUpdaterPorts> = {}): Promise<AppUpdater> {
  const updater = await started(ports);
  await updater.hostChanged({ mode: 'app' });
  expect(updater.state).toMatchObject({ phase: 'available', release: { version: '2.4.0' } });
  return updater;
}

const hangs: PackageUpdater['download'] = (_wanted, _onProgress, signal) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error));
  });

describe('AppUpdater', () => {
  it('learns of a release from the host: when it is there, when it tells, and when it is asked to look', async () => {
    const updater = await started();
    tell({ name: 'updates.changed', payload: { ...updates, channel: 'preview' } });
    expect(updater.state).toMatchObject({ phase: 'available', channel: 'preview' });
    updates = { ...updates, release: null };
    await updater.hostChanged({ mode: 'background' });
    expect(updater.state.phase).toBe('idle');
    expect(await updater.check()).toMatchObject({ phase: 'idle', problem: null });
    expect(asked).toEqual(['updates.get', 'updates.check']);
    expect(told.map(({ phase }) => phase)).toContain('checking');
  });

  it('asks nobody while none is looked for', async () => {
    updates = { ...updates, mode: 'off', release: null };
    const updater = await started();
    await updater.hostChanged({ mode: 'app' });
    expect(await updater.check()).toMatchObject({ phase: 'off' });
    expect(asked).toEqual(['updates.get']);
  });

  it('downloads, checks, writes down what it is about to do, and installs when all is drained', async () => {
    const updater = await found();
    expect(await updater.download()).toMatchObject({ phase: 'ready', received: content.length });
    expect(await updater.install()).toMatchObject({ phase: 'installing' });
    expect(done).toEqual([]);
    const record: unknown = JSON.parse(await readFile(join(folder, 'updates.json'), 'utf8'));
    expect(JSON.stringify(record)).toContain('"to":"2.4.0"');
    await ended[0]?.();
    expect(done).toEqual(['install pending.deb']);
  });

  it.each<[string, Partial<HostUpdates>]>([
    ['it was turned off', { mode: 'off', release: null }],
    ['a newer release came', { release: { version: '2.5.0', publishedAt: null, notes: '', sizeBytes: 1 } }],
  ])('installs nothing when %s while the file was checked', async (_what, change) => {
    const updater = await found();
    await updater.download();
    const installing = updater.install();
    tell({ name: 'updates.changed', payload: { ...updates, ...change } });
    expect((await installing).phase).not.toBe('installing');
    expect([ended, done]).toEqual([[], ['no install pending.deb']]);
    expect((await started()).state.problem).toBeNull();
  });

  it.each(['2.3.1', '2.3.0'])(
    'offers no %s, which a host of an older version takes for newer',
    async (version) => {
      updates = { ...updates, current: '2.2.0', release: { ...updates.release!, version } };
      const updater = await started();
      await updater.hostChanged({ mode: 'background' });
      expect(updater.state).toMatchObject({ phase: 'idle', release: null });
      tell({ name: 'updates.changed', payload: updates });
      expect(updater.state).toMatchObject({ phase: 'idle', release: null });
    },
  );

  it.each([
    ['another file', Buffer.from('A package of version 2.4.0')],
    ['half of it', content.subarray(0, 10)],
  ])('installs nothing and keeps no file when %s came', async (_what, bytes) => {
    const updater = await found({ packages: packages(bytes) });
    expect(await updater.download()).toMatchObject({
      phase: 'available',
      problem: { code: 'HCM5116', details: { version: '2.4.0' } },
    });
    expect(existsSync(join(folder, 'pending.deb'))).toBe(false);
    await updater.install();
    expect(ended).toEqual([]);
  });

  it('gives a server up that sends more than the release names', async () => {
    const updater = await found({
      packages: packages(content, {
        download: (_wanted, onProgress, signal) => {
          onProgress(content.length + 1);
          return Promise.reject(signal.reason as Error);
        },
      }),
    });
    expect(await updater.download()).toMatchObject({ phase: 'available', problem: { code: 'HCM5116' } });
  });

  it('installs nothing when the file was changed after it had come', async () => {
    const updater = await found();
    await updater.download();
    await writeFile(join(folder, 'pending.deb'), 'something else');
    expect(await updater.install()).toMatchObject({ phase: 'available', problem: { code: 'HCM5116' } });
    expect(ended).toEqual([]);
  });

  it('says why when the signature of the feed is wrong, and has nothing then', async () => {
    const updater = await found({ askFeed: () => Promise.reject(new HcmError('HCM5106')) });
    expect(await updater.download()).toMatchObject({ phase: 'available', problem: { code: 'HCM5106' } });
  });

  it('says so when the release has no package for this computer', async () => {
    const arm = await found({ arch: 'arm64' });
    expect(await arm.download()).toMatchObject({ problem: { code: 'HCM5118' } });
  });

  it('shows the release that the feed names by now, and has another yes for it', async () => {
    let downloads = 0;
    const updater = await found({
      packages: packages(content, { download: () => Promise.reject(new Error(String((downloads += 1)))) }),
      askFeed: () => Promise.resolve(releaseOf('2.5.0', content)),
    });
    updates = { ...updates, release: { ...updates.release!, version: '2.5.0' } };
    expect(await updater.download()).toMatchObject({
      phase: 'available',
      release: { version: '2.5.0' },
      problem: null,
    });
    expect([asked.at(-1), downloads]).toEqual(['updates.check', 0]);
  });

  it('says so when the feed names another than the host, whatever that finds', async () => {
    const updater = await found({ askFeed: () => Promise.resolve(releaseOf('2.3.9', content)) });
    expect(await updater.download()).toMatchObject({
      phase: 'available',
      release: { version: '2.4.0' },
      problem: { code: 'HCM5115', details: { reason: 'overtaken' } },
    });
  });

  it('takes its time to check what has come', async () => {
    const updater = await found({
      packages: packages(content, {
        download: async (_wanted, onProgress) => {
          onProgress(content.length);
          await writeFile(join(folder, 'pending.deb'), content);
          // While the file is read, on a slow disk.
          setImmediate(() => clock.advance(stallMs));
          return join(folder, 'pending.deb');
        },
      }),
    });
    expect(await updater.download()).toMatchObject({ phase: 'ready', problem: null });
  });

  it('ends a download that is cancelled, without a complaint, and can begin another', async () => {
    let tries = 0;
    const good = packages();
    const updater = await found({
      packages: packages(content, {
        download: (...given) => ((tries += 1) === 1 ? hangs(...given) : good.download(...given)),
      }),
    });
    const downloading = updater.download();
    await expect.poll(() => tries).toBe(1);
    expect(await updater.cancel()).toMatchObject({ phase: 'available', problem: null });
    await downloading;
    expect(updater.state).toMatchObject({ phase: 'available', problem: null });
    expect(await updater.download()).toMatchObject({ phase: 'ready' });
  });

  it('gives up a server that is silent', async () => {
    let began = false;
    const updater = await found({
      packages: packages(content, {
        download: (...given) => {
          began = true;
          return hangs(...given);
        },
      }),
    });
    const downloading = updater.download();
    await expect.poll(() => began).toBe(true);
    clock.advance(stallMs);
    expect(await downloading).toMatchObject({
      phase: 'available',
      problem: { code: 'HCM5115', details: { reason: 'stalled' } },
    });
    expect(clock.pending).toBe(0);
  });

  it('downloads once, however often it is asked, and stops when a newer release is told', async () => {
    let downloads = 0;
    const updater = await found({
      packages: packages(content, {
        download: (...given) => {
          downloads += 1;
          return hangs(...given);
        },
      }),
    });
    const both = [updater.download(), updater.download()];
    await expect.poll(() => downloads).toBe(1);
    tell({
      name: 'updates.changed',
      payload: { ...updates, release: { ...updates.release!, version: '2.5.0' } },
    });
    await Promise.all(both);
    expect(downloads).toBe(1);
    expect(updater.state).toMatchObject({
      phase: 'available',
      release: { version: '2.5.0' },
      problem: null,
    });
  });

  it.each<[string, Partial<HostUpdates>]>([
    ['the feed names it no more', { checkedAt: 9 }],
    ['another channel is chosen', { checkedAt: null, channel: 'preview' }],
    ['another feed is named', { checkedAt: null, feed: 'https://other.example/' }],
  ])('ends a download when %s, and says so', async (_what, change) => {
    const updater = await found({ packages: packages(content, { download: hangs }) });
    const downloading = updater.download();
    tell({ name: 'updates.changed', payload: { ...updates, release: null, ...change } });
    expect(await downloading).toMatchObject({
      phase: 'idle',
      release: null,
      problem: { code: 'HCM5115', details: { version: '2.4.0', reason: 'withdrawn' } },
    });
  });

  it('goes on with what it has when another host takes over that knows nothing yet', async () => {
    const updater = await found();
    await updater.download();
    updates = { ...updates, checkedAt: null, release: null };
    await updater.hostChanged({ mode: 'background' });
    expect(updater.state.phase).toBe('ready');
    expect(await updater.install()).toMatchObject({ phase: 'installing' });
  });

  it('ends nothing, and isn’t said to have failed later, when nobody allows it', async () => {
    refusal = new HcmError('HCM5117', { reason: 'refused' });
    const updater = await found();
    await updater.download();
    expect(await updater.install()).toMatchObject({ phase: 'available', problem: { code: 'HCM5117' } });
    expect(ended).toEqual([]);
    expect((await started()).state.problem).toBeNull();
  });

  it('begins no install when that can’t be written down', async () => {
    const updater = await found({ packages: packages() });
    await updater.download();
    // The place of the packages that are kept.
    await writeFile(join(folder, 'updates'), '');
    expect(await updater.install()).toMatchObject({ phase: 'available', problem: { code: 'HCM4005' } });
    expect([ended, done]).toEqual([[], ['no install pending.deb']]);
  });

  it('has nothing to download where the package can’t be replaced from within', async () => {
    const updater = await found({ installation: { kind: null, obstacle: 'package' }, packages: null });
    expect(await updater.download()).toMatchObject({ phase: 'available', obstacle: 'package' });
  });

  it('is quiet until tomorrow, or for good about one version', async () => {
    const updater = await found();
    expect(updater.state.isQuiet).toBe(false);
    expect((await updater.later()).isQuiet).toBe(true);
    clock.advance(dayMs - 1);
    expect(updater.state.isQuiet).toBe(true);
    const before = told.length;
    clock.advance(1);
    expect(told.slice(before)).toMatchObject([{ isQuiet: false }]);
    expect((await updater.skip()).isQuiet).toBe(true);
    tell({
      name: 'updates.changed',
      payload: { ...updates, release: { ...updates.release!, version: '2.5.0' } },
    });
    expect(updater.state.isQuiet).toBe(false);
    updater.close();
    expect(clock.pending).toBe(0);
  });

  it('isn’t silenced for years by a clock that was wrong', async () => {
    preferences = { ...preferences, remindAt: clock.now() + 400 * dayMs };
    expect((await found()).state.isQuiet).toBe(false);
  });
});

describe('after an install', () => {
  /** Runs 2.3.1 to the point where it ends for 2.4.0; with its own package kept if it came that way itself. */
  async function installed(): Promise<void> {
    const updater = await found();
    await updater.download();
    await updater.install();
    updater.close();
  }

  it('is done once window and host are up', async () => {
    await installed();
    const newer = await started({}, '2.4.0');
    updates = { ...updates, release: null };
    await newer.windowShown();
    await newer.hostChanged({ mode: 'app' });
    const again = await started({}, '2.4.0');
    await again.hostChanged({ mode: 'unreachable' });
    expect(again.state).toMatchObject({ goBackTo: null, problem: null, keepsPackage: true });
  });

  it('says so when the old version started again', async () => {
    await installed();
    const older = await started();
    expect(older.state.problem).toEqual({
      code: 'HCM5117',
      details: { version: '2.4.0', reason: 'unknown' },
    });
    await older.hostChanged({ mode: 'app' });
    // Trying again ends that word.
    expect(await older.download()).toMatchObject({ phase: 'ready', problem: null });
  });

  it('can’t offer a version whose package was never here', async () => {
    await installed();
    const newer = await started({}, '2.4.0');
    await newer.hostChanged({ mode: 'unreachable' });
    expect(newer.state.goBackTo).toBeNull();
    expect(await newer.goBack()).toMatchObject({ problem: { code: 'HCM5119' } });
    expect(ended).toHaveLength(1);
  });

  describe('with the package of the version before', () => {
    beforeEach(async () => {
      await installed();
      const running = await started({}, '2.4.0');
      await running.windowShown();
      await running.hostChanged({ mode: 'app' });
      running.close();
      // 2.4.0 gets 2.5.0 in the same way.
      const bytes = Buffer.from('a package of version 2.5.0');
      updates = { ...updates, release: { ...updates.release!, version: '2.5.0' } };
      const updater = await started(
        {
          packages: packages(bytes),
          askFeed: () => Promise.resolve(releaseOf('2.5.0', bytes)),
        },
        '2.4.0',
      );
      await updater.hostChanged({ mode: 'app' });
      await updater.download();
      await updater.install();
      updater.close();
      updates = { ...updates, release: null };
      ended = [];
    });

    it('offers it as soon as the host doesn’t start, and puts it back when it is asked to', async () => {
      const newest = await started({}, '2.5.0');
      expect(newest.state.goBackTo).toBeNull();
      await newest.hostChanged({ mode: 'unreachable' });
      expect(newest.state.goBackTo).toBe('2.4.0');
      await newest.goBack();
      await ended[0]?.();
      expect(done).toEqual(['put back updates/2.4.0.deb']);
      expect(preferences.skippedVersion).toBe('2.5.0');
    });

    it('offers it at the third start when two never came up', async () => {
      for (const offered of [null, null, '2.4.0']) {
        const newest = await started({}, '2.5.0');
        expect(newest.state.goBackTo).toBe(offered);
        newest.close();
      }
    });

    it('offers it again when nobody allowed it', async () => {
      refusal = new HcmError('HCM5117', { reason: 'refused' });
      const newest = await started({}, '2.5.0');
      await newest.hostChanged({ mode: 'unreachable' });
      expect(await newest.goBack()).toMatchObject({ problem: { code: 'HCM5117' } });
      expect(ended).toEqual([]);
      const again = await started({}, '2.5.0');
      await again.hostChanged({ mode: 'unreachable' });
      expect(again.state).toMatchObject({ goBackTo: '2.4.0', problem: null });
    });

    it('keeps what vouches for both beside them, and nothing else', async () => {
      expect((await readdir(join(folder, 'updates'))).sort()).toEqual([
        '2.4.0.deb',
        '2.4.0.deb.yml',
        '2.4.0.deb.yml.sig',
        '2.5.0.deb',
        '2.5.0.deb.yml',
        '2.5.0.deb.yml.sig',
      ]);
    });

    it.each([
      ['another package, and its checksum', ''],
      ['a feed that nobody signed as well', '.yml'],
    ])('puts nothing back that somebody wrote here: %s', async (_what, also) => {
      const bytes = Buffer.from('A package of version 2.4.0');
      const evil = releaseOf('2.4.0', bytes);
      const own = await readFile(join(folder, 'updates.json'), 'utf8');
      const forged = own.replace(release.files[0]!.sha512, evil.files[0]!.sha512);
      expect(forged).not.toBe(own);
      await writeFile(join(folder, 'updates.json'), forged);
      await writeFile(join(folder, 'updates', '2.4.0.deb'), bytes);
      if (also !== '') await writeFile(join(folder, 'updates', `2.4.0.deb${also}`), evil.signed.bytes);
      const newest = await started({}, '2.5.0');
      await newest.hostChanged({ mode: 'unreachable' });
      expect(newest.state.goBackTo).toBe('2.4.0');
      expect(await newest.goBack()).toMatchObject({ problem: { code: 'HCM5119' } });
      expect(ended).toEqual([]);
    });

    it('puts nothing back that was changed since', async () => {
      await writeFile(join(folder, 'updates', '2.4.0.deb'), 'something else');
      const newest = await started({}, '2.5.0');
      await newest.hostChanged({ mode: 'unreachable' });
      expect(await newest.goBack()).toMatchObject({ problem: { code: 'HCM5119' } });
      expect(ended).toEqual([]);
    });
  });
});
