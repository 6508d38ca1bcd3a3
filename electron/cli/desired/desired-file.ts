/**
 * The file of `hcm plan` and `hcm apply`, as its schema. `docs/schema/hcm-apply.schema.json` is made from it and held equal
 * by a test.
 */
import { z } from 'zod';
import { connectionLimitsSchema } from '../../contract/connection.ts';
import { maxDesired } from '../../contract/desired.ts';
import { settingsChangeSchema } from '../../contract/settings.ts';

const path = z.string().min(1).max(4096);

/** Where a connection string lies. A string in the file itself is taken only where nobody else can read the file. */
const source = z.union([
  z.strictObject({ env: z.string().min(1).max(256).describe('Name of an environment variable') }),
  z.strictObject({ file: path.describe('A file that holds nothing else; relative to this file') }),
  z.string().min(1).max(65_536).describe('The string itself, where only its owner can read this file'),
]);

const connection = z.strictObject({
  name: z
    .string()
    .min(1)
    .max(512)
    .describe('Name of the Hybrid Connection, where the string is one of a whole namespace')
    .optional(),
  connectionString: source,
  secondaryConnectionString: source
    .nullable()
    .describe('The second key; null: none; left out: as it is')
    .optional(),
  endpoint: z
    .string()
    .max(512)
    .nullable()
    .describe('host:port by hand; null: the one that Azure names; left out: as it is')
    .optional(),
  caFile: path
    .nullable()
    .describe('PEM file of the CA that alone is trusted for this relay; null: none; left out: as it is')
    .optional(),
  limits: connectionLimitsSchema
    .partial()
    .describe('Limits of this connection; null: as the host’s settings say; left out: as it is')
    .optional(),
  enabled: z.boolean().describe('false: it stays stopped; left out: as it is').optional(),
});

export const desiredFileSchema = z.strictObject({
  $schema: z.string().max(4096).optional(),
  version: z.literal(1),
  connections: z.array(connection).max(maxDesired),
  settings: settingsChangeSchema
    .describe('Settings of the host, as hcm config lists them; left out: as they are')
    .optional(),
});

export type DesiredFile = Readonly<z.infer<typeof desiredFileSchema>>;
export type DesiredEntry = DesiredFile['connections'][number];
export type StringSource = DesiredEntry['connectionString'];
