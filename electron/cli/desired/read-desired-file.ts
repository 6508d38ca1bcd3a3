/**
 * Reads a file of desired connections and all that it refers to: variables, files with connection strings, CA files.
 *
 * Invariants: never more than a bounded piece of any file; a connection string that stands in the file itself is taken only
 * where nobody else can read the file; everything that is wrong is told at once, and never with a value.
 */
import { dirname, resolve } from 'node:path';
import type { DesiredConnection } from '../../contract/desired.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import type { SettingsChange } from '../../contract/settings.ts';
import { readCaFile } from '../ca-file.ts';
import type { CliIo } from '../cli-io.ts';
import { readStream, readTextAndMode, readTextFile, requireText } from '../read-bounded.ts';
import { standardInput } from '../secret-input.ts';
import type { DesiredEntry, DesiredFile, StringSource } from './desired-file.ts';
import {
  parseDesiredFile,
  reasonError,
  wholeFileFault,
  type FaultAt,
  type FileFault,
  type Path,
} from './parse-desired-file.ts';

const maxFileBytes = 1_000_000;

export interface Desired {
  readonly connections: readonly DesiredConnection[];
  readonly settings: SettingsChange;
  /** For what the host finds wrong with a connection. */
  readonly faultOf: (index: number, error: ErrorData) => FileFault;
}

export type DesiredReading =
  | { readonly ok: true; readonly desired: Desired }
  | { readonly ok: false; readonly faults: readonly FileFault[] };

/** @throws HcmError HCM1061 when the file itself can't be read. */
export async function readDesiredFile(io: CliIo, file: string): Promise<DesiredReading> {
  const path = file === standardInput ? null : resolve(io.workingFolder, file);
  const { text, mode } = await readWhole(io, path);
  if (text.includes('\uFFFD')) return refused(reasonError('text'));
  const reading = parseDesiredFile(text.replace(/^\uFEFF/u, ''));
  if (!reading.ok) return reading;
  const { value, faultAt } = reading;
  const references = new References(io, {
    file,
    folder: path === null ? io.workingFolder : dirname(path),
    mayHoldStrings: io.platform === 'win32' || mode === null || (mode & 0o077) === 0,
    faultAt,
  });
  const connections = await references.connections(value);
  if (references.faults.length > 0) return { ok: false, faults: references.faults };
  return {
    ok: true,
    desired: {
      connections,
      settings: value.settings ?? {},
      faultOf: (index, error) => faultAt(['connections', index], error),
    },
  };
}

function refused(error: ErrorData): DesiredReading {
  return { ok: false, faults: [wholeFileFault(error)] };
}

/** Without a mode where it is standard input, which nobody else reads. */
async function readWhole(
  io: CliIo,
  path: string | null,
): Promise<{ readonly text: string; readonly mode: number | null }> {
  if (path !== null) return readTextAndMode(path, maxFileBytes);
  try {
    return { text: await readStream(io.input.stream, standardInput, maxFileBytes), mode: null };
  } catch (error) {
    if (!(error instanceof HcmError && error.code === 'HCM1018')) throw error;
    throw new HcmError('HCM1061', { file: standardInput, reason: 'it is too large' });
  }
}

interface Place {
  readonly file: string;
  readonly folder: string;
  readonly mayHoldStrings: boolean;
  readonly faultAt: FaultAt;
}

class References {
  readonly faults: FileFault[] = [];
  readonly #io: CliIo;
  readonly #place: Place;
  /** Many connections share one CA. */
  readonly #authorities = new Map<string, Promise<string>>();

  constructor(io: CliIo, place: Place) {
    this.#io = io;
    this.#place = place;
  }

  async connections({ connections }: DesiredFile): Promise<readonly DesiredConnection[]> {
    const read: DesiredConnection[] = [];
    for (const [index, entry] of connections.entries())
      read.push(await this.#connection(entry, ['connections', index]));
    return read;
  }

  async #connection(entry: DesiredEntry, path: Path): Promise<DesiredConnection> {
    const { name, connectionString, secondaryConnectionString, caFile, ...others } = entry;
    const second =
      secondaryConnectionString &&
      (await this.#string(secondaryConnectionString, [...path, 'secondaryConnectionString']));
    const caPem = caFile && (await this.#authority(caFile, [...path, 'caFile']));
    return {
      ...others,
      connectionString: (await this.#string(connectionString, [...path, 'connectionString'])) ?? '',
      ...(name === undefined ? {} : { entityPath: name }),
      ...(second === undefined ? {} : { secondaryConnectionString: second }),
      ...(caPem === undefined ? {} : { caPem }),
    };
  }

  #string(source: StringSource, path: Path): Promise<string | undefined> {
    const { file: name, folder, mayHoldStrings } = this.#place;
    return this.#attempt(path, async () => {
      if (typeof source === 'string') {
        if (!mayHoldStrings) throw new HcmError('HCM1072', { file: name });
        return source;
      }
      if ('file' in source) return requireText(await readTextFile(resolve(folder, source.file)), source.file);
      const text = this.#io.environment[source.env] ?? '';
      if (text === '') throw new HcmError('HCM1073', { name: source.env });
      return text;
    });
  }

  #authority(file: string, path: Path): Promise<string | undefined> {
    const full = resolve(this.#place.folder, file);
    return this.#attempt(path, () => {
      const reading = this.#authorities.get(full) ?? readCaFile(full);
      this.#authorities.set(full, reading);
      return reading;
    });
  }

  async #attempt(path: Path, read: () => Promise<string>): Promise<string | undefined> {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof HcmError)) throw error;
      // It is about the whole file: once is enough.
      const isTold = this.faults.some((fault) => fault.error.code === 'HCM1072');
      if (error.code === 'HCM1072' && isTold) return undefined;
      this.faults.push(this.#place.faultAt(path, toErrorData(error)));
      return undefined;
    }
  }
}
