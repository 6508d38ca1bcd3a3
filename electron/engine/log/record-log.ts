/**
 * A log of records in the data folder, one line each, that outlasts the host: what was written is read back at the next
 * start. Owns its sink.
 *
 * Invariants: the files' total is bounded, and so is what is read back; a disk that fails loses lines and nothing else; no
 * line holds a secret that the host knows; a line that the last run left torn costs itself alone.
 */
import { FileSink } from './file-sink.ts';
import { readLinesBack } from './read-lines-back.ts';
import { redact } from './redact.ts';
import type { SecretRegister } from './secret-register.ts';

export interface RecordLogOptions {
  readonly folder: string;
  readonly name: string;
  readonly secrets: SecretRegister;
  readonly fileBytes: number;
  readonly files: number;
  /** Of the newest lines, how much is read back. */
  readonly readBackBytes: number;
  /** Lines are being lost, or are kept again. */
  readonly onFailing?: (isFailing: boolean) => void;
}

export class RecordLog {
  readonly #options: RecordLogOptions;
  readonly #sink: FileSink;
  #startsAfterTornLine = false;

  constructor(options: RecordLogOptions) {
    this.#options = options;
    this.#sink = new FileSink(options);
  }

  /** What earlier runs wrote, oldest first; before the first `write`. */
  async readBack(): Promise<readonly string[]> {
    const { folder, name, files, readBackBytes } = this.#options;
    const { lines, isTorn } = await readLinesBack({ folder, name, files, maxBytes: readBackBytes });
    this.#startsAfterTornLine = isTorn;
    return lines;
  }

  /** @param line ends in a newline. */
  write(line: string): void {
    const redacted = redact(line, this.#options.secrets);
    this.#sink.write(this.#startsAfterTornLine ? `\n${redacted}` : redacted);
    this.#startsAfterTornLine = false;
  }

  reopen(): void {
    this.#sink.reopen();
  }

  /** Waits until what was written is in the file, for seconds at the most. Lines that come later are dropped. */
  close(): Promise<void> {
    return this.#sink.close();
  }
}
