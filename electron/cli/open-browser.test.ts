import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { browserObstacle, openBrowser, programFor } from './open-browser.ts';

const url = 'https://login.example/authorize?client_id=1&state=a%20b&code_challenge=$(touch x);`id`';

describe('a browser that a person sees', () => {
  it.each([
    ['linux', { DISPLAY: ':0' }, null],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, null],
    ['linux', { DISPLAY: '' }, 'display'],
    ['linux', {}, 'display'],
    ['freebsd', {}, 'display'],
    ['linux', { DISPLAY: 'localhost:10.0', SSH_CONNECTION: '10.0.0.1 5 10.0.0.2 22' }, 'ssh'],
    ['win32', {}, null],
    ['win32', { SSH_CLIENT: '10.0.0.1 5 22' }, 'ssh'],
    ['darwin', {}, null],
    ['darwin', { SSH_TTY: '/dev/ttys001' }, 'ssh'],
  ] as const)('on %s with %j: %s', (platform, environment, obstacle) => {
    expect(browserObstacle({ platform, environment })).toBe(obstacle);
  });

  it('each system has a program of its own for it', () => {
    expect(programFor({ platform: 'linux', environment: {} })).toEqual(['xdg-open']);
    expect(programFor({ platform: 'darwin', environment: {} })).toEqual(['/usr/bin/open']);
    expect(programFor({ platform: 'win32', environment: { SystemRoot: String.raw`D:\Win` } })).toEqual([
      String.raw`D:\Win\System32\rundll32.exe`,
      'url.dll,FileProtocolHandler',
    ]);
  });
});

describe('opening', () => {
  let folder: string;
  let calls: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hcm-browser-'));
    calls = join(folder, 'calls');
  });

  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function place(then: string) {
    const file = join(folder, 'xdg-open');
    const look = `printf '%s|' "$#" "$1" "\${HCM_AZURE_SECRET-none}" "\${LANG-none}" > '${calls}'`;
    await writeFile(file, `#!/bin/sh\n${look}\n${then}\n`);
    await chmod(file, 0o755);
    const PATH = [folder, process.env['PATH'] ?? ''].join(delimiter);
    return {
      platform: 'linux',
      environment: { PATH, LANG: 'de', HCM_AZURE_SECRET: 'canary' },
    } as const;
  }

  it('hands over one argument as it is, and none of our variables', async () => {
    expect(await openBrowser(await place('exit 0'), url)).toBe(true);
    expect((await readFile(calls, 'utf8')).split('|')).toEqual(['1', new URL(url).href, 'none', 'de', '']);
  });

  it('says when the program failed, or isn’t there', async () => {
    expect(await openBrowser(await place('exit 3'), url)).toBe(false);
    expect(await openBrowser({ platform: 'linux', environment: { PATH: join(folder, 'none') } }, url)).toBe(
      false,
    );
  });

  it.each(['http://login.example/', 'file:///etc/passwd', 'javascript:alert(1)', '--help', ''])(
    '%s is never opened',
    async (bad) => {
      expect(await openBrowser(await place('exit 0'), bad)).toBe(false);
      await expect(readFile(calls, 'utf8')).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );
});
