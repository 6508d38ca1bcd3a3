/**
 * Bytes to JSON values, one a line. Splits at the byte 0x0A, which no UTF-8 sequence contains, so a character may
 * arrive in pieces.
 *
 * Invariants: holds at most `limitBytes` of an unfinished line, copied out of the socket's buffers (a client that sends
 * single bytes must not keep a whole read buffer alive for each); a line that is too long, no UTF-8 or no JSON throws
 * HCM5006 and the decoder is at its end.
 */
import { HcmError } from '../../contract/errors.ts';

const newline = 0x0a;
const firstCapacity = 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export class LineDecoder {
  #limitBytes: number;
  #held = Buffer.alloc(0);
  #heldBytes = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  set limitBytes(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  push(bytes: Buffer): readonly unknown[] {
    const messages: unknown[] = [];
    for (let start = 0; start < bytes.length;) {
      const end = bytes.indexOf(newline, start);
      const piece = bytes.subarray(start, end === -1 ? bytes.length : end);
      if (this.#heldBytes + piece.length > this.#limitBytes) throw unreadable('line-too-long');
      if (end === -1) {
        this.#hold(piece);
        break;
      }
      messages.push(parse(this.#finish(piece)));
      start = end + 1;
    }
    return messages;
  }

  #hold(piece: Buffer): void {
    const needed = this.#heldBytes + piece.length;
    if (needed > this.#held.length) {
      const larger = Buffer.allocUnsafe(
        Math.min(this.#limitBytes, Math.max(firstCapacity, this.#held.length * 2, needed)),
      );
      this.#held.copy(larger, 0, 0, this.#heldBytes);
      this.#held = larger;
    }
    piece.copy(this.#held, this.#heldBytes);
    this.#heldBytes = needed;
  }

  #finish(piece: Buffer): Buffer {
    if (this.#heldBytes === 0) return piece;
    this.#hold(piece);
    const line = this.#held.subarray(0, this.#heldBytes);
    this.#held = Buffer.alloc(0);
    this.#heldBytes = 0;
    return line;
  }
}

function parse(line: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(line)) as unknown;
  } catch {
    // Without its cause: a syntax error quotes the text, which may hold a key.
    throw unreadable('not-json');
  }
}

function unreadable(reason: string): HcmError {
  return new HcmError('HCM5006', { reason });
}
