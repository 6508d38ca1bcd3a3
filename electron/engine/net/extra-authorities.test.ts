import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger, type Logger } from '../log/logger.ts';
import { readExtraAuthorities } from './extra-authorities.ts';

let folder: string;
let warnings: unknown[];

const log: Logger = { ...silentLogger, warn: (message, fields) => void warnings.push([message, fields]) };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-ca-'));
  warnings = [];
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function read(file: string | null): Promise<string | null> {
  return readExtraAuthorities('from the environment', file, log);
}

describe('readExtraAuthorities', () => {
  it('adds what the file holds', async () => {
    const file = join(folder, 'ca.pem');
    await writeFile(file, 'from the file');
    expect(await read(file)).toBe('from the environment\nfrom the file');
    expect(await read(null)).toBe('from the environment');
    expect(warnings).toEqual([]);
  });

  it('leaves out, with a warning, what isn’t there, what nobody writes to and what has no end', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const large = join(folder, 'large.pem');
    await writeFile(large, Buffer.alloc(4 * 1024 * 1024 + 1, 'a'));
    for (const file of [join(folder, 'missing'), pipe, '/dev/zero', folder, large]) {
      warnings = [];
      expect(await read(file), file).toBe('from the environment');
      expect(warnings, file).toHaveLength(1);
    }
  });
});
