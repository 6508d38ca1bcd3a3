/**
 * What a kind of stored file looks like, and how bytes become its value. Every file is one JSON object with a whole
 * number `version`.
 */
import { z } from 'zod';
import { runMigrations, type MigrationSteps } from './migrations/run-migrations.ts';

export interface FileFormat<Value> {
  readonly version: number;
  readonly migrations: MigrationSteps;
  readonly initial: Value;
  /** Content of the current version. Throws when all of it is unreadable; single bad records go aside. */
  read(content: unknown): { readonly value: Value; readonly aside: readonly unknown[] };
  /** As much as can be shown of a newer version, for looking only. */
  readNewer(content: unknown): Value;
  /** The object without its `version`. */
  write(value: Value): Readonly<Record<string, unknown>>;
}

/** Far more than any of our files; keeps a wrong file under our name from filling the memory. */
export const maxFileBytes = 8 * 1024 * 1024;

export type Decoded<Value> =
  | {
      readonly state: 'current';
      readonly value: Value;
      /** Records that could not be read, as they were. */
      readonly aside: readonly unknown[];
      readonly writtenAs: number;
    }
  | { readonly state: 'newer'; readonly value: Value; readonly writtenAs: number }
  | { readonly state: 'corrupt'; readonly reason: string };

const versioned = z.looseObject({ version: z.int().min(1) });

export function decodeFile<Value>(bytes: Buffer, format: FileFormat<Value>): Decoded<Value> {
  if (bytes.length === 0) return { state: 'corrupt', reason: 'empty' };
  let content: unknown;
  try {
    // Editors on Windows like to put a byte order mark in front; TextDecoder takes it off.
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { state: 'corrupt', reason: 'not JSON' };
  }
  const envelope = versioned.safeParse(content);
  if (!envelope.success) return { state: 'corrupt', reason: 'no version' };
  const writtenAs = envelope.data.version;
  try {
    if (writtenAs > format.version) return { state: 'newer', value: format.readNewer(content), writtenAs };
    const migrated = runMigrations(content, writtenAs, format.version, format.migrations);
    return { state: 'current', ...format.read(migrated), writtenAs };
  } catch {
    return writtenAs > format.version
      ? { state: 'newer', value: format.initial, writtenAs }
      : { state: 'corrupt', reason: 'not as its version promises' };
  }
}

export function encodeFile<Value>(value: Value, format: FileFormat<Value>): Buffer {
  return Buffer.from(`${JSON.stringify({ version: format.version, ...format.write(value) }, null, 2)}\n`);
}
