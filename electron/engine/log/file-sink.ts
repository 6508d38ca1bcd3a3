/**
 * Writes lines to `NAME` in a folder and to older files `NAME.1` … `NAME.4` beside it: in process, because a worker would
 * not survive bundling.
 *
 * Invariants: the total size is bounded, and so is what waits in memory; files are for their owner only; a failure (disk
 * full, folder gone, no permission) loses lines and nothing else, is tried again after a while, and the number of lines
 * lost is the first thing written then. Lines of the same moment are written together, because each write wakes a thread:
 * what a host that is killed had not written yet is a moment at the most.
 */
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

export interface FileSinkOptions {
  readonly folder: string;
  readonly name: string;
  readonly now?: () => number;
  /** Size of one file; there are at most `files`. */
  readonly fileBytes?: number;
  readonly files?: number;
  /** Lines are being lost, or are kept again. */
  readonly onFailing?: (isFailing: boolean) => void;
}

const defaultFileBytes = 10 * 1024 * 1024;
const defaultFiles = 5;
const maxWaitingBytes = 4 * 1024 * 1024;
/** How long a line waits for others at the most. */
const gatherMs = 50;
const maxGatheredBytes = 64 * 1024;
/** … and no more than this part of a file, so that files keep to their size. */
const gatheredPartOfFile = 1 / 64;
const retryAfterMs = 30_000;
const closeWithinMs = 2000;

export class FileSink {
  readonly #options: FileSinkOptions;
  readonly #now: () => number;
  #stream: RotatingFileStream | null = null;
  #closed = false;
  #gathered: string[] = [];
  #gatheredBytes = 0;
  #gatherTimer: NodeJS.Timeout | undefined;
  /** Handed to the stream and not known to be in the file. */
  #linesUnderWay = 0;
  #lost = 0;
  #retryAt = 0;
  #isFailing = false;

  constructor(options: FileSinkOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  write(line: string): void {
    if (this.#closed) return;
    const stream = this.#open();
    if (stream === null || stream.writableLength > maxWaitingBytes) {
      this.#lost += 1;
      return;
    }
    if (this.#lost > 0) this.#gather(lostLine(this.#lost, this.#now()));
    this.#lost = 0;
    this.#gather(line);
    const { fileBytes = defaultFileBytes } = this.#options;
    if (this.#gatheredBytes >= Math.min(maxGatheredBytes, fileBytes * gatheredPartOfFile))
      this.#writeGathered();
    else this.#gatherTimer ??= setTimeout(() => this.#writeGathered(), gatherMs);
  }

  #gather(line: string): void {
    this.#gathered.push(line);
    this.#gatheredBytes += line.length;
  }

  #writeGathered(): void {
    const lines = this.#takeGathered();
    const stream = this.#stream;
    if (stream === null || lines.length === 0) return;
    this.#linesUnderWay += lines.length;
    stream.write(lines.join(''), (error) => {
      // Opening says nothing: a full disk shows when bytes are to get there.
      if (error || this.#stream !== stream) return;
      this.#linesUnderWay -= lines.length;
      this.#tellFailing(false);
    });
  }

  #takeGathered(): readonly string[] {
    clearTimeout(this.#gatherTimer);
    this.#gatherTimer = undefined;
    const lines = this.#gathered;
    this.#gathered = [];
    this.#gatheredBytes = 0;
    return lines;
  }

  /** Lines are being lost: the file can't be written, and it is not yet time to try again. */
  get failing(): boolean {
    return this.#stream === null && this.#now() < this.#retryAt;
  }

  /** The next line opens the file anew: somebody moved it away, or its disk is there again. */
  reopen(): void {
    this.#writeGathered();
    const stream = this.#stream;
    this.#stream = null;
    this.#linesUnderWay = 0;
    this.#retryAt = 0;
    // What it still holds goes where it was opened.
    stream?.end();
  }

  /** Waits until what was written is in the file, for 2 s at the most. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#writeGathered();
    const stream = this.#stream;
    this.#stream = null;
    if (stream === null || stream.destroyed) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, closeWithinMs);
      stream.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
      stream.end();
    });
  }

  #open(): RotatingFileStream | null {
    if (this.#stream !== null) return this.#stream;
    if (this.#now() < this.#retryAt) return null;
    const { folder, name, fileBytes = defaultFileBytes, files = defaultFiles } = this.#options;
    try {
      const stream = createStream(name, {
        path: folder,
        size: `${fileBytes}B`,
        rotate: files - 1,
        mode: 0o600,
      });
      stream.on('error', () => this.#giveUp(stream));
      this.#stream = stream;
      return stream;
    } catch {
      this.#giveUp(null);
      return null;
    }
  }

  #giveUp(stream: RotatingFileStream | null): void {
    if (this.#stream !== stream) return;
    this.#stream = null;
    this.#retryAt = this.#now() + retryAfterMs;
    this.#lost += this.#linesUnderWay + this.#takeGathered().length;
    this.#linesUnderWay = 0;
    this.#tellFailing(true);
  }

  #tellFailing(isFailing: boolean): void {
    if (this.#isFailing === isFailing) return;
    this.#isFailing = isFailing;
    this.#options.onFailing?.(isFailing);
  }
}

function lostLine(count: number, nowMs: number): string {
  const time = new Date(nowMs).toISOString();
  return `${JSON.stringify({ level: 'warn', time, message: 'log lines were lost', count })}\n`;
}
