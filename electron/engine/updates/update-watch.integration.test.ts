import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FeedServer } from '../../../e2e/fixtures/feed-server.ts';
import type { ContractEvent } from '../../contract/api.ts';
import type { Settings } from '../../contract/settings.ts';
import { defaultSettings } from '../../contract/default-settings.ts';
import type { HostUpdates } from '../../contract/updates.ts';
import { dialWith } from '../inspect/inspect-connection.ts';
import { lineLogger } from '../log/line-logger.ts';
import { LogTail } from '../log/log-tail.ts';
import { SecretRegister } from '../log/secret-register.ts';
import { RelayDialer } from '../net/dial-relay.ts';
import { createTrust, type Trust } from '../net/trust.ts';
import { EngineWorld } from '../testing/engine-world.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { UpdateWatch } from './update-watch.ts';

const hourMs = 3_600_000;
let feed: FeedServer;
let trust: Trust;
let file: string;
const ends: (() => void)[] = [];

beforeAll(async () => {
  feed = await FeedServer.start();
  trust = createTrust({ platform: process.platform, extraCaPem: feed.certificates.caPem });
});

afterEach(() => {
  for (const end of ends.splice(0)) end();
  feed.reset();
});

afterAll(() => feed.close());

function publish(version: string, name = 'latest'): void {
  const deb = feed.addPackage(`hcm_${version}_${process.arch}.deb`, Buffer.alloc(1234, version));
  file = feed.publish({ version, file: name, files: [deb], notes: '## Mended\n\n- much' });
}

function watching(change: Partial<Settings> = {}, current = '1.0.0') {
  const clock = new FakeClock();
  const shown: HostUpdates[] = [];
  const log = new LogTail();
  let settings: Settings = { ...defaultSettings, ...change };
  const watch = new UpdateWatch({
    clock,
    random: () => 0.5,
    log: lineLogger(log.take, 'debug', new SecretRegister()),
    way: () => Promise.resolve(dialWith({ dialer: new RelayDialer(), trust }, null)),
    release: feed.release,
    current,
    platform: process.platform,
    arch: process.arch,
    packageKind: 'deb',
    userAgent: 'hcm-test',
    settings: () => settings,
    onChange: (updates) => shown.push(updates),
  });
  ends.push(() => watch.close());
  return {
    watch,
    clock,
    shown,
    lines: () => log.read({ limit: 100 }).lines.map((line) => JSON.stringify(line)),
    set: (next: Partial<Settings>) => {
      settings = { ...settings, ...next };
      watch.settingsChanged();
    },
    /** Lets time pass by the hour, as it does, and waits for what was asked meanwhile. */
    pass: async (hours: number, answers: number) => {
      for (let hour = 0; hour < hours; hour += 1) clock.advance(hourMs);
      await expect.poll(() => shown.length, { timeout: 30_000 }).toBe(answers);
    },
  };
}

const asked = (): number => feed.asked.filter((name) => name === file).length;

