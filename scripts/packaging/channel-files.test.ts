import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ChannelFiles } from './channel-files.mjs';
import { packagingRounds } from './packaging-rounds.mjs';

let folder = '';

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'hcm-channel-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function builderWrites(...urls: readonly string[]): void {
  const files = urls.map((url) => `  - url: ${url}\n    sha512: x\n`).join('');
  writeFileSync(
    join(folder, 'latest-linux.yml'),
    `version: 1.2.3\nfiles:\n${files}path: ${urls[0]}\nreleaseDate: '2026-01-02T03:04:05.678Z'\n`,
  );
}

it('tells of what every call made, and of nothing from before', () => {
  builderWrites('old.deb');
  const known = new ChannelFiles(folder);
  builderWrites('a.AppImage');
  known.keep();
  builderWrites('a.deb', 'a.rpm');
  known.keep();
  known.write();
  const text = readFileSync(join(folder, 'latest-linux.yml'), 'utf8');
  const { version, files } = parse(text) as { version: string; files: { url: string }[] };
  expect(text).toMatch(/releaseDate: ["']2026-01-02T03:04:05\.678Z["']/);
  expect(version).toBe('1.2.3');
  expect(files.map(({ url }) => url)).toEqual(['a.deb', 'a.rpm', 'a.AppImage']);
});

it('makes apart what must not say that it is a deb', () => {
  expect(packagingRounds('linux', ['deb', 'rpm', 'tar.gz'])).toEqual([['tar.gz'], ['deb', 'rpm']]);
  expect(packagingRounds('linux', undefined)).toEqual([['tar.gz'], ['AppImage'], ['deb', 'rpm']]);
  expect(packagingRounds('win', undefined)).toEqual([undefined]);
});
