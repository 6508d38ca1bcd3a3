import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../store/testing/temporary-folder.ts';
import { managedFile } from './managed-file.ts';
import { systemManagedSource } from './managed-source.ts';

const isWindows = process.platform === 'win32';
const ownUid = process.getuid?.() ?? 0;

function written(text: string): string {
  const path = join(temporaryFolder(), 'policy.json');
  writeFileSync(path, text, { mode: 0o644 });
  return path;
}

describe('a policy in a file', () => {
  it('is none where there is no file', async () => {
    const path = join(temporaryFolder(), 'none', 'policy.json');
    expect(await managedFile({ path, trustedUid: 0 }).read()).toBeNull();
    const inFile = join(written('{}'), 'policy.json');
    expect(await managedFile({ path: inFile, trustedUid: 0 }).read()).toBeNull();
  });

  it('is read with or without the mark of an editor', async () => {
    const path = written('\uFEFF{"version":1}');
    expect(await managedFile({ path, trustedUid: null }).read()).toEqual({
      from: path,
      document: { version: 1 },
    });
  });

  it('is trouble when it is cut off, a folder or endless', async () => {
    const cut = written('{"version":1,');
    await expect(managedFile({ path: cut, trustedUid: null }).read()).rejects.toMatchObject({
      code: 'HCM6103',
      details: { file: cut, reason: 'not-json' },
    });
    const large = written(' '.repeat(300_000));
    await expect(managedFile({ path: large, trustedUid: null }).read()).rejects.toMatchObject({
      details: { reason: 'too-large' },
    });
    const folder = join(temporaryFolder(), 'policy.json');
    mkdirSync(folder);
    await expect(managedFile({ path: folder, trustedUid: null }).read()).rejects.toMatchObject({
      code: 'HCM6103',
    });
  });

  it.runIf(!isWindows)(
    'counts only when nobody else may write to it or put another in its place',
    async () => {
      const path = written('{}');
      const folder = join(path, '..');
      chmodSync(folder, 0o755);
      const file = managedFile({ path, trustedUid: ownUid });
      expect(await file.read()).toMatchObject({ document: {} });
      chmodSync(path, 0o664);
      await expect(file.read()).rejects.toMatchObject({
        code: 'HCM6104',
        details: { file: path, name: path },
      });
      chmodSync(path, 0o644);
      chmodSync(folder, 0o777);
      await expect(file.read()).rejects.toMatchObject({ code: 'HCM6104', details: { name: folder } });
      chmodSync(folder, 0o755);
      const ofAnother = managedFile({ path, trustedUid: ownUid + 1 });
      await expect(ofAnother.read()).rejects.toMatchObject({ code: 'HCM6104', details: { name: path } });
    },
  );

  it.runIf(!isWindows)('that is a link counts only when what it leads to is as safe', async () => {
    const path = written('{}');
    chmodSync(join(path, '..'), 0o755);
    const link = join(temporaryFolder(), 'policy.json');
    chmodSync(join(link, '..'), 0o755);
    symlinkSync(path, link);
    const file = managedFile({ path: link, trustedUid: ownUid });
    expect(await file.read()).toMatchObject({ from: link, document: {} });
    chmodSync(join(path, '..'), 0o777);
    await expect(file.read()).rejects.toMatchObject({
      code: 'HCM6104',
      details: { file: link, name: join(path, '..') },
    });
  });

  it.runIf(!isWindows)('that is a pipe keeps nobody waiting', async () => {
    const path = join(temporaryFolder(), 'policy.json');
    execFileSync('mkfifo', [path]);
    await expect(managedFile({ path, trustedUid: null }).read()).rejects.toMatchObject({
      code: 'HCM6103',
      details: { file: path, reason: 'no-file' },
    });
  });

  it.runIf(!isWindows)('of the environment counts where the computer has none', async () => {
    const path = written('{"version":1}');
    const source = systemManagedSource({
      platform: process.platform,
      environment: { HCM_POLICY_FILE: path },
    });
    expect(await source.read()).toMatchObject({ from: path });
    const none = systemManagedSource({ platform: process.platform, environment: {} });
    expect(await none.read()).toBeNull();
  });
});
