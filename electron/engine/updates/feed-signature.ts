/**
 * The signature beside a file of the feed, `<file>.sig` (docs/updates.md “Signature”, ADR 0015). Pure.
 *
 *     hcm-feed-signature 1
 *     <key id> <base64 of the 64 bytes of an Ed25519 signature>
 *     … one line for each key that signed, 8 at most
 *
 * Signed is `hcm-feed 1 <file name>\n` and then the file's exact bytes: the name keeps a feed from passing off what was
 * signed for another channel or system.
 */
import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { HcmError } from '../../contract/errors.ts';
import type { ReleaseKey } from './release-config.ts';

const head = 'hcm-feed-signature 1';
const maxLines = 8;
/** DER of `SEQUENCE { SEQUENCE { OID 1.3.101.112 } BIT STRING … }` before the 32 bytes (RFC 8410 §4). */
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

/** @throws HcmError HCM5104, HCM5105 not a signature, HCM5106 none that counts */
export function verifyFeed(
  name: string,
  bytes: Uint8Array,
  signature: string,
  keys: readonly ReleaseKey[],
): void {
  if (keys.length === 0) throw new HcmError('HCM5104');
  const signed = Buffer.concat([Buffer.from(`hcm-feed 1 ${name}\n`, 'utf8'), bytes]);
  const known = signaturesOf(name, signature).flatMap(({ keyId, value }) =>
    keys.filter(({ id }) => id === keyId).map((key) => ({ key, value })),
  );
  if (known.length === 0) throw new HcmError('HCM5106', { file: name, reason: 'key' });
  const isGood = known.some(({ key, value }) => verify(null, signed, publicKeyOf(key), value));
  if (!isGood) throw new HcmError('HCM5106', { file: name, reason: 'bytes' });
}

function signaturesOf(
  name: string,
  text: string,
): readonly { readonly keyId: string; readonly value: Buffer }[] {
  const [first, ...lines] = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const wrong = new HcmError('HCM5105', { file: name });
  if (first !== head || lines.length === 0 || lines.length > maxLines) throw wrong;
  return lines.map((line) => {
    const [, keyId, base64] = /^([\w.-]{1,64}) ([A-Za-z0-9+/]{86}==)$/.exec(line) ?? [];
    if (keyId === undefined || base64 === undefined) throw wrong;
    return { keyId, value: Buffer.from(base64, 'base64') };
  });
}

function publicKeyOf({ publicKey }: ReleaseKey): KeyObject {
  const der = Buffer.concat([spkiPrefix, Buffer.from(publicKey, 'base64')]);
  return createPublicKey({ key: der, format: 'der', type: 'spki' });
}
