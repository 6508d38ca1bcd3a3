/** What `hcm export FILE` and `hcm import` give to scripts; part of the promise of `answer-schemas.ts`. */
import { z } from 'zod';
import { desiredParts } from './desired.ts';
import { settingsAnswer } from './desired-answers.ts';

/** Programs whose files can be imported: this one, Microsoft's older and newer manager, azbridge. */
export const portableFormats = ['export', 'oldManager', 'rewrite', 'azbridge'] as const;

/**
 * `add`, `update`: to be done. `imported`, `updated`, `failed`: how that ended. `unchanged`: there already. `differs`:
 * there with other values, which stay. `unverified`: Azure says no or nothing. `refused`: can't be taken as it stands.
 */
export const importActions = [
  'add',
  'update',
  'unchanged',
  'differs',
  'unverified',
  'refused',
  'imported',
  'updated',
  'failed',
] as const;

const count = z.int().min(0);

export const exportAnswerSchema = z.strictObject({
  file: z.string().describe('the file as it was given'),
  connections: count.describe('number of connections in it'),
  withSecrets: z.boolean().describe('whether it holds keys, under the passphrase'),
  withoutKey: z.array(z.string()).describe('names of connections whose keys this host can’t read'),
});

const importRowSchema = z.strictObject({
  entry: z.string().describe('where in the file'),
  name: z.string().describe('name of the Hybrid Connection; empty where it couldn’t be read'),
  namespace: z.string().describe('host of its namespace; empty where it couldn’t be read'),
  endpoint: z.string().nullable().describe('`host:port` that the file names'),
  action: z
    .enum(importActions)
    .describe(
      'add, update: would be done; imported, updated: done; unchanged: there already; differs: there with other values, which stay; unverified: Azure says no or nothing; refused, failed: not taken',
    ),
  /** No list of them: each version knows more. */
  code: z
    .string()
    .regex(/^HCM\d{4}$/)
    .nullable()
    .describe('why it isn’t taken, or what to know about it'),
  differs: z.array(z.enum(desiredParts)).describe('what is other than on this host'),
});

export const importAnswerSchema = z.strictObject({
  format: z.enum(portableFormats).describe('program that the file is of; rewrite: Microsoft’s newer manager'),
  isDryRun: z.boolean().describe('nothing was changed'),
  imported: count.describe('number of entries that were added or changed'),
  notTaken: count.describe('number of entries that the host doesn’t have afterwards'),
  settings: settingsAnswer.describe('settings of the export that differ here; taken with `--settings` alone'),
  takesSettings: z.boolean().describe('they are taken, and the proxy’s password with its proxy'),
  entries: z.array(importRowSchema).describe('in the order of the file'),
});

export type PortableFormat = (typeof portableFormats)[number];
export type ImportAction = (typeof importActions)[number];
