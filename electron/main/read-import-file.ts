/** The bytes of a file that a person chose to import, never more than a bounded piece. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { HcmError } from '../contract/errors.ts';
import { maxImportBytes } from '../contract/import-view.ts';
import { errnoOf } from '../engine/store/file-error.ts';

/** @throws HcmError HCM1061 when it can't be read, HCM1082 when it is too large. */
export async function readImportFile(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      // One byte more shows that there is more.
      const bytes = Buffer.alloc(maxImportBytes + 1);
      let length = 0;
      while (length < bytes.length) {
        const { bytesRead } = await file.read(bytes, length, bytes.length - length);
        if (bytesRead === 0) return bytes.subarray(0, length);
        length += bytesRead;
      }
    } finally {
      await file.close();
    }
  } catch (error) {
    const reason = errnoOf(error) || 'unknown';
    throw new HcmError('HCM1061', { file: basename(path), reason }, { cause: error });
  }
  throw new HcmError('HCM1082', { reason: 'bytes', limit: maxImportBytes / 1024 / 1024 });
}
