/**
 * Imports of the window: opens files, keeps their keys out of the page, and forgets them. Owns at most one import, the
 * questions that it asks, and the timer of its end.
 *
 * Invariants: an import ends with `close` (the page says so, or is loaded anew), with being applied, with the next one, and
 * when nothing happened for 15 minutes; nothing is told of an import that has ended; nothing of a file is ever logged.
 */
import { basename } from 'node:path';
import type { Host } from '../contract/api.ts';
import { HcmError } from '../contract/errors.ts';
import type { ImportRow, OpenedImport } from '../contract/import-view.ts';
import type { Clock, Disposer } from '../engine/clock.ts';
import type { PortableFile } from '../engine/portable/portable-entry.ts';
import { ImportSession } from './import-session.ts';
import { readImportFile } from './read-import-file.ts';

export interface ImportDeskOptions {
  readonly host: Host;
  readonly clock: Clock;
  /** Name of whoever uses the window; empty when it isn't known. */
  readonly user: string;
  /** Asks for a file. @returns its path, null when the person thought better of it. */
  readonly chooseFile: () => Promise<string | null>;
  readonly onRows: (rows: ImportRow[]) => void;
}

export const idleMs = 15 * 60_000;

interface LockedFile {
  readonly file: string;
  readonly bytes: Buffer;
}

/** The file is an export, and nobody was asked for its passphrase yet. */
class PassphraseNeeded extends Error {}

export class ImportDesk {
  readonly #options: ImportDeskOptions;
  #locked: LockedFile | null = null;
  #session: ImportSession | null = null;
  #questions: AbortController | null = null;
  #cancelIdle: Disposer | undefined;
  /** One higher with each file and each end: what began before is over. */
  #turn = 0;

  constructor(options: ImportDeskOptions) {
    this.#options = options;
  }

  /** @throws HcmError what is wrong with the file, or why no host answers. */
  async choose(): Promise<OpenedImport> {
    const path = await this.#options.chooseFile();
    if (path === null) return { outcome: 'cancelled' };
    return this.read(basename(path), await readImportFile(path));
  }

  /** @throws HcmError what is wrong with the file, or why no host answers. */
  async read(file: string, bytes: Uint8Array): Promise<OpenedImport> {
    this.close();
    const locked = { file, bytes: Buffer.from(bytes) };
    try {
      return await this.#open(locked, () => Promise.reject(new PassphraseNeeded()));
    } catch (error) {
      if (!(error instanceof PassphraseNeeded)) throw error;
      this.#locked = locked;
      this.#wait();
      return { outcome: 'locked', file };
    }
  }

  /** A wrong passphrase may be followed by another one. @throws HcmError HCM1086, HCM1097 */
  async unlock(passphrase: string): Promise<OpenedImport> {
    const locked = this.#locked;
    if (locked === null) throw new HcmError('HCM1097');
    this.#wait();
    return this.#open(locked, () => Promise.resolve(passphrase));
  }

  /** @throws HcmError HCM1097 */
  async verify(numbers: readonly number[]): Promise<ImportRow[]> {
    const session = this.#current();
    this.stopVerifying();
    const questions = new AbortController();
    this.#questions = questions;
    await session.verify(numbers, questions.signal);
    return session.rows;
  }

  stopVerifying(): void {
    this.#questions?.abort();
    this.#questions = null;
  }

  /** @throws HcmError HCM1097; what keeps the host from doing any of it: the import stays open then. */
  async apply(numbers: readonly number[]): Promise<ImportRow[]> {
    const session = this.#current();
    this.stopVerifying();
    await session.apply(numbers, this.#options.user);
    if (this.#session === session) this.close();
    return session.rows;
  }

  close(): void {
    this.stopVerifying();
    this.#cancelIdle?.();
    this.#locked = null;
    this.#session = null;
    this.#turn += 1;
  }

  async #open({ file, bytes }: LockedFile, askPassphrase: () => Promise<string>): Promise<OpenedImport> {
    const turn = this.#turn;
    // Readers of XML and YAML: not before somebody imports.
    const { readPortable } = await import('../engine/portable/read-portable.ts');
    const read: PortableFile = await readPortable(bytes, askPassphrase);
    const session = await ImportSession.plan(this.#options.host, read, (rows) => {
      if (this.#session !== session) return;
      this.#wait();
      this.#options.onRows([...rows]);
    });
    if (turn !== this.#turn) throw new HcmError('HCM1097');
    this.#locked = null;
    this.#session = session;
    this.#wait();
    return { outcome: 'opened', file, format: session.format, rows: session.rows };
  }

  #current(): ImportSession {
    if (this.#session === null) throw new HcmError('HCM1097');
    this.#wait();
    return this.#session;
  }

  /** From now on the time of doing nothing counts. */
  #wait(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = this.#options.clock.after(idleMs, () => this.close());
  }
}
