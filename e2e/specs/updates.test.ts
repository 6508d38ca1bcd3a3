/** The built hcm finds out about newer versions, from a feed that is really there, signed as releases are. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ConnectProxy } from '../fixtures/connect-proxy.ts';
import { FeedServer, type FeedKey } from '../fixtures/feed-server.ts';
import type { Finished } from '../fixtures/hcm-process.ts';
import { ReleaseBuild } from '../fixtures/release-build.ts';
import { Stage, type StartOptions } from '../fixtures/stage.ts';
import { startHost } from '../fixtures/tunnel.ts';
import { until } from '../fixtures/until.ts';

const script = join(import.meta.dirname, '..', '..', 'scripts', 'release-feed.mjs');
const run = promisify(execFile);
let feed: FeedServer;
let build: ReleaseBuild;
let keys: string;
/** Private half of a key that the script made, and that the build knows as well. */
let scriptKey: string;
let stage: Stage;
let own: StartOptions;

beforeAll(async () => {
  feed = await FeedServer.start();
  keys = await mkdtemp(join(tmpdir(), 'hcm-keys-'));
  const made = JSON.parse(
    (await run(process.execPath, [script, 'new-key', keys])).stdout,
  ) as FeedKey['release'];
  scriptKey = join(keys, `${made.id}.pem`);
  build = await ReleaseBuild.make('1.0.0', { ...feed.release, keys: [...feed.release.keys, made] });
});

afterAll(async () => {
  await feed.close();
  await build.remove();
  await rm(keys, { recursive: true, force: true });
});

beforeEach(async () => {
  feed.reset();
  stage = await Stage.open();
  const caFile = join(stage.folder, 'ca.pem');
  await writeFile(caFile, feed.certificates.caPem);
  own = { program: build.program, environment: { HCM_EXTRA_CA_CERTS: caFile } };
});

afterEach(() => stage.dispose());

function publish(version: string, name = 'latest'): string {
  const files = [feed.addPackage(`hcm_${version}_${process.arch}.deb`, Buffer.alloc(2_000))];
  return feed.publish({ version, file: name, files, notes: '## Mended\n\n- \u001b[31mmuch\u001b[0m' });
}

function check(words: readonly string[] = [], options: StartOptions = own): Promise<Finished> {
  return stage.run(['version', '--check', ...words], options);
}

const expected = { version: '1.1.0', published: '2026-11-20T09:30:00.000Z', sizeBytes: 2_000 };

describe.each(['without a host', 'with a host that runs'])('%s', (how) => {
  beforeEach(async () => {
    if (how !== 'without a host') await startHost(stage, own);
  });

  it('a newer version ends with 10, none with 0, one that is older too', async () => {
    publish('1.1.0');
    const newer = await check(['--output', 'json']);
    expect([newer.exitCode, newer.errors]).toEqual([10, '']);
    expect(JSON.parse(newer.output)).toMatchObject({
      version: '1.0.0',
      channel: 'stable',
      feed: feed.url,
      release: expected,
    });
    for (const version of ['1.0.0', '0.9.0']) {
      publish(version);
      const none = await check(['--output', 'yaml']);
      expect(none.exitCode).toBe(0);
      expect(parse(none.output)).toMatchObject({ release: null });
    }
  });

  it('another channel for once, or for good', async () => {
    publish('1.1.0');
    publish('1.2.0-preview.1', 'preview');
    const once = await stage.run(['version', '--channel', 'preview'], own);
    expect(once.exitCode).toBe(10);
    expect(JSON.parse(once.output)).toMatchObject({
      channel: 'preview',
      release: { version: '1.2.0-preview.1' },
    });
    expect(JSON.parse((await check()).output)).toMatchObject({ release: { version: '1.1.0' } });
    expect((await stage.run(['config', 'set', 'updateChannel', 'preview'], own)).exitCode).toBe(0);
    expect(JSON.parse((await check()).output)).toMatchObject({ release: { version: '1.2.0-preview.1' } });
  });

  it('what can’t be known ends with 1 and the code', async () => {
    const file = publish('1.1.0');
    const bytes = Buffer.from(feed.bytesOf(file));
    feed.put(file, bytes.toString('utf8').replace('1.1.0', '9.9.9'));
    const changed = await check();
    expect([changed.exitCode, changed.output]).toEqual([1, '']);
    expect(changed.errors).toContain('HCM5106');
    feed.put(file, bytes);
    feed.remove(`${file}.sig`);
    expect((await check()).errors).toContain('HCM5105');
    feed.reset();
    expect((await check()).errors).toContain('HCM5102');
  });
});

