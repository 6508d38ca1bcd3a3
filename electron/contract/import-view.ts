/**
 * An import as the window shows it: what stands in a file of connections and what this host would do with it. The app's
 * main process keeps the connections themselves; nothing here holds a key.
 */
import { z } from 'zod';
import { errorDataSchema } from './connection-view.ts';
import { desiredParts } from './desired.ts';
import { importActions, portableFormats } from './portable-answers.ts';

/** A thousand connections with everything about them take less than half of it. */
export const maxImportBytes = 4 * 1024 * 1024;

/** More than any host can carry, few enough to be shown and asked about. */
export const maxImportEntries = 1000;

/**
 * `notAsked`: nobody asked yet. `waiting`, `asking`: it is being asked about. `answered`: Azure says yes; `problem` is what
 * to know about its endpoint. `refused`: Azure says no or nothing, `problem` says why.
 */
export const importChecks = ['notAsked', 'waiting', 'asking', 'answered', 'refused'] as const;

/** Place in the list of rows, counted from 0: what names an entry in the calls. */
export const importRowNumber = z
  .int()
  .min(0)
  .max(maxImportEntries - 1);

export const importRowSchema = z.strictObject({
  row: importRowNumber,
  /** Where in the file. */
  place: z.string(),
  /** Empty where it couldn't be read. */
  name: z.string(),
  host: z.string(),
  /** null where it couldn't be read. */
  kind: z.enum(['relay', 'biztalk']).nullable(),
  /** host:port of the file; once Azure has answered, where sessions will go. */
  endpoint: z.string().nullable(),
  action: z.enum(importActions),
  /** Why it isn't taken. */
  problem: errorDataSchema.nullable(),
  differs: z.array(z.enum(desiredParts)),
  check: z.strictObject({ state: z.enum(importChecks), problem: errorDataSchema.nullable() }),
});

export const importRowsSchema = z.strictObject({ rows: z.array(importRowSchema) });

/** What came of opening a file. `locked`: an export whose keys want their passphrase. */
export const openedImportSchema = z.discriminatedUnion('outcome', [
  z.strictObject({ outcome: z.literal('cancelled') }),
  z.strictObject({ outcome: z.literal('locked'), file: z.string() }),
  z.strictObject({
    outcome: z.literal('opened'),
    file: z.string(),
    format: z.enum(portableFormats),
    rows: z.array(importRowSchema),
  }),
]);

export type ImportRow = Readonly<z.infer<typeof importRowSchema>>;
export type ImportCheck = ImportRow['check'];
export type OpenedImport = Readonly<z.infer<typeof openedImportSchema>>;
