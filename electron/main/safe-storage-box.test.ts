import { describe, expect, it } from 'vitest';
import { silentLogger } from '../engine/log/logger.ts';
import { keyFileBox } from '../engine/secrets/key-file.ts';
import { temporaryFolder } from '../engine/store/testing/temporary-folder.ts';
import { hasKeyring, safeStorageBox, type SafeStoragePort } from './safe-storage-box.ts';
import { secretBoxes } from './secret-boxes.ts';

/** Reversible, and unreadable enough to see that it was used. */
function turned(text: string): Buffer {
  return Buffer.from(text).reverse();
}

function storage(port: Partial<SafeStoragePort> = {}): SafeStoragePort {
  return {
    isEncryptionAvailable: () => true,
    encryptString: turned,
    decryptString: (sealed) => Buffer.from(sealed).reverse().toString(),
    getSelectedStorageBackend: () => 'gnome_libsecret',
    ...port,
  };
}

const newer = {
  isEncryptionAvailable: () => false,
  encryptString: () => {
    throw new Error('deprecated');
  },
  isAsyncEncryptionAvailable: () => Promise.resolve(true),
  encryptStringAsync: (plain: string) => Promise.resolve(turned(plain)),
  decryptStringAsync: (sealed: Buffer) =>
    Promise.resolve({ result: Buffer.from(sealed).reverse().toString() }),
};

describe('hasKeyring', () => {
  it.each<[string, NodeJS.Platform, Partial<SafeStoragePort>, boolean]>([
    ['a keyring', 'linux', {}, true],
    ['KDE’s', 'linux', { getSelectedStorageBackend: () => 'kwallet6' }, true],
    ['a password that everybody knows', 'linux', { getSelectedStorageBackend: () => 'basic_text' }, false],
    ['not known', 'linux', { getSelectedStorageBackend: () => 'unknown' }, false],
    ['locked', 'linux', { isEncryptionAvailable: () => false }, false],
    ['a keychain', 'darwin', {}, true],
    ['none', 'win32', { isEncryptionAvailable: () => false }, false],
    ['a newer runtime', 'linux', newer, true],
    [
      'a newer runtime without',
      'darwin',
      { ...newer, isAsyncEncryptionAvailable: () => Promise.resolve(false) },
      false,
    ],
    [
      'broken',
      'darwin',
      {
        isEncryptionAvailable: () => {
          throw new Error('x');
        },
      },
      false,
    ],
  ])('%s on %s', async (_, platform, port, expected) => {
    expect(await hasKeyring(storage(port), platform)).toBe(expected);
  });
});

describe.each<[string, Partial<SafeStoragePort>]>([
  ['synchronous', {}],
  ['asynchronous', newer],
])('safeStorageBox, %s', (_, port) => {
  const box = safeStorageBox(storage(port));

  it('opens what it sealed, for the connection that it was sealed for', async () => {
    const envelope = await box.seal('the key=\n', 'id-1');
    expect(envelope).toMatchObject({ version: 1, backend: 'safeStorage' });
    expect(Buffer.from(envelope.data, 'base64').toString()).not.toContain('the key');
    expect(await box.open(envelope, 'id-1')).toBe('the key=\n');
    await expect(box.open(envelope, 'id-2')).rejects.toMatchObject({
      code: 'HCM4010',
      details: { reason: 'context' },
    });
  });

  it('does not guess at another version', async () => {
    const envelope = await box.seal('the key', 'id-1');
    await expect(box.open({ ...envelope, version: 2 }, 'id-1')).rejects.toMatchObject({
      code: 'HCM4010',
      details: { reason: 'version' },
    });
  });
});

describe('secretBoxes', () => {
  const boxes = (folder: string, port: Partial<SafeStoragePort> = {}) =>
    secretBoxes({ folder, platform: 'linux', environment: {}, storage: storage(port), log: silentLogger });

  it('seals with the keyring, and opens what the key file sealed as well', async () => {
    const folder = temporaryFolder();
    const old = await keyFileBox({ folder, log: silentLogger }).seal('old key', 'id');
    const both = await boxes(folder);
    expect(both.backend).toBe('safeStorage');
    expect(await both.open(old, 'id')).toBe('old key');
    expect(await both.open(await both.seal('new key', 'id'), 'id')).toBe('new key');
  });

  it('takes the key file where there is no keyring, and says of the rest that it can’t be read here', async () => {
    const folder = temporaryFolder();
    const sealed = await (await boxes(folder)).seal('key', 'id');
    const without = await boxes(folder, { getSelectedStorageBackend: () => 'basic_text' });
    expect(without.backend).toBe('keyFile');
    await expect(without.open(sealed, 'id')).rejects.toMatchObject({
      code: 'HCM4010',
      details: { backend: 'safeStorage', reason: 'backend' },
    });
  });
});
