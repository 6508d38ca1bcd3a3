import { describe, expect, it } from 'vitest';
import { HcmError } from '../../contract/errors.ts';
import type { Envelope } from './envelope.ts';
import { SecretBoxes, type SecretBox } from './secret-box.ts';

/** A keyring as the desktop app will bring one. */
const keyring: SecretBox = {
  backend: 'safeStorage',
  seal: (plain) => Promise.resolve({ version: 1, backend: 'safeStorage', data: btoa(plain) }),
  open: ({ data }) => {
    if (data === 'locked') return Promise.reject(new Error('the secret is MDEyMzQ1'));
    return Promise.resolve(atob(data));
  },
};

const file: SecretBox = {
  backend: 'keyFile',
  seal: (plain) => Promise.resolve({ version: 1, backend: 'keyFile', data: plain }),
  open: ({ data }) =>
    data === '' ? Promise.reject(new HcmError('HCM4011', { reason: 'wrong size' })) : Promise.resolve(data),
};

describe('SecretBoxes', () => {
  it('seals with its writer and opens with whatever sealed', async () => {
    const boxes = new SecretBoxes(keyring, [file]);
    expect(boxes.backend).toBe('safeStorage');
    const sealed = await boxes.seal('key', 'id');
    expect(sealed.backend).toBe('safeStorage');
    expect(await boxes.open(sealed, 'id')).toBe('key');
    expect(await boxes.open(await file.seal('old', 'id'), 'id')).toBe('old');
  });

  it.each<[string, Envelope, string]>([
    ['a backend that this program lacks', { version: 1, backend: 'safeStorage', data: 'x' }, 'backend'],
    ['a backend that nobody knows yet', { version: 7, backend: 'vault', data: 'x' }, 'backend'],
    ['a backend that fails for its own reason', { version: 1, backend: 'keyFile', data: '' }, 'HCM4011'],
  ])('says "key needed" for %s', async (_what, envelope, reason) => {
    const boxes = new SecretBoxes(file);
    await expect(boxes.open(envelope, 'id')).rejects.toMatchObject({
      code: 'HCM4010',
      details: { backend: envelope.backend, reason },
    });
  });

  it('never shows what a backend said of the secret', async () => {
    const boxes = new SecretBoxes(keyring);
    const refusal = boxes.open({ version: 1, backend: 'safeStorage', data: 'locked' }, 'id');
    const error = await refusal.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'HCM4010', details: { reason: 'damaged' } });
    expect(String(error)).not.toContain('MDEyMzQ1');
  });
});
