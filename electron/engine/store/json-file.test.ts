import { chmodSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { HcmError } from '../../contract/errors.ts';
import type { FileFormat } from './file-format.ts';
import { maxFileBytes } from './file-format.ts';
import { nodeFileSystem, type FileSystem } from './file-system.ts';
import { JsonFile } from './json-file.ts';
import { counterFormat, type Counter } from './testing/counter-format.ts';
import { crashingFileSystem, errno, faultyFileSystem } from './testing/faulty-file-system.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

const moment = Date.UTC(2026, 10, 22, 1, 2, 3, 4);
const name = 'counter.json';
const asideName = `${name}.corrupt-20261122T010203004Z`;

interface Opened {
  readonly file: JsonFile<Counter>;
  readonly problems: HcmError[];
}

async function open(
  folder: string,
  fileSystem: FileSystem = nodeFileSystem(),
  format: FileFormat<Counter> = counterFormat,
): Promise<Opened> {
  const problems: HcmError[] = [];
  const report = (problem: HcmError): void => void problems.push(problem);
  const path = join(folder, name);
  const file = await JsonFile.open({ path, format, fileSystem, report, now: () => moment });
  return { file, problems };
}

function write(folder: string, count: number, suffix = ''): string {
  const text = JSON.stringify({ version: 1, count, ballast: 'x' });
  writeFileSync(join(folder, name + suffix), text);
  return text;
}

const countUp = (value: Counter): Counter => ({ ...value, count: value.count + 1 });

const text = (folder: string, file = name): string => readFileSync(join(folder, file), 'utf8');

describe('a stored file', () => {
  it('starts with its initial value and writes nothing by itself', async () => {
    const folder = temporaryFolder();
    const { file, problems } = await open(folder);
    expect(file.value).toEqual(counterFormat.initial);
    expect(file.readOnly).toBeNull();
    expect(problems).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps what it was told, for its owner only, and the content before as a backup', async () => {
    const folder = temporaryFolder();
    const { file } = await open(folder);
    await file.update(countUp);
    const first = text(folder);
    await file.update(countUp);
    expect(readdirSync(folder).sort()).toEqual([name, `${name}.bak`]);
    expect(text(folder, `${name}.bak`)).toBe(first);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, `${name}.bak`)).mode & 0o777).toBe(0o600);
    expect((await open(folder)).file.value.count).toBe(2);
  });

  it('narrows the mode of a file that others could read', async () => {
    const folder = temporaryFolder();
    write(folder, 1);
    chmodSync(join(folder, name), 0o644);
    const { file } = await open(folder);
    await file.update(countUp);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('runs changes one after another, also when they are asked for at once', async () => {
    const folder = temporaryFolder();
    const { file } = await open(folder);
    await Promise.all(Array.from({ length: 30 }, () => file.update(countUp)));
    expect(file.value.count).toBe(30);
    expect((await open(folder)).file.value.count).toBe(30);
  });

  it('hands on what a change throws, changes nothing and goes on', async () => {
    const { file } = await open(temporaryFolder());
    await file.update(countUp);
    const refusal = file.update(() => {
      throw new RangeError('no');
    });
    await expect(refusal).rejects.toThrow(RangeError);
    expect((await file.update(countUp)).count).toBe(2);
  });

  it('reads again what was changed from outside', async () => {
    const folder = temporaryFolder();
    const { file } = await open(folder);
    write(folder, 7);
    await file.reload();
    expect(file.value.count).toBe(7);
  });

  it('reads a file that an editor saved with a byte order mark', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), `\ufeff${write(folder, 5)}`);
    expect((await open(folder)).file.value.count).toBe(5);
  });
});

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
    const backup = write(folder, 3, '.bak');
    writeFileSync(join(folder, name), bytes);
    const { file, problems } = await open(folder);
    expect(file.value.count).toBe(3);
    expect(problems.map(({ code, details }) => ({ code, ...details }))).toMatchObject([
      { code: 'HCM4001', file: name, kept: asideName, restored: 'backup' },
    ]);
    expect(readFileSync(join(folder, asideName)).equals(bytes)).toBe(true);
    expect(text(folder)).toBe(backup);
    await file.update(countUp);
    const again = await open(folder);
    expect(again.file.value.count).toBe(4);
    expect(again.problems).toEqual([]);
    expect(readFileSync(join(folder, asideName)).equals(bytes)).toBe(true);
  });

  it('without a backup leaves the initial value, and the file is still kept', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), 'garbage');
    const { file, problems } = await open(folder);
    expect(file.value).toEqual(counterFormat.initial);
    expect(problems[0]?.details['restored']).toBe('nothing');
    await file.update(countUp);
    expect(text(folder, asideName)).toBe('garbage');
  });

  it('in both file and backup: both are kept', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), 'garbage');
    writeFileSync(join(folder, `${name}.bak`), 'rubbish');
    const { file, problems } = await open(folder);
    expect(file.value).toEqual(counterFormat.initial);
    expect(problems).toHaveLength(1);
    await file.update(countUp);
    await file.update(countUp);
    expect(text(folder, asideName)).toBe('garbage');
    expect(text(folder, asideName.replace('.corrupt', '.bak.corrupt'))).toBe('rubbish');
  });

  it('twice in the same moment: neither overwrites the other', async () => {
    const folder = temporaryFolder();
    for (const content of ['one', 'two', 'three']) {
      writeFileSync(join(folder, name), content);
      await open(folder);
    }
    expect([asideName, `${asideName}-2`, `${asideName}-3`].map((file) => text(folder, file))).toEqual([
      'one',
      'two',
      'three',
    ]);
  });

  it('in a folder that can not be written: the backup is shown, nothing is touched', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, name), 'garbage');
    write(folder, 3, '.bak');
    const denied = faultyFileSystem((operation) => {
      if (operation === 'rename' || operation === 'create') throw errno('EROFS');
    });
    const { file, problems } = await open(folder, denied);
    expect(file.value.count).toBe(3);
    expect(file.readOnly?.code).toBe('HCM4004');
    expect(problems.map(({ code }) => code)).toEqual(['HCM4004', 'HCM4001']);
    await expect(file.update(countUp)).rejects.toMatchObject({ code: 'HCM4004' });
    expect(text(folder)).toBe('garbage');
  });

  it('is not the same as a missing file, whose backup takes its place', async () => {
    const folder = temporaryFolder();
    write(folder, 3, '.bak');
    const { file, problems } = await open(folder);
    expect(file.value.count).toBe(3);
    expect(problems[0]?.details).toMatchObject({ reason: 'missing', restored: 'backup' });
    expect((await open(folder)).problems).toEqual([]);
  });
});

