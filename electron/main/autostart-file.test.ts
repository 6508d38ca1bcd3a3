import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '../engine/store/file-system.ts';
import { errno, faultyFileSystem } from '../engine/store/testing/faulty-file-system.ts';
import { temporaryFolder } from '../engine/store/testing/temporary-folder.ts';
import { AutostartFile, autostartName, execWord, type AutostartOptions } from './autostart-file.ts';

function opened(changes: Partial<AutostartOptions> = {}) {
  const config = temporaryFolder();
  const file = new AutostartFile({
    environment: { XDG_CONFIG_HOME: config },
    homedir: '/nowhere',
    command: ['/opt/Hybrid Connection Manager/app'],
    fileSystem: nodeFileSystem(),
    ...changes,
  });
  const folder = join(config, 'autostart');
  return { file, folder, path: join(folder, autostartName) };
}

describe('AutostartFile', () => {
  it('is written, read again and removed, and leaves nothing else there', async () => {
    const { file, folder, path } = opened();
    expect(await file.read()).toEqual({ atLogin: false, hidden: false });
    await file.write(true);
    expect(await readFile(path, 'utf8')).toContain('\nExec="/opt/Hybrid Connection Manager/app" --hidden\n');
    expect(await file.read()).toEqual({ atLogin: true, hidden: true });
    await file.write(false);
    expect(await file.read()).toEqual({ atLogin: true, hidden: false });
    expect(await readdir(folder)).toEqual([autostartName]);
    await file.remove();
    await file.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('counts as none with %s', async (line) => {
    const { file, folder, path } = opened();
    await mkdir(folder);
    await writeFile(path, `[Desktop Entry]\nExec=app --hidden\n${line}\n`);
    expect(await file.read()).toEqual({ atLogin: false, hidden: false });
  });

  it('leads here again after the program has moved, and stays as it is while it leads somewhere', async () => {
    const home = temporaryFolder();
    const [old, moved] = [join(home, String.raw`a\b old`), join(home, 'moved')];
    const environment = { XDG_CONFIG_HOME: home };
    await writeFile(old, '');
    const before = opened({ environment, command: [old] }).file;
    const after = opened({ environment, command: [moved] }).file;
    await after.renew();
    expect(await after.read()).toEqual({ atLogin: false, hidden: false });
    await before.write(true);
    const exec = async (): Promise<string | undefined> =>
      /^Exec=(.*)$/mu.exec(await readFile(join(home, 'autostart', autostartName), 'utf8'))?.[1];
    const kept = await exec();
    await after.renew();
    expect(await exec()).toBe(kept);
    await rm(old);
    await after.renew();
    expect(await exec()).toBe(`${moved} --hidden`);
  });

  it('lies below the home folder where nothing else is said', async () => {
    const home = temporaryFolder();
    const { file } = opened({ environment: { XDG_CONFIG_HOME: 'relative' }, homedir: home });
    await file.write(false);
    expect(await readdir(join(home, '.config', 'autostart'))).toEqual([autostartName]);
  });

  it('keeps the old one on a full disk, and says why', async () => {
    const fileSystem = faultyFileSystem((operation) => {
      if (operation === 'rename') throw errno('ENOSPC');
    });
    const { file, folder } = opened({ fileSystem });
    await expect(file.write(true)).rejects.toMatchObject({ code: 'HCM4003' });
    expect(await readdir(folder)).toEqual([]);
  });

  it.each([
    ['/usr/bin/app', '/usr/bin/app'],
    ['/opt/My App/app', '"/opt/My App/app"'],
    ['50%', '"50%%"'],
    [String.raw`a"b$c`, String.raw`"a\\"b\\$c"`],
    [String.raw`back\slash`, String.raw`"back\\\\slash"`],
  ])('quotes %s', (word, quoted) => {
    expect(execWord(word)).toBe(quoted);
  });
});
