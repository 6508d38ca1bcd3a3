/** Reads a stream or file, such as one that should hold one connection string: never more than a bounded piece of it. */
import { open } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { HcmError } from '../contract/errors.ts';
import { encodingOf } from '../engine/portable/decode-text.ts';

/** Far more than any connection string; the reader's own limit is lower and says so. */
const maxStringBytes = 65_536;

export interface TextOfFile {
  readonly text: string;
  /** Who may do what with the file; says nothing on Windows. */
  readonly mode: number;
}

export async function readStream(stream: Readable, name: string, maxBytes = maxStringBytes): Promise<string> {
  const bytes = await readBytes(stream, name, maxBytes, (length) => {
    return new HcmError('HCM1018', { length, limit: maxBytes });
  });
  return textOf(bytes);
}

/** @throws HcmError HCM1061 when it can't be read, and what `tooLong` makes of more than `maxBytes`. */
export async function readBytes(
  stream: Readable,
  name: string,
  maxBytes: number,
  tooLong: (length: number) => HcmError,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      length += bytes.length;
      if (length > maxBytes) break;
      chunks.push(bytes);
    }
  } catch (error) {
    throw unreadable(name, error);
  }
  if (length > maxBytes) throw tooLong(length);
  return Buffer.concat(chunks);
}

export async function readTextFile(path: string): Promise<string> {
  return (await readTextAndMode(path, maxStringBytes)).text;
}

export async function readTextAndMode(path: string, maxBytes: number): Promise<TextOfFile> {
  try {
    const file = await open(path, 'r');
    try {
      const buffer = Buffer.alloc(maxBytes + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      if (length > maxBytes) throw new HcmError('HCM1061', { file: path, reason: 'it is too large' });
      return { text: textOf(buffer.subarray(0, length)), mode: (await file.stat()).mode };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof HcmError ? error : unreadable(path, error);
  }
}

/**
 * Of a secret: bytes that are no text would all become the same sign, and one passphrase open what another one sealed.
 * @throws HcmError HCM1061
 */
export function requireText(text: string, name: string): string {
  if (!text.includes('\uFFFD')) return text;
  throw new HcmError('HCM1061', { file: name, reason: 'it is neither UTF-8 nor UTF-16 text' });
}

/** As editors and Windows PowerShell write it: a mark in front says how, and is no part of it. */
function textOf(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

function unreadable(name: string, error: unknown): HcmError {
  const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new HcmError('HCM1061', { file: name, reason }, { cause: error });
}