it('hcm version alone is the bare number and asks nobody', async () => {
  publish('1.1.0');
  const { exitCode, output } = await stage.run(['version'], own);
  expect([exitCode, output]).toEqual([0, '1.0.0\n']);
  expect(feed.asked).toEqual([]);
});

it('people read what is new, and nothing of it steers the terminal', async () => {
  publish('1.1.0');
  const { exitCode, output } = await check(['--output', 'table']);
  expect(exitCode).toBe(10);
  for (const text of [
    '1.0.0',
    '1.1.0',
    'stable',
    feed.url,
    'What has changed in 1.1.0:',
    '## Mended',
    '- [31mmuch',
  ]) {
    expect(output).toContain(text);
  }
  expect(output).not.toContain('\u001b');
});

it('goes through the proxy of its environment', async () => {
  publish('1.1.0');
  const proxy = await ConnectProxy.start();
  stage.afterwards(() => proxy.close());
  await stage.run(['proxy', '--bypass', '<-loopback>'], own);
  const environment = { ...own.environment, HTTPS_PROXY: `http://${proxy.address}` };
  expect((await check([], { ...own, environment })).exitCode).toBe(10);
  expect(new Set(proxy.asked)).toEqual(new Set([new URL(feed.url).host]));
});

it('no switch makes it trust a feed whose CA this computer doesn’t know', async () => {
  publish('1.1.0');
  const environment = {
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    NODE_EXTRA_CA_CERTS: own.environment?.['HCM_EXTRA_CA_CERTS'] ?? '',
  };
  const { exitCode, errors } = await check([], { ...own, environment });
  expect([exitCode, feed.asked]).toEqual([1, []]);
  expect(errors).toContain('HCM5111');
});

it('a host tells of it in its status and its metrics, and not after it is off', async () => {
  publish('1.1.0');
  const host = await startHost(stage, own, ['--http', '127.0.0.1:0']);
  const url = await host.report(
    'monitoring listens',
    (report) => /"url":"(http:[^"]+)"/.exec(JSON.stringify(report))?.[1],
  );
  const metric = async (): Promise<string | undefined> =>
    /^hcm_update_available (\d)$/m.exec(await (await fetch(`${url}/metrics`)).text())?.[1];
  expect(await metric()).toBe('0');
  expect((await check()).exitCode).toBe(10);
  expect(await metric()).toBe('1');
  const { health } = JSON.parse((await stage.run(['status', '--output', 'json'], own)).output) as {
    readonly health: readonly { readonly code: string; readonly severity: string }[];
  };
  expect(health).toMatchObject([{ code: 'HCM8029', severity: 'info' }]);
  await host.report('the log says so', (report) =>
    JSON.stringify(report).includes('a newer version is available') ? true : undefined,
  );
  await stage.run(['config', 'set', 'updateFeed', `${feed.url}elsewhere/`], own);
  await until('the metric falls', metric, (value) => value === '0');
});

describe('a build of these sources', () => {
  it('names no feed, and accepts no release of one that is set', async () => {
    publish('9.0.0');
    const environment = own.environment ?? {};
    const none = await check([], { environment });
    expect(none.exitCode).toBe(1);
    expect(none.errors).toContain('HCM5101');
    await stage.run(['config', 'set', 'updateFeed', feed.url], { environment });
    const refused = await check([], { environment });
    expect(refused.exitCode).toBe(1);
    expect(refused.errors).toContain('HCM5104');
    expect(feed.asked).toEqual([]);
  });
});

describe('release-feed.mjs', () => {
  it('makes a key whose signatures count', async () => {
    expect((await stat(scriptKey)).mode & 0o777).toBe(0o600);
    const name = feed.publish({ version: '3.0.0', files: [feed.addPackage('a.deb', Buffer.alloc(1))] });
    const file = join(stage.folder, name);
    await writeFile(file, feed.bytesOf(name));
    await run(process.execPath, [script, 'sign', '--key', scriptKey, file]);
    feed.put(`${name}.sig`, await readFile(`${file}.sig`));
    const { exitCode, output } = await check(['--output', 'json']);
    expect([exitCode, output]).toEqual([10, expect.stringContaining('3.0.0')]);
  });

  it('keeps the private half out of the tree', async () => {
    const inTree = join(import.meta.dirname, '..', '..', 'assets');
    await expect(run(process.execPath, [script, 'new-key', inTree])).rejects.toMatchObject({
      stderr: expect.stringContaining('outside of it') as unknown,
    });
  });
});
