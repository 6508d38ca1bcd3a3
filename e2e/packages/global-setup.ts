/** Before the first test: the packages of these sources, a Debian to install them into, and a screen that nobody sees. */
import { readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from '../../scripts/ensure-built.mjs';
import { makeReleaseKey } from '../../scripts/release-feed.mjs';
import { cacheFolder } from '../../scripts/runtime-choice.mjs';
import { startScreen } from '../../scripts/virtual-screen.mjs';
import type { FeedKey } from '../fixtures/feed-server.ts';
import { buildPackages, packagesFolder, type BuiltPackages } from './built-packages.ts';
import { ensureDebianImage } from './debian-image.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly packages: BuiltPackages;
    /** Signs what these packages accept. */
    readonly releaseKey: FeedKey;
    readonly image: string;
    readonly archives: string;
    readonly display: string;
  }
}

/** @returns what ends it */
async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const cache = cacheFolder(process.env, homedir());
  project.provide('image', await ensureDebianImage(cache, say));
  project.provide('archives', join(cache, 'debian-archives'));
  await ensureBuilt('cli');
  const { packages, key } = await packagesUnderTest(say);
  project.provide('packages', packages);
  project.provide('releaseKey', key);
  const screen = await startScreen();
  project.provide('display', screen.display);
  return () => screen.stop();
}

interface UnderTest {
  readonly packages: BuiltPackages;
  readonly key: FeedKey;
}

/** Fresh ones, unless HCM_PACKAGES=built wants those of the last run: for whoever works on the tests. */
async function packagesUnderTest(say: (line: string) => void): Promise<UnderTest> {
  const note = join(packagesFolder, 'built.json');
  if (process.env['HCM_PACKAGES'] === 'built') return JSON.parse(await readFile(note, 'utf8')) as UnderTest;
  const key = makeReleaseKey('packages-test');
  const underTest = { packages: await buildPackages(key.release, say), key };
  await writeFile(note, JSON.stringify(underTest), { mode: 0o600 });
  return underTest;
}

// Vitest asks for a default export.
export { setUp as default };