describe('what a host knows of newer versions', () => {
  it('asks when it is told to, and remembers', async () => {
    publish('1.1.0');
    const { watch, shown } = watching();
    expect(watch.get()).toMatchObject({ checkedAt: null, release: null, problem: null, feed: feed.url });
    const updates = await watch.check();
    expect(updates).toMatchObject({
      current: '1.0.0',
      release: {
        version: '1.1.0',
        publishedAt: Date.UTC(2026, 10, 20, 9, 30),
        notes: '## Mended\n\n- much',
        sizeBytes: 1234,
      },
      problem: null,
    });
    expect(watch.get()).toEqual(updates);
    expect(shown).toEqual([updates]);
  });

  it.each([
    ['1.0.0', '1.0.0'],
    ['1.1.0', '1.0.9'],
    ['1.1.0', '1.1.0-preview.4'],
  ])('%s is not offered %s', async (current, offered) => {
    publish(offered);
    const { watch } = watching({}, current);
    expect(await watch.check()).toMatchObject({ release: null, problem: null });
  });

  it('asks once for several who ask at once', async () => {
    publish('1.1.0');
    const { watch } = watching();
    const answers = await Promise.all([watch.check(), watch.check(), watch.check('stable')]);
    expect(asked()).toBe(1);
    expect(new Set(answers.map(({ release }) => release?.version))).toEqual(new Set(['1.1.0']));
  });

  it('another channel is asked for that answer alone', async () => {
    publish('1.1.0');
    publish('1.2.0-preview.1', 'preview');
    const { watch, shown } = watching();
    expect(await watch.check('preview')).toMatchObject({
      channel: 'preview',
      release: { version: '1.2.0-preview.1' },
    });
    expect(watch.get()).toMatchObject({ channel: 'stable', release: null, checkedAt: null });
    expect(shown).toEqual([]);
  });

  it('keeps what it knew when the feed has no answer, and says why', async () => {
    publish('1.1.0');
    const { watch, lines } = watching();
    await watch.check();
    feed.faults.set(file, { kind: 'status', status: 503 });
    expect(await watch.check()).toMatchObject({
      release: { version: '1.1.0' },
      problem: { code: 'HCM5110', details: { status: 503 } },
    });
    feed.faults.clear();
    await watch.check();
    publish('1.0.0');
    expect(await watch.check()).toMatchObject({ release: null, problem: null });
    expect(lines().filter((line) => line.includes('a newer version is available'))).toHaveLength(1);
  });

  it('without a feed it says so and asks nobody', async () => {
    const { watch, clock } = watching();
    const none = new UpdateWatch({
      clock,
      random: () => 0,
      log: lineLogger(() => undefined, 'debug', new SecretRegister()),
      way: () => Promise.reject(new Error('nobody dials')),
      release: { feed: null, keys: feed.release.keys },
      current: '1.0.0',
      platform: 'linux',
      arch: 'x64',
      packageKind: null,
      userAgent: 'hcm-test',
      settings: () => defaultSettings,
      onChange: () => undefined,
    });
    ends.push(() => none.close());
    none.start();
    expect(clock.pending).toBe(0);
    expect(await none.check()).toMatchObject({ feed: null, problem: { code: 'HCM5101' } });
    watch.close();
  });
});

