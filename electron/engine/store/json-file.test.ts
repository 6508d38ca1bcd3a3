import { chmodSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { maxFileBytes } from './file-format.ts';
import { counterFormat } from './testing/counter-format.ts';
import { crashingFileSystem, errno, faultyFileSystem } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import { countUp, counterName, openCounter, textOf, writeCounter } from './testing/counter-file.ts';

describe('a stored file', () => {
  it('starts with its initial value and writes nothing by itself', async () => {
    const folder = temporaryFolder();
    const { file, problems } = await openCounter(folder);
    expect(file.value).toEqual(counterFormat.initial);
    expect(file.readOnly).toBeNull();
    expect(problems).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps what it was told, for its owner only, and the content before as a backup', async () => {
    const folder = temporaryFolder();
    const { file } = await openCounter(folder);
    await file.update(countUp);
    const first = textOf(folder);
    await file.update(countUp);
    expect(readdirSync(folder).sort()).toEqual([counterName, `${counterName}.bak`]);
    expect(textOf(folder, `${counterName}.bak`)).toBe(first);
    expect(statSync(join(folder, counterName)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, `${counterName}.bak`)).mode & 0o777).toBe(0o600);
    expect((await openCounter(folder)).file.value.count).toBe(2);
  });

  it('narrows the mode of a file that others could read', async () => {
    const folder = temporaryFolder();
    writeCounter(folder, 1);
    chmodSync(join(folder, counterName), 0o644);
    const { file } = await openCounter(folder);
    await file.update(countUp);
    expect(statSync(join(folder, counterName)).mode & 0o777).toBe(0o600);
  });

  it('runs changes one after another, also when they are asked for at once', async () => {
    const folder = temporaryFolder();
    const { file } = await openCounter(folder);
    await Promise.all(Array.from({ length: 30 }, () => file.update(countUp)));
    expect(file.value.count).toBe(30);
    expect((await openCounter(folder)).file.value.count).toBe(30);
  });

  it('hands on what a change throws, changes nothing and goes on', async () => {
    const { file } = await openCounter(temporaryFolder());
    await file.update(countUp);
    const refusal = file.update(() => {
      throw new RangeError('no');
    });
    await expect(refusal).rejects.toThrow(RangeError);
    expect((await file.update(countUp)).count).toBe(2);
  });

  it('reads again what was changed from outside', async () => {
    const folder = temporaryFolder();
    const { file } = await openCounter(folder);
    writeCounter(folder, 7);
    await file.reload();
    expect(file.value.count).toBe(7);
  });

  it('reads a file that an editor saved with a byte order mark', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, counterName), `\ufeff${writeCounter(folder, 5)}`);
    expect((await openCounter(folder)).file.value.count).toBe(5);
  });
});

describe('a write that fails', () => {
  const steps = [
    ['create', `${counterName}.tmp`],
    ['create', `${counterName}.bak.tmp`],
    ['rename', `${counterName}.bak`],
    ['rename', counterName],
  ] as const;
  const errors = [
    ['ENOSPC', 'HCM4003'],
    ['EDQUOT', 'HCM4003'],
    ['EACCES', 'HCM4004'],
    ['EROFS', 'HCM4004'],
    ['EIO', 'HCM4005'],
  ] as const;
  const cases = steps.flatMap((step) => errors.map((error) => [...step, ...error] as const));

  it.each(cases)(
    'at %s %s with %s says %s and leaves memory and file as they were',
    async (operation, at, code, hcm) => {
      const folder = temporaryFolder();
      let failing = false;
      const fileSystem = faultyFileSystem((step, file) => {
        if (failing && step === operation && file === at) throw errno(code);
      });
      const { file } = await openCounter(folder, fileSystem);
      await file.update(countUp);
      const before = textOf(folder);
      failing = true;
      await expect(file.update(countUp)).rejects.toMatchObject({
        code: hcm,
        details: { file: counterName, reason: code },
      });
      expect(file.value.count).toBe(1);
      expect(textOf(folder)).toBe(before);
      expect(readdirSync(folder).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
      failing = false;
      expect((await file.update(countUp)).count).toBe(2);
    },
  );

  it('because the folder is gone says so', async () => {
    const folder = temporaryFolder();
    const { file } = await openCounter(folder);
    rmSync(folder, { recursive: true });
    await expect(file.update(countUp)).rejects.toMatchObject({
      code: 'HCM4005',
      details: { reason: 'ENOENT' },
    });
    expect(file.value.count).toBe(0);
  });

  it('because it would be too large to be read again is refused', async () => {
    const folder = temporaryFolder();
    const { file } = await openCounter(folder);
    const huge = file.update((value) => ({ ...value, ballast: 'x'.repeat(maxFileBytes) }));
    await expect(huge).rejects.toMatchObject({ code: 'HCM4005', details: { reason: 'too large' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('only in the sync of the folder is reported, since the new content is in place', async () => {
    const folder = temporaryFolder();
    const fileSystem = faultyFileSystem((operation) => {
      if (operation === 'syncFolder') throw errno('EIO');
    });
    const { file, problems } = await openCounter(folder, fileSystem);
    expect((await file.update(countUp)).count).toBe(1);
    expect(problems.map(({ code }) => code)).toEqual(['HCM4005']);
    expect((await openCounter(folder)).file.value.count).toBe(1);
  });
});

describe('a crash', () => {
  it('at any step leaves the old or the new value, and what it left behind is swept out', async () => {
    const seen = new Set<number>();
    for (let steps = 0; ; steps += 1) {
      const folder = temporaryFolder();
      const { file } = await openCounter(folder);
      await file.update(countUp);
      const crashing = crashingFileSystem(steps);
      const doomed = await openCounter(folder, crashing);
      await doomed.file.update(countUp).catch(() => undefined);
      const { file: after, problems } = await openCounter(folder);
      expect([1, 2]).toContain(after.value.count);
      expect(problems).toEqual([]);
      expect(readdirSync(folder).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
      seen.add(after.value.count);
      if (!crashing.crashed()) break;
    }
    expect([...seen].sort()).toEqual([1, 2]);
  });

  it('at any step of a restore still ends with the backup', async () => {
    for (let steps = 0; ; steps += 1) {
      const folder = temporaryFolder();
      writeFileSync(join(folder, counterName), 'garbage');
      writeCounter(folder, 3, '.bak');
      const crashing = crashingFileSystem(steps);
      await openCounter(folder, crashing);
      expect((await openCounter(folder)).file.value.count).toBe(3);
      expect(readdirSync(folder).map((entry) => textOf(folder, entry))).toContain('garbage');
      if (!crashing.crashed()) break;
    }
  });
});
