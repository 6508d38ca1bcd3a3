import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { errno, faultyFileSystem } from '../../engine/store/testing/faulty-file-system.ts';
import { writeExportFile } from './write-export-file.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hcm-export-'));
  path = join(folder, 'backup.json');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the file of an export', () => {
  it('comes into being where the file system knows no links, and still overwrites nothing', async () => {
    const linkless = faultyFileSystem((operation) => {
      if (operation === 'link') throw errno('EPERM');
    });
    await writeExportFile(path, 'one', false, linkless);
    await expect(writeExportFile(path, 'two', false, linkless)).rejects.toMatchObject({ code: 'HCM1089' });
    expect(readFileSync(path, 'utf8')).toBe('one');
    expect(readdirSync(folder)).toEqual(['backup.json']);
  });

  it.each(['create', 'link', 'rename'])(
    'is whole or as before when the disk is full at %s',
    async (failing) => {
      writeFileSync(path, 'before');
      const full = faultyFileSystem((operation) => {
        if (operation === failing) throw errno('ENOSPC');
      });
      for (const overwrite of [true, false]) {
        const target = overwrite ? path : join(folder, 'new.json');
        if (failing === (overwrite ? 'link' : 'rename')) continue;
        await expect(writeExportFile(target, 'after', overwrite, full)).rejects.toMatchObject({
          code: 'HCM4003',
        });
      }
      expect(readFileSync(path, 'utf8')).toBe('before');
      expect(readdirSync(folder)).toEqual(['backup.json']);
    },
  );

  it('doesn’t follow a link that somebody laid there', async () => {
    const elsewhere = join(folder, 'elsewhere');
    writeFileSync(elsewhere, 'precious');
    symlinkSync(elsewhere, path);
    await expect(writeExportFile(path, 'after', false)).rejects.toMatchObject({ code: 'HCM1089' });
    await writeExportFile(path, 'after', true);
    expect([readFileSync(elsewhere, 'utf8'), readFileSync(path, 'utf8')]).toEqual(['precious', 'after']);
  });
});
