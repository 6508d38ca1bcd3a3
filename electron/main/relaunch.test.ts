import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RelaunchOptions } from 'electron';
import { expect, it } from 'vitest';
import { relaunch } from './relaunch.ts';

it('comes back in sight, also when a login had started it hidden, and from the AppImage itself', () => {
  const asked: (RelaunchOptions | undefined)[] = [];
  const app = { relaunch: (options?: RelaunchOptions) => void asked.push(options) };
  const installed = '/opt/hcm/hcm-ui';
  relaunch(app, { argv: [installed, '--hidden', '--lang=nl'], env: {}, execPath: installed });
  const mount = realpathSync(tmpdir());
  const env = { APPIMAGE: '/home/kim/some.AppImage', APPDIR: mount };
  const mounted = join(mount, 'hcm-ui');
  relaunch(app, { argv: [mounted], env, execPath: mounted });
  // Started by a terminal that is an AppImage: that one isn't meant.
  relaunch(app, { argv: [installed], env, execPath: installed });
  expect(asked).toEqual([
    { args: ['--lang=nl'] },
    { args: [], execPath: '/home/kim/some.AppImage' },
    { args: [] },
  ]);
});
