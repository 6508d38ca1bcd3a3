import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FileFormat } from './file-format.ts';
import { maxFileBytes } from './file-format.ts';
import { nodeFileSystem } from './file-system.ts';
import { counterFormat, type Counter } from './testing/counter-format.ts';
import { errno, faultyFileSystem } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';
import {
  asideName,
  countUp,
  counterName,
  openCounter,
  textOf,
  writeCounter,
} from './testing/counter-file.ts';

describe('content that can not be read', () => {
  const broken: readonly (readonly [string, Buffer])[] = [
    ['empty', Buffer.alloc(0)],
    ['cut off', Buffer.from('{"version":1,"count":')],
    ['zeros, as after a power failure', Buffer.alloc(100)],
    ['not UTF-8', Buffer.from([0x7b, 0xff, 0x7d])],
    ['without a version', Buffer.from('{"count":1,"ballast":""}')],
    ['with a version that is none', Buffer.from('{"version":0,"count":1,"ballast":""}')],
    ['an array', Buffer.from('[]')],
    ['not as promised', Buffer.from('{"version":1,"count":"many","ballast":""}')],
    ['far too large', Buffer.alloc(maxFileBytes + 1, ' ')],
  ];

  it.each(broken)('(%s) is set aside verbatim and its backup restored', async (_what, bytes) => {
    const folder = temporaryFolder();
    const backup = writeCounter(folder, 3, '.bak');
    writeFileSync(join(folder, counterName), bytes);
    const { file, problems } = await openCounter(folder);
    expect(file.value.count).toBe(3);
    expect(problems.map(({ code, details }) => ({ code, ...details }))).toMatchObject([
      { code: 'HCM4001', file: counterName, kept: asideName, restored: 'backup' },
    ]);
    expect(readFileSync(join(folder, asideName)).equals(bytes)).toBe(true);
    expect(textOf(folder)).toBe(backup);
    await file.update(countUp);
    const again = await openCounter(folder);
    expect(again.file.value.count).toBe(4);
    expect(again.problems).toEqual([]);
    expect(readFileSync(join(folder, asideName)).equals(bytes)).toBe(true);
  });

  it('without a backup leaves the initial value, and the file is still kept', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, counterName), 'garbage');
    const { file, problems } = await openCounter(folder);
    expect(file.value).toEqual(counterFormat.initial);
    expect(problems[0]?.details['restored']).toBe('nothing');
    await file.update(countUp);
    expect(textOf(folder, asideName)).toBe('garbage');
  });

  it('in both file and backup: both are kept', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, counterName), 'garbage');
    writeFileSync(join(folder, `${counterName}.bak`), 'rubbish');
    const { file, problems } = await openCounter(folder);
    expect(file.value).toEqual(counterFormat.initial);
    expect(problems).toHaveLength(1);
    await file.update(countUp);
    await file.update(countUp);
    expect(textOf(folder, asideName)).toBe('garbage');
    expect(textOf(folder, asideName.replace('.corrupt', '.bak.corrupt'))).toBe('rubbish');
  });

  it('twice in the same moment: neither overwrites the other', async () => {
    const folder = temporaryFolder();
    for (const content of ['one', 'two', 'three']) {
      writeFileSync(join(folder, counterName), content);
      await openCounter(folder);
    }
    expect([asideName, `${asideName}-2`, `${asideName}-3`].map((file) => textOf(folder, file))).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('in a folder that can not be written: the backup is shown, nothing is touched', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, counterName), 'garbage');
    writeCounter(folder, 3, '.bak');
    const denied = faultyFileSystem((operation) => {
      if (operation === 'rename' || operation === 'create') throw errno('EROFS');
    });
    const { file, problems } = await openCounter(folder, denied);
    expect(file.value.count).toBe(3);
    expect(file.readOnly?.code).toBe('HCM4004');
    expect(problems.map(({ code }) => code)).toEqual(['HCM4004', 'HCM4001']);
    await expect(file.update(countUp)).rejects.toMatchObject({ code: 'HCM4004' });
    expect(textOf(folder)).toBe('garbage');
  });

  it('is not the same as a missing file, whose backup takes its place', async () => {
    const folder = temporaryFolder();
    writeCounter(folder, 3, '.bak');
    const { file, problems } = await openCounter(folder);
    expect(file.value.count).toBe(3);
    expect(problems[0]?.details).toMatchObject({ reason: 'missing', restored: 'backup' });
    expect((await openCounter(folder)).problems).toEqual([]);
  });
});

