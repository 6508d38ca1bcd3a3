/**
 * Reads a rotating log, as `FileSink` writes it, from its end: backwards to where somebody wants to begin, forwards from
 * there, and then what comes. Owns the handles of its files.
 *
 * Invariants: memory is bounded, however large files and lines are (a line too long is passed over); what is read is one
 * line of time, although files are renamed meanwhile: a file that was opened is read to its end, under whatever name;
 * files that aren't there shorten the answer.
 */
import { open, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import { errno } from '../control/errno.ts';

export interface LogReaderOptions {
  readonly folder: string;
  readonly name: string;
  readonly files: number;
}

/** Where a line begins. */
export interface LogPlace {
  /** 0 is the newest file. */
  readonly file: number;
  readonly offset: number;
}

export interface PlacedLine {
  readonly text: string;
  readonly place: LogPlace;
}

interface OpenFile {
  readonly handle: FileHandle;
  /** What names the file, whatever it is called meanwhile. */
  readonly inode: bigint;
  /** Its size when it was opened: what comes behind that is new. */
  readonly size: number;
}

const chunkBytes = 64 * 1024;
const maxLineBytes = 256 * 1024;
const newLine = 0x0a;
const gone: readonly string[] = ['ENOENT', 'ENOTDIR'];

export class LogReader {
  readonly #options: LogReaderOptions;
  /** Newest first. */
  #files: OpenFile[];
  /** Of the newest file: where the line begins that comes next. */
  #next = 0;

  private constructor(options: LogReaderOptions, files: OpenFile[]) {
    this.#options = options;
    this.#files = files;
  }

  /** @throws HcmError HCM1061 when a file is there that can't be read. */
  static async open(options: LogReaderOptions): Promise<LogReader> {
    return new LogReader(options, await openUntil(options, null));
  }

  /** Newest first. */
  async *back(): AsyncGenerator<PlacedLine> {
    for (const [file, opened] of this.#files.entries()) {
      for await (const { text, offset } of linesBack(opened)) yield { text, place: { file, offset } };
    }
  }

  /** Oldest first, up to now. */
  async *forth(from: LogPlace): AsyncGenerator<string> {
    for (const [file, { handle }] of [...this.#files.entries()].reverse()) {
      if (file > from.file) continue;
      yield* this.#linesOf(handle, file === from.file ? from.offset : 0);
    }
  }

  /** {@link more} goes on behind what {@link back} has seen. */
  async skipToEnd(): Promise<void> {
    const [newest] = this.#files;
    if (newest === undefined) return;
    for await (const { offset, end } of linesBack(newest)) {
      // What a torn line lacks may still come.
      this.#next = end === newest.size ? offset : end + 1;
      return;
    }
  }

  /** What came since, oldest first; nothing when nothing did. */
  async *more(): AsyncGenerator<string> {
    const [newest] = this.#files;
    if (newest !== undefined) {
      if ((await newest.handle.stat()).size < this.#next) this.#next = 0;
      yield* this.#linesOf(newest.handle, this.#next);
      // Null between the two steps of a rotation: the new file isn't there yet.
      const inode = await this.#currentInode();
      if (inode === null || inode === newest.inode) return;
    }
    const newer = await openUntil(this.#options, newest?.inode ?? null);
    if (newer.length === 0) return;
    // What was written between the look and the renaming.
    if (newest !== undefined) yield* this.#linesOf(newest.handle, this.#next);
    const older = this.#files;
    this.#files = newer;
    await closeAll(older);
    for (const { handle } of [...newer].reverse()) yield* this.#linesOf(handle, 0);
  }

  async close(): Promise<void> {
    const files = this.#files;
    this.#files = [];
    await closeAll(files);
  }

  async #currentInode(): Promise<bigint | null> {
    try {
      return (await stat(join(this.#options.folder, this.#options.name), { bigint: true })).ino;
    } catch {
      return null;
    }
  }

  /** Remembers how far it came: the last file that is read is the newest. */
  async *#linesOf(handle: FileHandle, from: number): AsyncGenerator<string> {
    this.#next = from;
    for await (const { text, end } of linesForth(handle, from)) {
      this.#next = end;
      if (text !== '') yield text;
    }
  }
}

/** Newest first, without the file with this inode and those older than it. */
async function openUntil(
  { folder, name, files }: LogReaderOptions,
  known: bigint | null,
): Promise<OpenFile[]> {
  const opened: OpenFile[] = [];
  try {
    for (let number = 0; number < files; number += 1) {
      const file = await openOne(join(folder, number === 0 ? name : `${name}.${number}`));
      if (file === null) continue;
      if (file.inode === known) {
        await file.handle.close();
        return opened;
      }
      // Renamed while we looked: the same file once more.
      if (opened.some(({ inode }) => inode === file.inode)) await file.handle.close();
      else opened.push(file);
    }
    if (known === null) return opened;
    // Moved away by somebody else: which of the others came after it can't be told, but for the newest.
    await closeAll(opened.splice(1));
    return opened;
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

async function openOne(path: string): Promise<OpenFile | null> {
  try {
    const handle = await open(path, 'r');
    const { ino, size } = await handle.stat({ bigint: true });
    return { handle, inode: ino, size: Number(size) };
  } catch (error) {
    if (gone.includes(errno(error))) return null;
    throw new HcmError('HCM1061', { file: path, reason: errno(error) }, { cause: error });
  }
}

async function closeAll(files: readonly OpenFile[]): Promise<void> {
  await Promise.all(files.map(({ handle }) => handle.close()));
}

/** From the end to the beginning; `end` is where its newline stands, or the file's end behind a line that isn't ended. */
async function* linesBack({
  handle,
  size,
}: OpenFile): AsyncGenerator<{ readonly text: string; readonly offset: number; readonly end: number }> {
  let position = size;
  let rest: Buffer = Buffer.alloc(0);
  let isTooLong = false;
  while (position > 0) {
    const length = Math.min(chunkBytes, position);
    position -= length;
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
    // Cut short while we read: its end is not what it was.
    if (bytesRead < length) return;
    const bytes = Buffer.concat([buffer, rest]);
    let end = bytes.length;
    for (;;) {
      const before = end === 0 ? -1 : bytes.lastIndexOf(newLine, end - 1);
      if (before === -1) break;
      if (!isTooLong && before + 1 < end) {
        const text = bytes.toString('utf8', before + 1, end);
        yield { text, offset: position + before + 1, end: position + end };
      }
      isTooLong = false;
      end = before;
    }
    rest = bytes.subarray(0, end);
    if (rest.length > maxLineBytes) {
      isTooLong = true;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length > 0 && !isTooLong) yield { text: rest.toString('utf8'), offset: 0, end: rest.length };
}

/** Ended lines only; `end` is where the next one begins. A line too long is an empty one. */
async function* linesForth(
  handle: FileHandle,
  from: number,
): AsyncGenerator<{ readonly text: string; readonly end: number }> {
  const chunk = Buffer.alloc(chunkBytes);
  let position = from;
  let rest: Buffer = Buffer.alloc(0);
  let isTooLong = false;
  for (;;) {
    const { bytesRead } = await handle.read(chunk, 0, chunkBytes, position);
    if (bytesRead === 0) return;
    const bytes = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    const began = position - rest.length;
    position += bytesRead;
    let start = 0;
    for (let end = bytes.indexOf(newLine); end !== -1; end = bytes.indexOf(newLine, start)) {
      yield { text: isTooLong ? '' : bytes.toString('utf8', start, end), end: began + end + 1 };
      isTooLong = false;
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > maxLineBytes) {
      isTooLong = true;
      rest = Buffer.alloc(0);
    }
  }
}
