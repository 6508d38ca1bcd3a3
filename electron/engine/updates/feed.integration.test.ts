import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FeedServer } from '../../../e2e/fixtures/feed-server.ts';
import { makeReleaseKey } from '../../../scripts/release-feed.mjs';
import { describeError } from '../../contract/messages/describe-error.ts';
import { toErrorData } from '../../contract/errors.ts';
import { systemClock, type Clock } from '../clock.ts';
import { dialWith } from '../inspect/inspect-connection.ts';
import type { HttpsPorts } from '../net/https-request.ts';
import { RelayDialer } from '../net/dial-relay.ts';
import { createTrust } from '../net/trust.ts';
import { foreignAuthority } from '../testing/foreign-authority.ts';
import { askFeed, type FeedQuestion } from './feed.ts';

let feed: FeedServer;
let ports: HttpsPorts;
const platform = 'linux';
const arch = 'x64';
const file = 'latest-linux.yml';
const closed = new AbortController();

beforeAll(async () => {
  feed = await FeedServer.start();
  ports = portsFor(feed.certificates.caPem);
});

afterEach(() => feed.reset());

afterAll(async () => {
  closed.abort();
  await feed.close();
});

function publish(version: string, name = 'latest', on = feed): string {
  const packages = [on.addPackage(`hcm_${version}_amd64.deb`, Buffer.from(`deb ${version}`))];
  return on.publish({
    version,
    file: name,
    platform,
    arch,
    files: packages,
    notes: `What is new in ${version}`,
  });
}

function portsFor(caPem: string): HttpsPorts {
  const trust = createTrust({ platform: process.platform, extraCaPem: caPem });
  return { clock: systemClock, dial: dialWith({ dialer: new RelayDialer(), trust }, null) };
}

function ask(change: Partial<FeedQuestion> = {}, way = ports) {
  const { url, release } = feed;
  const question: FeedQuestion = {
    feed: url,
    keys: release.keys,
    channel: 'stable',
    platform,
    arch,
    userAgent: 'hcm-test',
    signal: closed.signal,
    ...change,
  };
  return askFeed(question, way);
}

/** The code, and that a person gets words without blanks. */
async function failure(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  const data = toErrorData(error);
  const words = Object.values(describeError(data)).join(' ');
  expect(words).not.toMatch(/[{}]/);
  return `${data.code} ${String(data.details['reason'] ?? '')}`.trim();
}

describe('what a feed says', () => {
  it('is a release with its packages, whose addresses count from the folder', async () => {
    publish('2.4.0');
    const release = await ask();
    expect(release).toMatchObject({
      version: '2.4.0',
      publishedAt: Date.UTC(2026, 10, 20, 9, 30),
      notes: 'What is new in 2.4.0',
      files: [{ name: 'hcm_2.4.0_amd64.deb', url: `${feed.url}hcm_2.4.0_amd64.deb`, sizeBytes: 9 }],
    });
    expect(feed.asked).toEqual([file, `${file}.sig`]);
  });

  it.each([
    ['win32', 'arm64', 'latest.yml'],
    ['darwin', 'arm64', 'latest-mac.yml'],
    ['linux', 'arm64', 'latest-linux-arm64.yml'],
  ] as const)('%s %s asks for %s', async (system, processor, name) => {
    await expect(ask({ platform: system, arch: processor })).rejects.toMatchObject({ code: 'HCM5102' });
    expect(feed.asked).toEqual([name]);
  });

  it('a folder without its last slash is the same folder', async () => {
    publish('2.4.0');
    expect(await ask({ feed: feed.url.slice(0, -1) })).toMatchObject({ version: '2.4.0' });
  });

  it('preview looks at both and takes the higher one', async () => {
    publish('2.4.0');
    expect(await ask({ channel: 'preview' })).toMatchObject({ version: '2.4.0' });
    publish('2.5.0-preview.2', 'preview');
    expect(await ask({ channel: 'preview' })).toMatchObject({ version: '2.5.0-preview.2' });
    expect(await ask()).toMatchObject({ version: '2.4.0' });
    publish('2.5.0');
    expect(await ask({ channel: 'preview' })).toMatchObject({ version: '2.5.0' });
    feed.remove(file);
    expect(await ask({ channel: 'preview' })).toMatchObject({ version: '2.5.0-preview.2' });
  });

  it('follows three redirects with https, also elsewhere', async () => {
    const other = await FeedServer.start(feed.certificates);
    try {
      publish('2.4.0', 'latest', feed);
      const here = feed.url;
      const names = ['one', 'two', file];
      other.faults.set(names[0] ?? '', { kind: 'redirect', to: 'two' });
      other.faults.set(names[1] ?? '', { kind: 'redirect', to: `${here}${file}` });
      other.faults.set(file, { kind: 'redirect', to: 'one' });
      other.faults.set(`${file}.sig`, { kind: 'redirect', to: `${here}${file}.sig` });
      const release = await ask({ feed: other.url });
      expect(release.version).toBe('2.4.0');
      // Packages lie where the feed is said to be.
      expect(release.files[0]?.url).toBe(`${other.url}hcm_2.4.0_amd64.deb`);
    } finally {
      await other.close();
    }
  });
});