describe('a file that may not be read', () => {
  it('is not taken for an empty one, is never written, and comes back once it may be read', async () => {
    const folder = temporaryFolder();
    const before = write(folder, 9);
    let denied = true;
    const fileSystem = faultyFileSystem((operation) => {
      if (operation === 'read' && denied) throw errno('EACCES');
    });
    const { file, problems } = await open(folder, fileSystem);
    expect(file.readOnly?.code).toBe('HCM4004');
    expect(problems.map(({ code }) => code)).toEqual(['HCM4004']);
    await expect(file.update(countUp)).rejects.toMatchObject({ code: 'HCM4004' });
    expect(readdirSync(folder)).toEqual([name]);
    expect(text(folder)).toBe(before);
    denied = false;
    await file.reload();
    expect(file.readOnly).toBeNull();
    expect((await file.update(countUp)).count).toBe(10);
  });

  it('keeps the value in memory when it becomes unreadable later', async () => {
    const folder = temporaryFolder();
    write(folder, 9);
    let failing = false;
    const fileSystem = faultyFileSystem((operation) => {
      if (operation === 'read' && failing) throw errno('EIO');
    });
    const { file } = await open(folder, fileSystem);
    failing = true;
    await file.reload();
    expect(file.value.count).toBe(9);
    expect(file.readOnly?.code).toBe('HCM4005');
  });

  it('and a backup that may not be read is never overwritten either', async () => {
    const folder = temporaryFolder();
    write(folder, 3, '.bak');
    const fileSystem = faultyFileSystem((operation, file) => {
      if (operation === 'read' && file.endsWith('.bak')) throw errno('EACCES');
    });
    const { file } = await open(folder, fileSystem);
    expect(file.readOnly?.code).toBe('HCM4004');
  });
});

