import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSecretInput } from './secret-input.ts';
import { createTestIo } from './testing/test-io.ts';

const secret = 'Endpoint=sb://contoso/;SharedAccessKeyName=r;SharedAccessKey=c2VjcmV0;EntityPath=x';
const nothing = { argument: undefined, file: undefined };

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-secret-'));
  await writeFile(join(folder, 'string.txt'), `${secret}\n`);
  await writeFile(join(folder, 'huge.txt'), 'x'.repeat(70_000));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('readSecretInput', () => {
  it('reads standard input to its end for -', async () => {
    const io = createTestIo();
    io.typed.write(secret.slice(0, 10));
    io.typed.end(`${secret.slice(10)}\n`);
    expect(await readSecretInput(io, { ...nothing, argument: '-' })).toBe(`${secret}\n`);
    expect(io.errors.text).toBe('');
  });

  it('reads no more of standard input than any string can have', async () => {
    const io = createTestIo();
    io.typed.end('x'.repeat(70_000));
    await expect(readSecretInput(io, { ...nothing, argument: '-' })).rejects.toMatchObject({
      code: 'HCM1018',
    });
  });

  it('reads a file, and says which one it can’t read', async () => {
    const io = createTestIo();
    expect(await readSecretInput(io, { ...nothing, file: join(folder, 'string.txt') })).toBe(`${secret}\n`);
    const missing = join(folder, 'missing.txt');
    await expect(readSecretInput(io, { ...nothing, file: missing })).rejects.toMatchObject({
      code: 'HCM1061',
      details: { file: missing, reason: 'ENOENT' },
    });
    await expect(readSecretInput(io, { ...nothing, file: folder })).rejects.toMatchObject({
      code: 'HCM1061',
    });
    const huge = join(folder, 'huge.txt');
    await expect(readSecretInput(io, { ...nothing, file: huge })).rejects.toMatchObject({ code: 'HCM1061' });
  });

  it('takes an argument with a warning that doesn’t repeat it', async () => {
    const io = createTestIo();
    expect(await readSecretInput(io, { ...nothing, argument: secret })).toBe(secret);
    expect(io.errors.text).toContain('can see arguments');
    expect(io.errors.text).not.toContain('c2VjcmV0');
  });

  it.each([
    ['UTF-16', Buffer.from(`\uFEFF${secret}`, 'utf16le')],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${secret}`)],
  ])('reads %s as Windows writes it, from a file and from standard input', async (_name, bytes) => {
    const file = join(folder, 'windows.txt');
    await writeFile(file, bytes);
    expect(await readSecretInput(createTestIo(), { ...nothing, file })).toBe(secret);
    const io = createTestIo();
    io.typed.end(bytes);
    expect(await readSecretInput(io, { ...nothing, argument: '-' })).toBe(secret);
  });

  it('falls back to the environment, which an argument overrides', async () => {
    const io = createTestIo({ environment: { HCM_CONNECTION_STRING: secret } });
    expect(await readSecretInput(io, nothing)).toBe(secret);
    expect(await readSecretInput(io, { ...nothing, argument: 'other' })).toBe('other');
  });

  it('refuses two places at once, and none at all without a terminal', async () => {
    const io = createTestIo();
    const both = { argument: '-', file: join(folder, 'string.txt') };
    await expect(readSecretInput(io, both)).rejects.toMatchObject({ code: 'HCM1060' });
    await expect(readSecretInput(io, nothing)).rejects.toMatchObject({ code: 'HCM1060' });
  });
});

describe('the hidden prompt', () => {
  it.each([
    ['typed letter by letter', ['a', 'b', 'c', '\r'], 'abc'],
    ['pasted in one piece', ['abc\r'], 'abc'],
    ['pasted with a line break inside', ['abc\ndef', '\r'], 'abc\ndef'],
    ['corrected', ['abx', '\u007f', 'c', '\n'], 'abc'],
  ])('%s', async (_name, pieces, answer) => {
    const io = createTestIo({ terminal: true });
    const reading = readSecretInput(io, nothing);
    for (const piece of pieces) io.typed.write(piece);
    expect(await reading).toBe(answer);
    expect(io.rawModes).toEqual([true, false]);
    expect(io.errors.text).toBe('Connection string (it stays hidden): \n');
    expect(io.output.text).toBe('');
  });

  it.each([['\u0003'], ['\u0004']])('%j cancels and gives the terminal back', async (key) => {
    const io = createTestIo({ terminal: true });
    const reading = readSecretInput(io, nothing);
    io.typed.write(key);
    await expect(reading).rejects.toMatchObject({ code: 'HCM1001' });
    expect(io.rawModes).toEqual([true, false]);
  });

  it('also hides what follows - on a terminal', async () => {
    const io = createTestIo({ terminal: true });
    const reading = readSecretInput(io, { ...nothing, argument: '-' });
    io.typed.write('abc\r');
    expect(await reading).toBe('abc');
    expect(io.rawModes).toEqual([true, false]);
  });
});
