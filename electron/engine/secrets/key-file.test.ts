import { spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLogger, type Logger } from '../log/logger.ts';
import type { FileSystem } from '../store/file-system.ts';
import { bundleScript } from '../store/testing/bundle-script.ts';
import { errno, faultyFileSystem } from '../store/testing/faulty-file-system.ts';
import { temporaryFolder } from '../store/testing/temporary-folder.ts';
import type { Envelope } from './envelope.ts';
import { keyFileBox } from './key-file.ts';
import { modeProtector } from './key-protector.ts';
import type { SecretBox } from './secret-box.ts';

const secret = 'MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';

function box(folder: string, fileSystem?: FileSystem, log: Logger = silentLogger): SecretBox {
  return keyFileBox(fileSystem === undefined ? { folder, log } : { folder, log, fileSystem });
}

describe('the key file', () => {
  it('seals and opens, also in the next process', async () => {
    const folder = temporaryFolder();
    const sealed = await box(folder).seal(secret, 'id');
    expect(sealed).toMatchObject({ version: 1, backend: 'keyFile' });
    expect(await box(folder).open(sealed, 'id')).toBe(secret);
    expect(readdirSync(folder)).toEqual(['secret.key']);
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'secret.key'))).toHaveLength(32);
  });

  it('seals every text, and the same text differently each time', async () => {
    const one = box(temporaryFolder());
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string(),
        async (plain, context) => {
          const sealed = await one.seal(plain, context);
          expect(await one.open(sealed, context)).toBe(plain);
          seen.add(sealed.data.slice(0, 16));
        },
      ),
    );
    expect(seen.size).toBe(100);
  });

  it('opens only what is whole and in its place', async () => {
    const folder = temporaryFolder();
    const one = box(folder);
    const sealed = await one.seal(secret, 'id');
    await expect(one.open(sealed, 'other id')).rejects.toThrow();
    await expect(box(temporaryFolder()).open(sealed, 'id')).rejects.toMatchObject({ code: 'HCM4011' });
    const bytes = Buffer.from(sealed.data, 'base64');
    for (let index = 0; index < bytes.length; index += 1) {
      const altered = Buffer.from(bytes);
      altered[index] = altered[index]! ^ 1;
      await expect(one.open({ ...sealed, data: altered.toString('base64') }, 'id')).rejects.toThrow();
      await expect(
        one.open({ ...sealed, data: bytes.subarray(0, index).toString('base64') }, 'id'),
      ).rejects.toThrow();
    }
    await expect(one.open({ ...sealed, version: 2 }, 'id')).rejects.toMatchObject({ code: 'HCM4010' });
  });

  it('is not made by opening', async () => {
    const folder = temporaryFolder();
    const sealed = await box(temporaryFolder()).seal(secret, 'id');
    await expect(box(folder).open(sealed, 'id')).rejects.toMatchObject({
      code: 'HCM4011',
      details: { reason: 'missing' },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([0, 1, 31, 33, 5000])('of %i bytes is refused and left as it is', async (size) => {
    const folder = temporaryFolder();
    const path = join(folder, 'secret.key');
    const bytes = Buffer.alloc(size, 7);
    writeFileSync(path, bytes, { mode: 0o600 });
    await expect(box(folder).seal(secret, 'id')).rejects.toMatchObject({ code: 'HCM4011' });
    const envelope: Envelope = { version: 1, backend: 'keyFile', data: 'AAAA' };
    await expect(box(folder).open(envelope, 'id')).rejects.toMatchObject({ code: 'HCM4011' });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  it('that may not be read is refused, and used once it may', async () => {
    const folder = temporaryFolder();
    const sealed = await box(folder).seal(secret, 'id');
    const before = readFileSync(join(folder, 'secret.key'));
    let denied = true;
    const fileSystem = faultyFileSystem((operation) => {
      if (operation === 'read' && denied) throw errno('EACCES');
    });
    const one = box(folder, fileSystem);
    await expect(one.seal(secret, 'id')).rejects.toMatchObject({
      code: 'HCM4011',
      details: { reason: 'EACCES' },
    });
    expect(readFileSync(join(folder, 'secret.key')).equals(before)).toBe(true);
    denied = false;
    expect(await one.open(sealed, 'id')).toBe(secret);
  });

  it('that others could read is shut to them, and a line says so', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'secret.key');
    const sealed = await box(folder).seal(secret, 'id');
    chmodSync(path, 0o644);
    const warnings: string[] = [];
    const log: Logger = { ...silentLogger, warn: (message) => void warnings.push(message) };
    expect(await box(folder, undefined, log).open(sealed, 'id')).toBe(secret);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(warnings).toHaveLength(1);
  });

  it('that stays open to others is refused', async () => {
    const folder = temporaryFolder();
    const sealed = await box(folder).seal(secret, 'id');
    const stubborn = { ...modeProtector, repair: () => Promise.reject(new Error('no')) };
    const one = keyFileBox({ folder, log: silentLogger, protector: stubborn });
    await expect(one.open(sealed, 'id')).rejects.toMatchObject({
      code: 'HCM4011',
      details: { reason: 'others can read it' },
    });
  });

  it('leaves nothing behind when the disk is full', async () => {
    const folder = temporaryFolder();
    const full = faultyFileSystem((operation) => {
      if (operation === 'link' || operation === 'create') throw errno('ENOSPC');
    });
    await expect(box(folder, full).seal(secret, 'id')).rejects.toMatchObject({ code: 'HCM4011' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is made also where the file system knows no links', async () => {
    const folder = temporaryFolder();
    const linkless = faultyFileSystem((operation) => {
      if (operation === 'link') throw errno('EPERM');
    });
    const sealed = await box(folder, linkless).seal(secret, 'id');
    expect(readdirSync(folder)).toEqual(['secret.key']);
    expect(await box(folder).open(sealed, 'id')).toBe(secret);
  });
});

describe('several processes at once', () => {
  const built = mkdtempSync(join(tmpdir(), 'hcm-seal-once-'));
  let script = '';
  beforeAll(async () => {
    script = await bundleScript(join(import.meta.dirname, 'testing/seal-once.ts'), built);
  }, 60_000);
  afterAll(() => rmSync(built, { recursive: true, force: true }));

  it('make one key, and each opens what the others sealed', async () => {
    for (let round = 0; round < 3; round += 1) {
      const folder = temporaryFolder();
      const children = Array.from({ length: 4 }, (_, index) =>
        spawn(process.execPath, [script, folder, `secret ${index}`], { stdio: ['pipe', 'pipe', 'inherit'] }),
      );
      const lines = children.map((child) => createInterface({ input: child.stdout })[Symbol.asyncIterator]());
      const ready = await Promise.all(lines.map((line) => line.next()));
      expect(ready.map(({ value }) => value as unknown)).toEqual(['ready', 'ready', 'ready', 'ready']);
      expect(existsSync(join(folder, 'secret.key'))).toBe(false);
      for (const child of children) child.stdin.write('go\n');
      const sealed = await Promise.all(lines.map((line) => line.next()));
      for (const [index, { value }] of sealed.entries()) {
        const envelope = JSON.parse(value as string) as Envelope;
        expect(await box(folder).open(envelope, 'race')).toBe(`secret ${index}`);
      }
      expect(readdirSync(folder)).toEqual(['secret.key']);
    }
  });
});
