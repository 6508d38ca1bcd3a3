import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTestIo } from '../testing/test-io.ts';
import { newPassphrase } from './passphrase.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hcm-passphrase-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function fromFile(bytes: Buffer): Promise<string> {
  const file = join(folder, 'passphrase');
  await writeFile(file, bytes);
  return newPassphrase(createTestIo(), file);
}

it.each([
  ['UTF-8', Buffer.from('Zürich 2026\n')],
  ['UTF-8 with a mark', Buffer.from('\uFEFFZürich 2026\r\n')],
  ['UTF-16, as Windows PowerShell writes it', Buffer.from('\uFEFFZürich 2026\r\n', 'utf16le')],
])('reads a file of %s', async (_name, bytes) => {
  expect(await fromFile(bytes)).toBe('Zürich 2026');
});

it('refuses bytes that are no text: all of them would be the same passphrase', async () => {
  await expect(fromFile(Buffer.from('äöüßäöüß', 'latin1'))).rejects.toMatchObject({ code: 'HCM1061' });
});