describe('by itself', () => {
  it('asks some minutes after the start, then once a day, and tells each version once', async () => {
    publish('1.1.0');
    const { watch, clock, pass, lines } = watching();
    watch.start();
    clock.advance(9 * 60_000);
    expect(feed.asked).toEqual([]);
    clock.advance(60_000);
    await pass(0, 1);
    await pass(23, 1);
    expect(asked()).toBe(1);
    await pass(1, 2);
    expect(asked()).toBe(2);
    publish('1.2.0');
    await pass(25, 3);
    const told = lines().filter((line) => line.includes('a newer version is available'));
    expect(told.map((line) => /1\.\d\.0/.exec(line)?.[0])).toEqual(['1.1.0', '1.2.0']);
  });

  it('asks again after some hours when there was no answer', async () => {
    publish('1.1.0');
    feed.faults.set(file, { kind: 'status', status: 500 });
    const { watch, pass } = watching();
    watch.start();
    await pass(1, 1);
    await pass(2, 1);
    feed.faults.clear();
    await pass(1, 2);
    expect(watch.get()).toMatchObject({ release: { version: '1.1.0' }, problem: null });
  });

  it('a computer that slept asks within the hour after it wakes', async () => {
    publish('1.1.0');
    const { watch, clock, pass } = watching();
    watch.start();
    await pass(1, 1);
    // Timers stood still, the wall clock went on.
    clock.jumpWall(30 * hourMs);
    await pass(1, 2);
  });

  it('off means no request at all, until it is on again or somebody asks', async () => {
    publish('1.1.0');
    const { watch, clock, set, pass, shown } = watching({ updateMode: 'off' });
    watch.start();
    expect(clock.pending).toBe(0);
    clock.advance(100 * hourMs);
    expect(feed.asked).toEqual([]);
    set({ updateMode: 'notify' });
    expect(shown).toHaveLength(1);
    await pass(1, 2);
    expect(asked()).toBe(1);
    expect(shown.at(-1)).toMatchObject({ mode: 'notify', release: { version: '1.1.0' } });
    set({ updateMode: 'off' });
    expect(shown.at(-1)).toMatchObject({ mode: 'off', release: null });
    expect(clock.pending).toBe(0);
    expect(await watch.check()).toMatchObject({ mode: 'off', release: { version: '1.1.0' } });
    expect(asked()).toBe(2);
    expect(watch.get()).toMatchObject({ mode: 'off', release: null });
    expect(clock.pending).toBe(0);
  });

  it('another channel forgets what was known and asks anew', async () => {
    publish('1.2.0-preview.1', 'preview');
    publish('1.1.0');
    const { watch, set, pass } = watching();
    watch.start();
    await pass(1, 1);
    set({ updateChannel: 'preview' });
    expect(watch.get()).toMatchObject({ channel: 'preview', release: null, checkedAt: null });
    await pass(1, 3);
    expect(watch.get()).toMatchObject({ release: { version: '1.2.0-preview.1' } });
  });

  it('an answer that comes after the feed was changed is dropped', async () => {
    publish('1.1.0');
    feed.faults.set(file, { kind: 'stall', afterBytes: null });
    const { watch, set, shown } = watching();
    const under = watch.check();
    await expect.poll(() => feed.asked.length, { timeout: 30_000 }).toBe(1);
    set({ updateFeed: 'https://localhost:1/other/' });
    feed.resume(file);
    expect(await under).toMatchObject({ feed: 'https://localhost:1/other/', release: null, checkedAt: null });
    expect(shown).toHaveLength(1);
  });

  it('ends with what it waits for', async () => {
    publish('1.1.0');
    feed.faults.set(file, { kind: 'stall', afterBytes: null });
    const { watch, clock, shown } = watching();
    watch.start();
    const under = watch.check();
    await expect.poll(() => feed.asked.length, { timeout: 30_000 }).toBe(1);
    watch.close();
    expect(await under).toMatchObject({ release: null });
    expect(clock.pending).toBe(0);
    expect(shown).toEqual([]);
  });
});

it('a host tells of it: an event, a health item that names no trouble, and the settings count at once', async () => {
  publish('1.1.0');
  const world = await EngineWorld.start();
  ends.push(() => void world.close());
  const engine = await world.open({
    version: '1.0.0',
    release: { feed: null, keys: feed.release.keys },
    extraCaPem: feed.certificates.caPem,
  });
  const events: ContractEvent[] = [];
  engine.subscribe((event) => events.push(event));
  expect(await engine.call('updates.check', {})).toMatchObject({ problem: { code: 'HCM5101' } });
  await engine.call('settings.set', { updateFeed: feed.url });
  expect(await engine.call('updates.check', {})).toMatchObject({
    release: { version: '1.1.0' },
    problem: null,
  });
  expect(await engine.call('updates.get', {})).toMatchObject({ release: { version: '1.1.0' } });
  const told = events.flatMap((event) =>
    event.name === 'updates.changed' ? [event.payload.release?.version] : [],
  );
  expect(told).toEqual([undefined, undefined, '1.1.0']);
  const { items } = await engine.call('health.list', {});
  expect(items).toMatchObject([
    { code: 'HCM8029', affected: [], details: { version: '1.1.0', current: '1.0.0' } },
  ]);
  await engine.call('settings.reset', { names: ['updateFeed'] });
  expect((await engine.call('health.list', {})).items).toEqual([]);
});
