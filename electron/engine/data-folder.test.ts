import { chmodSync, mkdirSync, realpathSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder, prepareDataFolder, type DataFolderOptions } from './data-folder.ts';
import { temporaryFolder } from './store/testing/temporary-folder.ts';

const linux: DataFolderOptions = { platform: 'linux', env: {}, homedir: '/home/mk' };
const mac: DataFolderOptions = { platform: 'darwin', env: {}, homedir: '/Users/mk' };
const windows: DataFolderOptions = { platform: 'win32', env: {}, homedir: 'C:\\Users\\mk' };

describe('dataFolder', () => {
  it.each<[string, DataFolderOptions, string]>([
    ['Linux', linux, '/home/mk/.config/hcm'],
    ['Linux, XDG', { ...linux, env: { XDG_CONFIG_HOME: '/data/config' } }, '/data/config/hcm'],
    [
      'Linux, XDG relative: ignored',
      { ...linux, env: { XDG_CONFIG_HOME: 'config' } },
      '/home/mk/.config/hcm',
    ],
    ['Linux, XDG empty', { ...linux, env: { XDG_CONFIG_HOME: '' } }, '/home/mk/.config/hcm'],
    ['Linux, service', { ...linux, kind: 'service' }, '/var/lib/hcm'],
    ['macOS', mac, '/Users/mk/Library/Application Support/hcm'],
    ['macOS, service', { ...mac, kind: 'service' }, '/Library/Application Support/hcm'],
    ['Windows', { ...windows, env: { LOCALAPPDATA: 'D:\\Local' } }, 'D:\\Local\\hcm'],
    ['Windows without LOCALAPPDATA', windows, 'C:\\Users\\mk\\AppData\\Local\\hcm'],
    ['Windows, service', { ...windows, kind: 'service', env: { ProgramData: 'E:\\PD' } }, 'E:\\PD\\hcm'],
    ['Windows, service, no ProgramData', { ...windows, kind: 'service' }, 'C:\\ProgramData\\hcm'],
    ['HCM_HOME', { ...linux, env: { HCM_HOME: '/srv/hcm/', XDG_CONFIG_HOME: '/x' } }, '/srv/hcm'],
    ['HCM_HOME, service', { ...linux, kind: 'service', env: { HCM_HOME: '/srv/hcm' } }, '/srv/hcm'],
    ['HCM_HOME, relative', { ...linux, env: { HCM_HOME: 'demo' } }, '/home/mk/demo'],
    [
      'HCM_HOME, relative to a terminal’s folder',
      { ...linux, env: { HCM_HOME: 'demo' }, workingFolder: '/srv' },
      '/srv/demo',
    ],
    [
      'HCM_HOME, relative, Windows',
      { ...windows, env: { HCM_HOME: 'hcm' }, workingFolder: 'D:\\data' },
      'D:\\data\\hcm',
    ],
    ['a working folder alone', { ...linux, workingFolder: '/srv' }, '/home/mk/.config/hcm'],
    ['HCM_HOME, empty', { ...linux, env: { HCM_HOME: '' } }, '/home/mk/.config/hcm'],
    ['HCM_HOME, Windows', { ...windows, env: { HCM_HOME: 'D:\\hcm' } }, 'D:\\hcm'],
  ])('%s', (_what, options, expected) => {
    expect(dataFolder(options)).toBe(expected);
  });
});

describe('prepareDataFolder', () => {
  const modeOf = (path: string): number => statSync(path).mode & 0o777;

  it('makes the folder, for its owner only', async () => {
    const folder = join(temporaryFolder(), 'a', 'hcm');
    expect(await prepareDataFolder(folder, 'linux')).toBe(realpathSync(folder));
    expect(modeOf(folder)).toBe(0o700);
    expect(await prepareDataFolder(folder, 'linux')).toBe(realpathSync(folder));
  });

  it('narrows an empty one that others could enter, except on Windows, where modes say nothing', async () => {
    const folder = join(temporaryFolder(), 'hcm');
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    await prepareDataFolder(folder, 'win32');
    expect(modeOf(folder)).toBe(0o777);
    await prepareDataFolder(folder, 'linux');
    expect(modeOf(folder)).toBe(0o700);
  });

  it('never changes the mode of a folder with something in it, and refuses one that others may write to', async () => {
    const folder = join(temporaryFolder(), 'hcm');
    mkdirSync(folder);
    writeFileSync(join(folder, 'ca.pem'), '');
    chmodSync(folder, 0o755);
    expect(await prepareDataFolder(folder, 'linux')).toBe(realpathSync(folder));
    expect(modeOf(folder)).toBe(0o755);
    for (const mode of [0o775, 0o757, 0o1777]) {
      chmodSync(folder, mode);
      await expect(prepareDataFolder(folder, 'linux')).rejects.toMatchObject({
        code: 'HCM4004',
        details: { reason: 'others can write' },
      });
    }
  });

  it('knows a folder by its real path', async () => {
    const parent = temporaryFolder();
    mkdirSync(join(parent, 'real'));
    symlinkSync(join(parent, 'real'), join(parent, 'link'));
    expect(await prepareDataFolder(join(parent, 'link'), 'linux')).toBe(realpathSync(join(parent, 'real')));
  });

  it('says why it can not', async () => {
    const parent = temporaryFolder();
    writeFileSync(join(parent, 'file'), '');
    await expect(prepareDataFolder(join(parent, 'file', 'hcm'), 'linux')).rejects.toMatchObject({
      code: 'HCM4005',
      details: { file: 'data folder', reason: 'ENOTDIR' },
    });
  });
});
