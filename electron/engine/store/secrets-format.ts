/**
 * `secrets.json`: `{version, secrets: {connection id: envelope}}`. Entries are kept verbatim and looked at only when they
 * are asked for, so that one that this version can't read survives every write.
 */
import { z } from 'zod';
import type { FileFormat } from './file-format.ts';
import { secretsMigrations, secretsVersion } from './migrations/secrets.ts';

export type Secrets = ReadonlyMap<string, unknown>;

const contentSchema = z.looseObject({ secrets: z.record(z.string(), z.unknown()) });

export const secretsFormat: FileFormat<Secrets> = {
  version: secretsVersion,
  migrations: secretsMigrations,
  initial: new Map(),
  read: (content) => ({ value: readSecrets(content), aside: [] }),
  readNewer: readSecrets,
  write: (secrets) => ({ secrets: Object.fromEntries(secrets) }),
};

function readSecrets(content: unknown): Secrets {
  return new Map(Object.entries(contentSchema.parse(content).secrets));
}
