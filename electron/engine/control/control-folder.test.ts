import { chmod, mkdir, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { prepareControlFolder } from './control-folder.ts';
import { ControlSetup } from './testing/control-setup.ts';

const setup = new ControlSetup();
const uid = process.getuid!();

afterEach(() => setup.cleanUp());

async function modeOf(path: string): Promise<number> {
  return (await stat(path)).mode & 0o777;
}

describe('prepareControlFolder', () => {
  it('makes a folder for us alone, and leaves a good one as it is', async () => {
    const path = join(await setup.folder(), 'run');
    await prepareControlFolder(path, uid);
    expect(await modeOf(path)).toBe(0o700);
    await prepareControlFolder(path, uid);
    expect(await modeOf(path)).toBe(0o700);
  });

  it('closes one of ours that was open to others', async () => {
    const path = join(await setup.folder(), 'run');
    await mkdir(path);
    await chmod(path, 0o775);
    await prepareControlFolder(path, uid);
    expect(await modeOf(path)).toBe(0o700);
  });

  it('refuses a symbolic link, even to a folder of ours', async () => {
    const folder = await setup.folder();
    const path = join(folder, 'run');
    await mkdir(join(folder, 'elsewhere'), { mode: 0o700 });
    await symlink(join(folder, 'elsewhere'), path);
    await expect(prepareControlFolder(path, uid)).rejects.toMatchObject({
      code: 'HCM5007',
      details: { path, reason: 'not-a-folder' },
    });
  });

  it('refuses a folder of another user', async () => {
    const path = join(await setup.folder(), 'run');
    await mkdir(path, { mode: 0o700 });
    await expect(prepareControlFolder(path, uid + 1)).rejects.toMatchObject({
      code: 'HCM5007',
      details: { path, reason: 'of-another-user' },
    });
  });

  it('refuses a file, and says why a folder can not be made', async () => {
    const folder = await setup.folder();
    await writeFile(join(folder, 'run'), '');
    await expect(prepareControlFolder(join(folder, 'run'), uid)).rejects.toMatchObject({
      details: { reason: 'not-a-folder' },
    });
    await expect(prepareControlFolder(join(folder, 'no', 'run'), uid)).rejects.toMatchObject({
      code: 'HCM5007',
      details: { reason: 'ENOENT' },
    });
  });
});
