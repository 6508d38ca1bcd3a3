/** Whether a file holds exactly what the signed feed names. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

export interface Checksum {
  /** Base64. */
  readonly sha512: string;
  readonly sizeBytes: number;
}

/** A file that can't be read isn't it. */
export async function isPackage(path: string, { sha512, sizeBytes }: Checksum): Promise<boolean> {
  const hash = createHash('sha512');
  let size = 0;
  try {
    await pipeline(createReadStream(path), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        size += chunk.length;
        hash.update(chunk);
      }
    });
  } catch {
    return false;
  }
  return size === sizeBytes && hash.digest('base64') === sha512;
}
