/** The bytes of a file or of standard input, never more than a bounded piece; what they mean is the importer's business. */
import { createReadStream } from 'node:fs';
import { HcmError } from '../../contract/errors.ts';
import type { CliIo } from '../cli-io.ts';
import { standardInput } from '../secret-input.ts';

/** @throws HcmError HCM1061, HCM1082 */
export async function readFileBytes(io: CliIo, path: string, maxBytes: number): Promise<Buffer> {
  const stream = path === standardInput ? io.input.stream : createReadStream(path);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
      length += bytes.length;
      if (length > maxBytes)
        throw new HcmError('HCM1082', { reason: 'bytes', limit: maxBytes / 1024 / 1024 });
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof HcmError) throw error;
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new HcmError('HCM1061', { file: path, reason }, { cause: error });
  }
  return Buffer.concat(chunks);
}
