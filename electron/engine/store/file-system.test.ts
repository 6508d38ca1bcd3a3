import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem, retryWhileHeld } from './file-system.ts';
import { errno } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

describe('nodeFileSystem', () => {
  it('reads up to its limit and no further', async () => {
    const path = join(temporaryFolder(), 'file');
    writeFileSync(path, '12345');
    expect((await nodeFileSystem().read(path, 5)).toString()).toBe('12345');
    await expect(nodeFileSystem().read(path, 4)).rejects.toMatchObject({ code: 'EFBIG' });
  });

  it('creates only what is not there', async () => {
    const path = join(temporaryFolder(), 'file');
    await nodeFileSystem().create(path, Buffer.from('first'));
    await expect(nodeFileSystem().create(path, Buffer.from('second'))).rejects.toMatchObject({
      code: 'EEXIST',
    });
    expect(readFileSync(path, 'utf8')).toBe('first');
  });

  it('syncs a folder, and on Windows leaves that to the file system', async () => {
    const folder = temporaryFolder();
    await nodeFileSystem('linux').syncFolder(folder);
    await nodeFileSystem('win32').syncFolder(join(folder, 'not there'));
    await expect(nodeFileSystem('linux').syncFolder(join(folder, 'not there'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  it('renames the Windows way too', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'new'), 'new');
    writeFileSync(join(folder, 'old'), 'old');
    await nodeFileSystem('win32').rename(join(folder, 'new'), join(folder, 'old'));
    expect(readFileSync(join(folder, 'old'), 'utf8')).toBe('new');
    mkdirSync(join(folder, 'folder'));
    await expect(
      nodeFileSystem('win32').rename(join(folder, 'old'), join(folder, 'folder')),
    ).rejects.toMatchObject({ code: 'EISDIR' });
  });
});

describe('retryWhileHeld', () => {
  const failing = (times: number, code: string): (() => Promise<void>) => {
    let left = times;
    return () => {
      left -= 1;
      return left < 0 ? Promise.resolve() : Promise.reject(errno(code));
    };
  };

  it.each(['EPERM', 'EBUSY', 'EACCES'])(
    'waits longer each time while another program holds the file (%s)',
    async (code) => {
      const pauses: number[] = [];
      await retryWhileHeld(failing(3, code), (delayMs) => Promise.resolve(pauses.push(delayMs)));
      expect(pauses).toEqual([60, 120, 180]);
    },
  );

  it('gives up within 3 seconds', async () => {
    const pauses: number[] = [];
    const result = retryWhileHeld(failing(1000, 'EBUSY'), (delayMs) => Promise.resolve(pauses.push(delayMs)));
    await expect(result).rejects.toMatchObject({ code: 'EBUSY' });
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThan(3000);
  });

  it('fails at once for any other reason', async () => {
    const pauses: number[] = [];
    const result = retryWhileHeld(failing(1, 'ENOSPC'), (delayMs) => Promise.resolve(pauses.push(delayMs)));
    await expect(result).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(pauses).toEqual([]);
  });
});
