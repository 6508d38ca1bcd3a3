/**
 * One stored file: its value in memory and its bytes on the disk, kept the same (plan 5.12).
 *
 * Invariants: a write either replaces the file whole or leaves file and memory as they were; what can't be read is set
 * aside and reported, never overwritten; a file that may not be read, or that a newer version wrote, is never written
 * (`readOnly`); changes run one after another. Its owner is the one engine of the data folder (plan 5.7).
 */
import { basename, dirname } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import { errnoOf, toFileError } from './file-error.ts';
import { decodeFile, encodeFile, maxFileBytes, type Decoded, type FileFormat } from './file-format.ts';
import type { FileSystem } from './file-system.ts';
import { backupPath, removeLeftovers, replaceFile } from './replace-file.ts';
import { setFileAside, setRecordsAside } from './set-aside.ts';

export interface JsonFileOptions<Value> {
  readonly path: string;
  readonly format: FileFormat<Value>;
  readonly fileSystem: FileSystem;
  /** What went wrong without stopping anything: set aside, restored, read-only. */
  readonly report: (problem: HcmError) => void;
  readonly now: () => number;
}

type Reading<Value> =
  | { readonly state: 'missing' }
  | { readonly state: 'unreadable'; readonly error: HcmError }
  | (Decoded<Value> & { readonly bytes: Buffer | null });

