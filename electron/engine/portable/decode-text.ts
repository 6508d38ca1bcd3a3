/**
 * From a file's bytes to its text: UTF-8 with or without a mark in front, UTF-16 with one, as editors and tools of
 * Windows write it. Pure.
 */
import { HcmError } from '../../contract/errors.ts';
import { maxImportBytes } from '../../contract/import-view.ts';

/** @throws HcmError HCM1082 when it is too large, HCM1081 when it is no text. */
export function decodeText(bytes: Buffer): string {
  if (bytes.length > maxImportBytes) {
    throw new HcmError('HCM1082', { reason: 'bytes', limit: maxImportBytes / 1024 / 1024 });
  }
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    // No text has it; UTF-16 without a mark is full of it.
    if (!text.includes('\0')) return text;
  } catch {
    // Told below: what the decoder says may quote the text.
  }
  throw new HcmError('HCM1081', { reason: 'encoding' });
}

/** By its mark. */
export function encodingOf(bytes: Buffer): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const mark = bytes.subarray(0, 2).toString('hex');
  if (mark === 'fffe') return 'utf-16le';
  return mark === 'feff' ? 'utf-16be' : 'utf-8';
}
