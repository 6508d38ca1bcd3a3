import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installationOf, type InstallationPlace } from './package-kind.ts';

let folder: string;

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'hcm-kind-')));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function kindOf(change: Partial<InstallationPlace>) {
  return installationOf({
    platform: 'linux',
    isPackaged: true,
    resources: join(folder, 'resources'),
    program: join(folder, 'hybrid-connection-manager'),
    environment: {},
    uid: 0,
    ...change,
  });
}

const byPackage = { kind: null, obstacle: 'package' };

describe('installationOf', () => {
  it.each(['deb', 'rpm'] as const)('knows a %s by what it brings', async (kind) => {
    await mkdir(join(folder, 'resources'));
    await writeFile(join(folder, 'resources', 'package-type'), `${kind}\n`);
    expect(kindOf({})).toEqual({ kind, obstacle: null });
  });

  it('knows an AppImage by the mount that the program lies in', () => {
    const environment = { APPIMAGE: join(folder, 'hcm.AppImage'), APPDIR: folder };
    expect(kindOf({ environment })).toEqual({ kind: 'AppImage', obstacle: null });
  });

  it('leaves an AppImage where this app can’t write to who put it there', () => {
    const environment = { APPIMAGE: join(folder, 'not', 'here', 'hcm.AppImage'), APPDIR: folder };
    expect(kindOf({ environment })).toEqual(byPackage);
  });

  it('doesn’t take itself for the AppImage that it was started from within', async () => {
    const other = join(folder, 'mount-of-a-terminal');
    await mkdir(other);
    const environment = { APPIMAGE: '/home/ada/terminal.AppImage', APPDIR: other };
    expect(kindOf({ environment })).toEqual(byPackage);
    expect(kindOf({ environment: { APPIMAGE: '/home/ada/terminal.AppImage' } })).toEqual(byPackage);
    expect(kindOf({ environment: { APPIMAGE: 'x', APPDIR: join(folder, 'gone') } })).toEqual(byPackage);
  });

  it('leaves archives, MSI and macOS to who installed them', async () => {
    expect(kindOf({})).toEqual(byPackage);
    expect(kindOf({ platform: 'darwin' })).toEqual(byPackage);
    expect(kindOf({ platform: 'win32' })).toEqual(byPackage);
    await writeFile(join(folder, 'Uninstall Hybrid Connection Manager.exe'), '');
    expect(kindOf({ platform: 'win32' })).toEqual({ kind: 'exe', obstacle: null });
    expect(kindOf({ isPackaged: false })).toEqual({ kind: null, obstacle: 'development' });
  });
});