describe('a newer version', () => {
  it('is shown, never written', async () => {
    const folder = temporaryFolder();
    const content = '{"version":2,"count":8,"ballast":"","later":true}';
    writeFileSync(join(folder, name), content);
    const { file, problems } = await open(folder);
    expect(file.value.count).toBe(8);
    expect(file.readOnly).toMatchObject({ code: 'HCM4002', details: { file: name, version: 2, known: 1 } });
    expect(problems).toHaveLength(1);
    await expect(file.update(countUp)).rejects.toMatchObject({ code: 'HCM4002' });
    expect(text(folder)).toBe(content);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('that this one can not make sense of is left alone all the same', async () => {
    const folder = temporaryFolder();
    const content = '{"version":99,"everything":"else"}';
    writeFileSync(join(folder, name), content);
    const { file } = await open(folder);
    expect(file.value).toEqual(counterFormat.initial);
    expect(file.readOnly?.code).toBe('HCM4002');
    expect(text(folder)).toBe(content);
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
    const before = write(folder, 4);
    const { file, problems } = await open(folder, nodeFileSystem(), third);
    expect(file.value).toEqual({ count: 40, ballast: 'third' });
    expect(problems).toEqual([]);
    expect(text(folder, `${name}.v1`)).toBe(before);
    expect(JSON.parse(text(folder))).toEqual({ version: 3, count: 40, ballast: 'third' });
    expect((await open(folder, nodeFileSystem(), third)).file.value.count).toBe(40);
  });

  it('whose step fails or is missing is set aside, not lost', async () => {
    for (const migrations of [{ 1: third.migrations[1]! }, { 1: () => undefined, 2: third.migrations[2]! }]) {
      const folder = temporaryFolder();
      const before = write(folder, 4);
      const { problems } = await open(folder, nodeFileSystem(), { ...third, migrations });
      expect(problems.map(({ code }) => code)).toEqual(['HCM4001']);
      expect(text(folder, asideName)).toBe(before);
    }
  });

  it('that can not be written is shown and stays as it is', async () => {
    const folder = temporaryFolder();
    const before = write(folder, 4);
    const full = faultyFileSystem((operation) => {
      if (operation === 'create') throw errno('ENOSPC');
    });
    const { file } = await open(folder, full, third);
    expect(file.value.count).toBe(40);
    expect(file.readOnly?.code).toBe('HCM4003');
    expect(text(folder)).toBe(before);
  });
});

describe('a write that fails', () => {
  const steps = [
    ['create', `${name}.tmp`],
    ['create', `${name}.bak.tmp`],
    ['rename', `${name}.bak`],
    ['rename', name],
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
      const { file } = await open(folder, fileSystem);
      await file.update(countUp);
      const before = text(folder);
      failing = true;
      await expect(file.update(countUp)).rejects.toMatchObject({
        code: hcm,
        details: { file: name, reason: code },
      });
      expect(file.value.count).toBe(1);
      expect(text(folder)).toBe(before);
      expect(readdirSync(folder).filter((entry) => entry.endsWith('.tmp'))).toEqual([]);
      failing = false;
      expect((await file.update(countUp)).count).toBe(2);
    },
  );

  it('because the folder is gone says so', async () => {
    const folder = temporaryFolder();
    const { file } = await open(folder);
    rmSync(folder, { recursive: true });
    await expect(file.update(countUp)).rejects.toMatchObject({
      code: 'HCM4005',
      details: { reason: 'ENOENT' },
    });
    expect(file.value.count).toBe(0);
  });

  it('because it would be too large to be read again is refused', async () => {
    const folder = temporaryFolder();
    const { file } = await open(folder);
    const huge = file.update((value) => ({ ...value, ballast: 'x'.repeat(maxFileBytes) }));
    await expect(huge).rejects.toMatchObject({ code: 'HCM4005', details: { reason: 'too large' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('only in the sync of the folder is reported, since the new content is in place', async () => {
    const folder = temporaryFolder();
    const fileSystem = faultyFileSystem((operation) => {
      if (operation === 'syncFolder') throw errno('EIO');
    });
    const { file, problems } = await open(folder, fileSystem);
    expect((await file.update(countUp)).count).toBe(1);
    expect(problems.map(({ code }) => code)).toEqual(['HCM4005']);
    expect((await open(folder)).file.value.count).toBe(1);
  });
});

describe('a crash', () => {
  it('at any step leaves the old or the new value, and what it left behind is swept out', async () => {
    const seen = new Set<number>();
    for (let steps = 0; ; steps += 1) {
      const folder = temporaryFolder();
      const { file } = await open(folder);
      await file.update(countUp);
      const crashing = crashingFileSystem(steps);
      const doomed = await open(folder, crashing);
      await doomed.file.update(countUp).catch(() => undefined);
      const { file: after, problems } = await open(folder);
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
      writeFileSync(join(folder, name), 'garbage');
      write(folder, 3, '.bak');
      const crashing = crashingFileSystem(steps);
      await open(folder, crashing);
      expect((await open(folder)).file.value.count).toBe(3);
      expect(readdirSync(folder).map((entry) => text(folder, entry))).toContain('garbage');
      if (!crashing.crashed()) break;
    }
  });
});
