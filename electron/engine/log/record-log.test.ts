import { appendFileSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../store/testing/temporary-folder.ts';
import { RecordLog, type RecordLogOptions } from './record-log.ts';
import { SecretRegister } from './secret-register.ts';

function open(folder: string, change: Partial<RecordLogOptions> = {}): RecordLog {
  const secrets = new SecretRegister();
  return new RecordLog({
    ...{ folder, name: 'x.log', secrets, fileBytes: 100_000, files: 3, readBackBytes: 100_000 },
    ...change,
  });
}

async function written(folder: string, lines: readonly string[], change: Partial<RecordLogOptions> = {}) {
  const log = open(folder, change);
  await log.readBack();
  for (const line of lines) log.write(`${line}\n`);
  await log.close();
}

describe('RecordLog', () => {
  it('gives back what earlier runs wrote, oldest first, for its owner only', async () => {
    const folder = temporaryFolder();
    expect(await open(folder).readBack()).toEqual([]);
    await written(folder, ['1', '2']);
    await written(folder, ['3']);
    expect(await open(folder).readBack()).toEqual(['1', '2', '3']);
    expect(statSync(join(folder, 'x.log')).mode & 0o777).toBe(0o600);
  });

  it('reads on in the files before, in order, and no more than it may', async () => {
    const folder = temporaryFolder();
    const lines = Array.from({ length: 60 }, (_, index) => String(index).padStart(9, '0'));
    await written(folder, lines, { fileBytes: 200, files: 4 });
    const back = await open(folder, { files: 4 }).readBack();
    expect(back.length).toBeGreaterThan(40);
    expect(back).toEqual(lines.slice(-back.length));
    const part = await open(folder, { files: 4, readBackBytes: 255 }).readBack();
    expect(part.length).toBeGreaterThanOrEqual(23);
    expect(part.length).toBeLessThanOrEqual(25);
    expect(part).toEqual(lines.slice(-part.length));
  });

  it('loses a torn line alone, and no line that comes after it', async () => {
    const folder = temporaryFolder();
    await written(folder, ['{"a":1}', '{"a":2}']);
    appendFileSync(join(folder, 'x.log'), '{"a":');
    await written(folder, ['{"a":3}', '{"a":4}']);
    expect(await open(folder).readBack()).toEqual(['{"a":1}', '{"a":2}', '{"a":', '{"a":3}', '{"a":4}']);
  });

  it('takes whatever is in its place for nothing', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'x.log'));
    expect(await open(folder).readBack()).toEqual([]);
  });

  it('holds no secret that the host knows', async () => {
    const folder = temporaryFolder();
    const secrets = new SecretRegister();
    const key = 'q7Zt0Yh3mR8vKc1LwPz5Jd9Xb2Nf6Ga4Ts+Ue/HiOkE=';
    secrets.add(key);
    await written(folder, [`{"detail":"${key}"}`], { secrets });
    expect(readFileSync(join(folder, 'x.log'), 'utf8')).toBe('{"detail":"***"}\n');
  });

  it('tells once that it fails, and once that it keeps lines again', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const parent = temporaryFolder();
    const folder = join(parent, 'data');
    writeFileSync(folder, 'in the way');
    const told: boolean[] = [];
    const log = open(folder, { onFailing: (isFailing) => void told.push(isFailing) });
    log.write('1\n');
    await vi.waitFor(() => expect(told).toEqual([true]));
    log.write('2\n');
    rmSync(folder);
    vi.setSystemTime(Date.now() + 31_000);
    log.write('3\n');
    log.write('4\n');
    await vi.waitFor(() => expect(told).toEqual([true, false]));
    vi.useRealTimers();
    await log.close();
    expect(readFileSync(join(folder, 'x.log'), 'utf8')).toMatch(/"count":2.*\n3\n4\n$/);
  });
});