describe('a file that may not be read', () => {
  it('is not taken for an empty one, is never written, and comes back once it may be read', async () => {
    const folder = temporaryFolder();
    const before = writeCounter(folder, 9);
    let denied = true;
    const fileSystem = faultyFileSystem((operation) => {
      if (operation === 'read' && denied) throw errno('EACCES');
    });
    const { file, problems } = await openCounter(folder, fileSystem);
    expect(file.readOnly?.code).toBe('HCM4004');
    expect(problems.map(({ code }) => code)).toEqual(['HCM4004']);
    await expect(file.update(countUp)).rejects.toMatchObject({ code: 'HCM4004' });
    expect(readdirSync(folder)).toEqual([counterName]);
    expect(textOf(folder)).toBe(before);
    denied = false;
    await file.reload();
    expect(file.readOnly).toBeNull();
    expect((await file.update(countUp)).count).toBe(10);
  });

  it('keeps the value in memory when it becomes unreadable later', async () => {
    const folder = temporaryFolder();
    writeCounter(folder, 9);
    let failing = false;
    const fileSystem = faultyFileSystem((operation) => {
      if (operation === 'read' && failing) throw errno('EIO');
    });
    const { file } = await openCounter(folder, fileSystem);
    failing = true;
    await file.reload();
    expect(file.value.count).toBe(9);
    expect(file.readOnly?.code).toBe('HCM4005');
  });

  it('and a backup that may not be read is never overwritten either', async () => {
    const folder = temporaryFolder();
    writeCounter(folder, 3, '.bak');
    const fileSystem = faultyFileSystem((operation, file) => {
      if (operation === 'read' && file.endsWith('.bak')) throw errno('EACCES');
    });
    const { file } = await openCounter(folder, fileSystem);
    expect(file.readOnly?.code).toBe('HCM4004');
  });
});

describe('a newer version', () => {
  it('is shown, never written', async () => {
    const folder = temporaryFolder();
    const content = '{"version":2,"count":8,"ballast":"","later":true}';
    writeFileSync(join(folder, counterName), content);
    const { file, problems } = await openCounter(folder);
    expect(file.value.count).toBe(8);
    expect(file.readOnly).toMatchObject({
      code: 'HCM4002',
      details: { file: counterName, version: 2, known: 1 },
    });
    expect(problems).toHaveLength(1);
    await expect(file.update(countUp)).rejects.toMatchObject({ code: 'HCM4002' });
    expect(textOf(folder)).toBe(content);
    expect(readdirSync(folder)).toEqual([counterName]);
  });

  it('that this one can not make sense of is left alone all the same', async () => {
    const folder = temporaryFolder();
    const content = '{"version":99,"everything":"else"}';
    writeFileSync(join(folder, counterName), content);
    const { file } = await openCounter(folder);
    expect(file.value).toEqual(counterFormat.initial);
    expect(file.readOnly?.code).toBe('HCM4002');
    expect(textOf(folder)).toBe(content);
  });
});

describe('an older version', () => {
  const third: FileFormat<Counter> = {
    ...counterFormat,
    version: 3,
    migrations: {
      1: (content) => ({ ...(content as object), count: (content as Counter).count * 10 }),
      2: (content) => ({ ...(content as object), ballast: 'third' }),
    },
  };

  it('is brought forward step by step, and its content kept beside', async () => {
    const folder = temporaryFolder();
    const before = writeCounter(folder, 4);
    const { file, problems } = await openCounter(folder, nodeFileSystem(), third);
    expect(file.value).toEqual({ count: 40, ballast: 'third' });
    expect(problems).toEqual([]);
    expect(textOf(folder, `${counterName}.v1`)).toBe(before);
    expect(JSON.parse(textOf(folder))).toEqual({ version: 3, count: 40, ballast: 'third' });
    expect((await openCounter(folder, nodeFileSystem(), third)).file.value.count).toBe(40);
  });

  it('whose step fails or is missing is set aside, not lost', async () => {
    for (const migrations of [{ 1: third.migrations[1]! }, { 1: () => undefined, 2: third.migrations[2]! }]) {
      const folder = temporaryFolder();
      const before = writeCounter(folder, 4);
      const { problems } = await openCounter(folder, nodeFileSystem(), { ...third, migrations });
      expect(problems.map(({ code }) => code)).toEqual(['HCM4001']);
      expect(textOf(folder, asideName)).toBe(before);
    }
  });

  it('that can not be written is shown and stays as it is', async () => {
    const folder = temporaryFolder();
    const before = writeCounter(folder, 4);
    const full = faultyFileSystem((operation) => {
      if (operation === 'create') throw errno('ENOSPC');
    });
    const { file } = await openCounter(folder, full, third);
    expect(file.value.count).toBe(40);
    expect(file.readOnly?.code).toBe('HCM4003');
    expect(textOf(folder)).toBe(before);
  });
});