export class JsonFile<Value> {
  readonly #options: JsonFileOptions<Value>;
  readonly #name: string;
  #value: Value;
  /** Content of the file as last read or written: the next backup. */
  #bytes: Buffer | null = null;
  #readOnly: HcmError | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  private constructor(options: JsonFileOptions<Value>) {
    this.#options = options;
    this.#name = basename(options.path);
    this.#value = options.format.initial;
  }

  /** Never fails: what is wrong with the file is reported, and `readOnly` says when it may not be written. */
  static async open<Value>(options: JsonFileOptions<Value>): Promise<JsonFile<Value>> {
    const file = new JsonFile(options);
    await removeLeftovers(options.fileSystem, options.path);
    await removeLeftovers(options.fileSystem, backupPath(options.path));
    await file.reload();
    return file;
  }

  get value(): Value {
    return this.#value;
  }

  get readOnly(): HcmError | null {
    return this.#readOnly;
  }

  /**
   * Writes what `change` makes of the current value. Fails with an HcmError and changes nothing when that can't be
   * written; an error that `change` throws is handed on.
   */
  update(change: (value: Value) => Value): Promise<Value> {
    return this.#enqueue(async () => {
      if (this.#readOnly !== null) throw this.#readOnly;
      await this.#save(change(this.#value));
      return this.#value;
    });
  }

  reload(): Promise<void> {
    return this.#enqueue(async () => {
      this.#bytes = null;
      this.#readOnly = null;
      const main = await this.#read(this.#options.path);
      if (main.state === 'missing' || main.state === 'corrupt') await this.#fallBack(main);
      else await this.#accept(main);
    });
  }

  /**
   * Takes in what somebody else wrote there since. A file that can't be used costs the value in force nothing: it is set
   * aside, and the value written again.
   */
  reread(): Promise<{ readonly before: Value; readonly after: Value }> {
    return this.#enqueue(async () => {
      const before = this.#value;
      const main = await this.#read(this.#options.path);
      if (main.state === 'missing') {
        // Nothing was ever kept here, or it was taken away: the next change writes it again.
        return { before, after: before };
      }
      this.#readOnly = null;
      if (main.state !== 'corrupt') {
        await this.#accept(main);
        return { before, after: this.#value };
      }
      const kept = await this.#setAside(this.#options.path);
      const details = { file: this.#name, reason: main.reason, kept, restored: 'running' };
      this.#options.report(new HcmError('HCM4001', details));
      if (this.readOnly === null) await this.#save(before);
      return { before, after: before };
    });
  }

  #enqueue<Result>(action: () => Promise<Result>): Promise<Result> {
    const result = this.#queue.then(action);
    this.#queue = result.catch(() => undefined);
    return result;
  }

  async #read(path: string): Promise<Reading<Value>> {
    try {
      const bytes = await this.#options.fileSystem.read(path, maxFileBytes);
      return { ...decodeFile(bytes, this.#options.format), bytes };
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return { state: 'missing' };
      if (errnoOf(error) === 'EFBIG') return { state: 'corrupt', reason: 'too large', bytes: null };
      return { state: 'unreadable', error: toFileError(error, basename(path)) };
    }
  }

  async #accept(reading: Exclude<Reading<Value>, { state: 'missing' | 'corrupt' }>): Promise<void> {
    // "May not be read" isn't "is empty": nothing is written, so nothing can be lost.
    if (reading.state === 'unreadable') {
      this.#refuseWrites(reading.error);
      return;
    }
    this.#value = reading.value;
    this.#bytes = reading.bytes;
    if (reading.state === 'newer') {
      const details = { file: this.#name, version: reading.writtenAs, known: this.#options.format.version };
      this.#refuseWrites(new HcmError('HCM4002', details));
      return;
    }
    await this.#tidy(reading.aside, reading.writtenAs);
  }

  /** The file is missing or was set aside: its backup takes its place, if there is a good one. */
  async #fallBack(main: { state: 'missing' } | { state: 'corrupt'; reason: string }): Promise<void> {
    const { path } = this.#options;
    const kept = main.state === 'corrupt' ? await this.#setAside(path) : '';
    const backup = await this.#read(backupPath(path));
    if (backup.state === 'unreadable') {
      this.#refuseWrites(backup.error);
      return;
    }
    if (backup.state === 'missing' || backup.state === 'corrupt') this.#value = this.#options.format.initial;
    if (backup.state === 'missing' && main.state === 'missing') return;
    const keptBackup = backup.state === 'corrupt' ? await this.#setAside(backupPath(path)) : '';
    const usable = backup.state === 'current' || backup.state === 'newer';
    const details = {
      file: this.#name,
      reason: main.state === 'corrupt' ? main.reason : 'missing',
      kept: [kept, keptBackup].filter((name) => name !== '').join(', '),
      restored: usable ? 'backup' : 'nothing',
    };
    this.#options.report(new HcmError('HCM4001', details));
    if (!usable) return;
    if (this.#readOnly === null && backup.bytes !== null) await this.#restore(backup.bytes);
    await this.#accept(backup);
  }

  async #restore(bytes: Buffer): Promise<void> {
    try {
      await replaceFile(this.#options.fileSystem, this.#options.path, bytes, null);
    } catch (error) {
      // The backup stays as it is, and the next write puts the file back.
      this.#options.report(toFileError(error, this.#name));
    }
  }

  async #setAside(path: string): Promise<string> {
    try {
      return await setFileAside(this.#options.fileSystem, path, this.#options.now());
    } catch (error) {
      this.#refuseWrites(toFileError(error, basename(path)));
      return '';
    }
  }

  /** Bad records and older versions: a copy is kept first, and only then is the file written without them. */
  async #tidy(aside: readonly unknown[], writtenAs: number): Promise<void> {
    const { fileSystem, path, format, now, report } = this.#options;
    if (this.#readOnly !== null || (aside.length === 0 && writtenAs === format.version)) return;
    try {
      if (aside.length > 0) {
        const kept = await setRecordsAside(fileSystem, path, aside, now());
        const details = {
          file: this.#name,
          reason: 'records',
          count: aside.length,
          kept,
          restored: 'others',
        };
        report(new HcmError('HCM4001', details));
      }
      if (writtenAs !== format.version && this.#bytes !== null) {
        await replaceFile(fileSystem, `${path}.v${writtenAs}`, this.#bytes, null);
      }
      await this.#save(this.#value);
    } catch (error) {
      this.#refuseWrites(toFileError(error, this.#name));
    }
  }

  async #save(value: Value): Promise<void> {
    const { fileSystem, path, format, report } = this.#options;
    const bytes = encodeFile(value, format);
    if (bytes.length > maxFileBytes) throw new HcmError('HCM4005', { file: this.#name, reason: 'too large' });
    try {
      await replaceFile(fileSystem, path, bytes, this.#bytes);
    } catch (error) {
      throw toFileError(error, this.#name);
    }
    this.#value = value;
    this.#bytes = bytes;
    // The new content is in place; whether it would survive a power failure is all that can still go wrong.
    await fileSystem
      .syncFolder(dirname(path))
      .catch((error: unknown) => report(toFileError(error, this.#name)));
  }

  #refuseWrites(error: HcmError): void {
    this.#readOnly = error;
    this.#options.report(error);
  }
}
