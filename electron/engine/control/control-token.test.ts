import { chmod, readdir, readFile, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { controlTokenFile, ensureControlToken, readControlToken } from './control-token.ts';
import { ControlSetup } from './testing/control-setup.ts';

const setup = new ControlSetup();

afterEach(() => setup.cleanUp());

describe('control token', () => {
  it('is 32 bytes for the owner alone, and stays the same', async () => {
    const folder = await setup.folder();
    const token = await ensureControlToken(folder, 'linux');
    const found = await stat(join(folder, controlTokenFile));
    expect(token).toHaveLength(32);
    expect(found.mode & 0o777).toBe(0o600);
    expect(await ensureControlToken(folder, 'linux')).toEqual(token);
    expect(await readControlToken(folder)).toEqual(token);
  });

  it('is another one in another data folder', async () => {
    const [one, other] = [await setup.folder(), await setup.folder()];
    expect(await ensureControlToken(one, 'linux')).not.toEqual(await ensureControlToken(other, 'linux'));
  });

  it('is one, however many make it at the same moment', async () => {
    const folder = await setup.folder();
    const tokens = await Promise.all(Array.from({ length: 20 }, () => ensureControlToken(folder, 'linux')));
    expect(new Set(tokens.map((token) => token.toString('hex'))).size).toBe(1);
    expect(await readFile(join(folder, controlTokenFile))).toEqual(tokens[0]);
    expect(await readdir(folder)).toEqual([controlTokenFile]);
  });

  it.each([0, 31, 33])('of %i bytes is none for a client, and is replaced by the owner', async (size) => {
    const folder = await setup.folder();
    const token = await ensureControlToken(folder, 'linux');
    await truncate(join(folder, controlTokenFile), size);
    expect(await readControlToken(folder)).toBeUndefined();
    const fresh = await ensureControlToken(folder, 'linux');
    expect(fresh).not.toEqual(token);
    expect(await readControlToken(folder)).toEqual(fresh);
    expect(await readdir(folder)).toEqual([controlTokenFile]);
  });

  it('is replaced when others could read it', async () => {
    const folder = await setup.folder();
    const token = await ensureControlToken(folder, 'linux');
    await chmod(join(folder, controlTokenFile), 0o644);
    expect(await ensureControlToken(folder, 'linux')).not.toEqual(token);
    expect((await stat(join(folder, controlTokenFile))).mode & 0o777).toBe(0o600);
  });

  it('is not looked for behind a symbolic link', async () => {
    const folder = await setup.folder();
    const elsewhere = join(folder, 'elsewhere');
    await writeFile(elsewhere, Buffer.alloc(32, 7), { mode: 0o600 });
    await symlink(elsewhere, join(folder, controlTokenFile));
    expect(await readControlToken(folder)).toBeUndefined();
    expect(await ensureControlToken(folder, 'linux')).not.toEqual(Buffer.alloc(32, 7));
    expect(await readFile(elsewhere)).toEqual(Buffer.alloc(32, 7));
  });

  it('is missing for a client where there is none, and says why it can not be made', async () => {
    const folder = join(await setup.folder(), 'no');
    expect(await readControlToken(folder)).toBeUndefined();
    await expect(ensureControlToken(folder, 'linux')).rejects.toMatchObject({
      code: 'HCM4005',
      details: { reason: 'ENOENT' },
    });
  });
});