describe('what can’t be trusted or read', () => {
  const wrong: readonly (readonly [string, () => void, string])[] = [
    ['nothing there', () => feed.remove(file), 'HCM5102'],
    ['gone', () => feed.faults.set(file, { kind: 'status', status: 410 }), 'HCM5102'],
    ['a server in trouble', () => feed.faults.set(file, { kind: 'status', status: 503 }), 'HCM5110'],
    ['a sign-in', () => feed.faults.set(file, { kind: 'status', status: 401 }), 'HCM5110'],
    ['no signature', () => feed.remove(`${file}.sig`), 'HCM5105'],
    ['a page for a signature', () => feed.put(`${file}.sig`, '<html>Not here</html>'), 'HCM5105'],
    ['garbage', () => feed.put(file, randomBytes(4096)), 'HCM5106 bytes'],
    ['garbage that was signed', () => feed.publishText(file, '\u0000{{{'), 'HCM5107 content'],
    ['a byte that was changed', () => changeByte(file), 'HCM5106 bytes'],
    ['an empty file', () => feed.put(file, ''), 'HCM5106 bytes'],
    ['cut off', () => feed.faults.set(file, { kind: 'cut', afterBytes: 20 }), 'HCM5103 closed'],
    ['too large', () => feed.put(file, Buffer.alloc(1024 * 1024 + 1, 'a')), 'HCM5108 size'],
    [
      'a signature that is too large',
      () => feed.put(`${file}.sig`, Buffer.alloc(8 * 1024 + 1, 'a')),
      'HCM5108 size',
    ],
    [
      'a redirect to http',
      () => feed.faults.set(file, { kind: 'redirect', to: `http://localhost:1/${file}` }),
      'HCM5109 scheme',
    ],
    [
      'a redirect without an address',
      () => feed.faults.set(file, { kind: 'redirect', to: '' }),
      'HCM5109 count',
    ],
    ['redirects without end', () => feed.faults.set(file, { kind: 'redirect', to: file }), 'HCM5109 count'],
  ];

  it.each(wrong)('%s', async (_what, spoil, code) => {
    publish('2.4.0');
    spoil();
    expect(await failure(ask())).toBe(code.replace(/ size$/, ''));
  });

  it('what was signed for another channel or system doesn’t count under another name', async () => {
    const preview = publish('9.0.0-preview.1', 'preview');
    feed.put(file, feed.bytesOf(preview));
    feed.put(`${file}.sig`, feed.bytesOf(`${preview}.sig`));
    expect(await failure(ask())).toBe('HCM5106 bytes');
  });

  it('a bad preview isn’t passed over in favour of a good stable one', async () => {
    publish('2.4.0');
    changeByte(publish('2.5.0-preview.1', 'preview'));
    expect(await failure(ask({ channel: 'preview' }))).toBe('HCM5106 bytes');
    expect(await ask()).toMatchObject({ version: '2.4.0' });
  });

  it('a key that this build doesn’t know', async () => {
    publish('2.4.0');
    expect(await failure(ask({ keys: [makeReleaseKey('another').release] }))).toBe('HCM5106 key');
    // The same id, another key.
    expect(await failure(ask({ keys: [makeReleaseKey('feed-1').release] }))).toBe('HCM5106 bytes');
  });

  it('a build without keys asks nobody', async () => {
    publish('2.4.0');
    expect(await failure(ask({ keys: [] }))).toBe('HCM5104');
    expect(feed.asked).toEqual([]);
  });

  it('a CA that this host doesn’t trust, which gets no request', async () => {
    publish('2.4.0');
    const other = await foreignAuthority('CN=Zscaler Root CA, O=Zscaler Inc.', 'localhost');
    expect(await failure(ask({}, portsFor(other.caPem)))).toMatch(/^HCM5111 (authority|issuer)$/);
    expect(feed.asked).toEqual([]);
  });

  it('nobody there', async () => {
    const gone = await FeedServer.start(feed.certificates);
    const { url } = gone;
    await gone.close();
    expect(await failure(ask({ feed: url }))).toBe('HCM5103 refused');
  });

  it.each([null, 30])('one that never ends its answer (after %j bytes)', async (afterBytes) => {
    publish('2.4.0');
    feed.faults.set(file, { kind: 'stall', afterBytes });
    // Hours pass at once as soon as the feed has the question.
    let pass: (() => void) | undefined;
    const clock: Clock = {
      ...systemClock,
      after: (delayMs, action) => {
        if (delayMs <= 1_000) return systemClock.after(delayMs, action);
        pass = action;
        return () => undefined;
      },
    };
    const asked = failure(ask({}, { ...ports, clock }));
    await expect.poll(() => feed.asked.length, { timeout: 30_000 }).toBe(1);
    pass?.();
    expect(await asked).toBe('HCM5103 timeout');
  });

  it('whoever asked gives up', async () => {
    publish('2.4.0');
    feed.faults.set(file, { kind: 'stall', afterBytes: null });
    const own = new AbortController();
    const asked = ask({ signal: own.signal });
    await expect.poll(() => feed.asked.length, { timeout: 30_000 }).toBe(1);
    own.abort(new Error('given up'));
    await expect(asked).rejects.toThrow('given up');
  });
});

describe('a new key', () => {
  it('counts as soon as a build knows it; files signed with both serve old and new builds', async () => {
    const old = feed.signers;
    const next = makeReleaseKey('feed-2');
    try {
      feed.signers = [...old, next];
      publish('2.4.0');
      expect(await ask({ keys: old.map(({ release }) => release) })).toMatchObject({ version: '2.4.0' });
      expect(await ask({ keys: [next.release] })).toMatchObject({ version: '2.4.0' });
      feed.signers = [next];
      publish('2.4.1');
      expect(await ask({ keys: feed.release.keys })).toMatchObject({ version: '2.4.1' });
      expect(await failure(ask({ keys: old.map(({ release }) => release) }))).toBe('HCM5106 key');
    } finally {
      feed.signers = old;
    }
  });
});

function changeByte(name: string): void {
  const bytes = Uint8Array.from(feed.bytesOf(name));
  bytes[10] = (bytes[10] ?? 0) ^ 1;
  feed.put(name, bytes);
}
