import { existsSync } from 'node:fs';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../engine/store/testing/temporary-folder.ts';
import { openAppFolder, throwawayProfile, type AppFolderOptions } from './app-folder.ts';
import { readStartOptions } from './start-options.ts';

function options(folder: string, change: Partial<AppFolderOptions> = {}): AppFolderOptions {
  const { platform } = process;
  return {
    platform,
    env: { HCM_HOME: join(folder, 'data') },
    homedir: folder,
    temporaryFolder: folder,
    demo: false,
    ...change,
  };
}

describe('openAppFolder', () => {
  it('makes the data folder and a profile in it, for the owner only, and leaves both', async () => {
    const folder = temporaryFolder();
    const opened = await openAppFolder(options(folder));
    if (!opened.ok) throw new Error(opened.problem.code);
    const { home } = opened;
    expect(home.profile).toBe(join(home.folder, 'window'));
    for (const path of [home.folder, home.profile]) expect((await stat(path)).mode & 0o077).toBe(0);
    home.dispose();
    expect(existsSync(home.profile)).toBe(true);
  });

  it('takes a temporary folder for the demo, whatever else is set, and deletes it', async () => {
    const folder = temporaryFolder();
    const opened = await openAppFolder(options(folder, { demo: true }));
    if (!opened.ok) throw new Error(opened.problem.code);
    expect(dirname(opened.home.folder)).toBe(folder);
    await writeFile(join(opened.home.folder, 'connections.json'), '{}');
    opened.home.dispose();
    expect(await readdir(folder)).toEqual([]);
  });

  it('says what is wrong with the folder', async () => {
    const folder = temporaryFolder();
    await writeFile(join(folder, 'data'), 'a file');
    expect(await openAppFolder(options(folder))).toMatchObject({
      ok: false,
      problem: { code: 'HCM4005', details: { file: 'data folder' } },
    });
  });
});

describe('throwawayProfile', () => {
  it('is a folder of its own, for the owner only, and goes without a trace', async () => {
    const folder = temporaryFolder();
    const { profile, dispose } = throwawayProfile(folder);
    expect(dirname(profile)).toBe(folder);
    expect((await stat(profile)).mode & 0o077).toBe(0);
    dispose();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('readStartOptions', () => {
  it.each([
    [['electron', '.'], {}, false],
    [['electron', '.', '--demo'], {}, true],
    [['electron', '.'], { HCM_DEMO: '1' }, true],
    [['electron', '.'], { HCM_DEMO: '0' }, false],
  ])('%j %j', (argv, environment, demo) =>
    expect(readStartOptions(argv, environment)).toEqual({ demo, hidden: false }),
  );
});
