/** Lines of a stream, one after the other, each of a bounded length. */
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';

/** A line that is too long is given as null, and reading goes on behind it. */
export async function* readLines(stream: Readable, maxLength: number): AsyncGenerator<string | null> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let skipping = false;
  for await (const chunk of stream) {
    const pieces = (rest + decoder.write(Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk)))).split(
      '\n',
    );
    rest = pieces.pop() ?? '';
    for (const line of pieces) {
      if (!skipping) yield line.length > maxLength ? null : line.replace(/\r$/, '');
      skipping = false;
    }
    if (rest.length > maxLength) {
      if (!skipping) yield null;
      skipping = true;
      rest = '';
    }
  }
  if (rest !== '' && !skipping) yield rest;
}
