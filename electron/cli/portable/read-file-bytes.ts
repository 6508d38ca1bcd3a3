/** The bytes of a file or of standard input, never more than a bounded piece; what they mean is the importer's business. */
import { createReadStream } from 'node:fs';
import { HcmError } from '../../contract/errors.ts';
import type { CliIo } from '../cli-io.ts';
import { readBytes } from '../read-bounded.ts';
import { standardInput } from '../secret-input.ts';

/** @throws HcmError HCM1061, HCM1082 */
export function readFileBytes(io: CliIo, path: string, maxBytes: number): Promise<Buffer> {
  const stream = path === standardInput ? io.input.stream : createReadStream(path);
  const limit = maxBytes / 1024 / 1024;
  return readBytes(stream, path, maxBytes, () => new HcmError('HCM1082', { reason: 'bytes', limit }));
}
