/**
 * The last lines of a rotating log, as `FileSink` wrote it: `NAME` and, where that is short, `NAME.1` and so on.
 *
 * Invariants: reads no more than it is told, however large the files are; whatever is wrong with them (gone, no
 * permission, torn in the middle of a line) shortens the answer and nothing else.
 */
import { open } from 'node:fs/promises';
import { join } from 'node:path';

export interface ReadLinesBackOptions {
  readonly folder: string;
  readonly name: string;
  /** Of all files together. */
  readonly maxBytes: number;
  readonly files: number;
}

export interface LinesBack {
  /** Oldest first. */
  readonly lines: readonly string[];
  /** The newest file ends in the middle of a line: whoever wrote it ended hard. */
  readonly isTorn: boolean;
}

export async function readLinesBack(options: ReadLinesBackOptions): Promise<LinesBack> {
  const { folder, name, maxBytes, files } = options;
  const parts: (readonly string[])[] = [];
  let left = maxBytes;
  let isTorn = false;
  for (let number = 0; number < files && left > 0; number += 1) {
    const read = await readEnd(join(folder, number === 0 ? name : `${name}.${number}`), left);
    // Rotation leaves no gap: without this file there is no older one, either, but for one that can't be read.
    if (read === null) continue;
    left -= read.bytes;
    parts.unshift(read.lines);
    if (number === 0) isTorn = read.isTorn;
  }
  return { lines: parts.flat(), isTorn };
}

interface End {
  readonly bytes: number;
  readonly lines: readonly string[];
  readonly isTorn: boolean;
}

async function readEnd(path: string, maxBytes: number): Promise<End | null> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const length = Math.min(size, maxBytes);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
      const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
      const isTorn = lines.at(-1) !== '';
      // Cut in its middle, or at its very beginning: then one line less does no harm.
      if (size > length) lines.shift();
      return { bytes: bytesRead, lines: lines.filter((line) => line !== ''), isTorn };
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
