import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withHost } from './host-access.ts';
import { runCli } from './run-cli.ts';
import { createTestIo, type TestIo } from './testing/test-io.ts';

const canary = 'canary-Kaffee-4711';
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-proxy-'));
});

afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }));

async function hcm(words: readonly string[], typed = ''): Promise<TestIo & { readonly code: number }> {
  const io = { ...createTestIo({ environment: { HCM_HOME: folder } }), uid: process.getuid?.() ?? 0 };
  io.typed.end(typed);
  const code = await runCli(['proxy', ...words], io, withHost);
  return { ...io, code };
}

const asBuilt = { mode: 'system', url: null, bypass: '', hasPassword: false };

describe('hcm proxy', () => {
  it('shows what is set', async () => {
    const { code, output } = await hcm([]);
    expect(code).toBe(0);
    expect(JSON.parse(output.text)).toEqual(asBuilt);
    const table = await hcm(['--output', 'table']);
    expect(table.output.text).toMatch(/^Proxy: +system \(as this computer says\)\nAddress: +–\n/);
  });

  it('sets address, list and password, and forgets the password', async () => {
    const url = 'http://m.keller@proxy.corp:8080';
    const words = ['--mode', 'manual', '--url', url, '--bypass', '*.corp,10.0.0.0/8', '--password', '-'];
    const set = await hcm(words, `${canary}\n`);
    expect(set.errors.text).toBe('');
    expect(JSON.parse(set.output.text)).toEqual({
      mode: 'manual',
      url,
      bypass: '*.corp,10.0.0.0/8',
      hasPassword: true,
    });
    const file = join(folder, 'password.txt');
    await writeFile(file, canary);
    expect((await hcm(['--password-file', file])).code).toBe(0);
    for (const name of ['settings.json', 'secrets.json']) {
      expect(await readFile(join(folder, name), 'utf8')).not.toContain(canary);
    }
    // Another proxy, and its password with it.
    const moved = await hcm(['--url', 'http://m.keller@other.corp:8080', '--password', '-'], `${canary}\n`);
    expect(JSON.parse(moved.output.text)).toMatchObject({ hasPassword: true });
    const away = await hcm(['--url', url]);
    expect(JSON.parse(away.output.text)).toMatchObject({ url, hasPassword: false });
    expect((await hcm(['--password-file', file])).code).toBe(0);
    await rm(file);
    const forgotten = await hcm(['--mode', 'none', '--forget-password']);
    expect(JSON.parse(forgotten.output.text)).toMatchObject({ mode: 'none', hasPassword: false });
  });

  it.each([
    [['--mode', 'auto'], 2],
    [['--bypass', 'ho*st'], 2],
    [['--password', canary], 2],
    [['--password', '-'], 2],
    [['--password', '-', '--forget-password'], 2],
    [['--url', `http://u:${canary}@proxy:8080`], 1],
    [['--url', 'socks5://proxy:1080'], 1],
  ])('%j is refused, changes nothing and repeats no secret', async (words, code) => {
    const run = await hcm(words);
    expect(run.code).toBe(code);
    expect(run.errors.text + run.output.text).not.toContain(canary);
    expect(JSON.parse((await hcm([])).output.text)).toEqual(asBuilt);
  });
});
