/**
 * Keys under a passphrase, for an export: scrypt makes the key, AES-256-GCM seals, and whatever stands beside the sealed
 * text in the file is bound to it: a change of one of them and a wrong passphrase look the same (HCM1086).
 *
 * Invariant: what a file asks for never takes more memory or time than an export of ours does.
 */
import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';
import { HcmError } from '../../contract/errors.ts';

/** About half a second and 128 MiB: what one guess costs, too. */
const usualCost = 2 ** 17;
const leastCost = 2 ** 14;
const blockSize = 8;
const parallelization = 1;
const keyBytes = 32;
const saltBytes = 32;
const nonceBytes = 12;
const tagBytes = 16;

/** The one spelling of these bytes: else a changed letter could mean the same. */
const base64 = (bytes: number) =>
  z.string().refine((text) => {
    const decoded = Buffer.from(text, 'base64');
    return decoded.length === bytes && decoded.toString('base64') === text;
  });

export const sealingSchema = z.strictObject({
  kdf: z.strictObject({
    name: z.literal('scrypt'),
    N: z
      .int()
      .min(leastCost)
      .max(usualCost)
      .refine((cost) => (cost & (cost - 1)) === 0),
    r: z.literal(blockSize),
    p: z.literal(parallelization),
    salt: base64(saltBytes),
  }),
  cipher: z.literal('aes-256-gcm'),
  nonce: base64(nonceBytes),
});

export type Sealing = Readonly<z.infer<typeof sealingSchema>>;

export function newSealing(cost: number = usualCost): Sealing {
  const salt = randomBytes(saltBytes).toString('base64');
  return {
    kdf: { name: 'scrypt', N: cost, r: blockSize, p: parallelization, salt },
    cipher: 'aes-256-gcm',
    nonce: randomBytes(nonceBytes).toString('base64'),
  };
}

/** @param bound what is bound to it. @returns base64 */
export async function sealText(
  plain: string,
  sealing: Sealing,
  passphrase: string,
  bound: string,
): Promise<string> {
  const cipher = createCipheriv('aes-256-gcm', await keyOf(sealing, passphrase), nonceOf(sealing), {
    authTagLength: tagBytes,
  });
  cipher.setAAD(Buffer.from(bound));
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return sealed.toString('base64');
}

/** @throws HcmError HCM1086 */
export async function openText(
  data: string,
  sealing: Sealing,
  passphrase: string,
  bound: string,
): Promise<string> {
  const sealed = Buffer.from(data, 'base64');
  const tagStart = sealed.length - tagBytes;
  if (tagStart < 0 || sealed.toString('base64') !== data) throw new HcmError('HCM1086');
  const decipher = createDecipheriv('aes-256-gcm', await keyOf(sealing, passphrase), nonceOf(sealing), {
    authTagLength: tagBytes,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(sealed.subarray(tagStart));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, tagStart)), decipher.final()]).toString('utf8');
  } catch (error) {
    throw new HcmError('HCM1086', {}, { cause: error });
  }
}

function nonceOf({ nonce }: Sealing): Buffer {
  return Buffer.from(nonce, 'base64');
}

function keyOf({ kdf: { N, r, p, salt } }: Sealing, passphrase: string): Promise<Buffer> {
  // The same letters have several codes, and each system's keyboard gives others.
  const typed = Buffer.from(passphrase.normalize('NFKC'));
  // A little more than the algorithm itself needs: 128 · N · r.
  const maxmem = 128 * N * r + 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(typed, Buffer.from(salt, 'base64'), keyBytes, { N, r, p, maxmem }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
