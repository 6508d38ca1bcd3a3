/**
 * The bytes of one direction of one session: an AES-CTR key stream, so that writer and reader make the same bytes from
 * the same key and no stretch of it is like another.
 *
 * Why not only a hash at the end: a session that a fault cut off has no end. Here every byte that arrives is compared with
 * the one that belongs there, so that what was delivered before the cut is checked, too.
 */
import { createCipheriv, createHash, randomBytes, type Cipher, type Hash } from 'node:crypto';

const zeros = Buffer.alloc(64 * 1024);

export class ByteFlow {
  readonly #cipher: Cipher;
  readonly #hash: Hash = createHash('sha256');
  readonly total: number;
  #made = 0;

  /** @param key 32 bytes: 16 of key, 16 of counter */
  constructor(key: Buffer, total: number) {
    this.#cipher = createCipheriv('aes-128-ctr', key.subarray(0, 16), key.subarray(16, 32));
    this.total = total;
  }

  static newKey(): Buffer {
    return randomBytes(32);
  }

  get made(): number {
    return this.#made;
  }

  /** The next bytes, at most 64 KiB; empty at the end. */
  next(most: number = zeros.length): Buffer {
    const length = Math.min(most, zeros.length, this.total - this.#made);
    if (length <= 0) return Buffer.alloc(0);
    this.#made += length;
    const bytes = this.#cipher.update(zeros.subarray(0, length));
    this.#hash.update(bytes);
    return bytes;
  }

  /** Whether `received` is what comes next. */
  matches(received: Buffer): boolean {
    let offset = 0;
    while (offset < received.length) {
      const expected = this.next(received.length - offset);
      if (expected.length === 0) return false;
      if (!expected.equals(received.subarray(offset, offset + expected.length))) return false;
      offset += expected.length;
    }
    return true;
  }

  /** SHA-256 of what was made so far. */
  digest(): string {
    return this.#hash.copy().digest('hex');
  }
}
