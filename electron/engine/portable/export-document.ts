/**
 * The file of `hcm export`: every connection as this host has it, its settings, and under a passphrase the secrets. Version 1.
 *
 * Invariant: outside of `keys.data` there is no secret; with keys, `keys.data` is bound to everything else in the file.
 */
import { z } from 'zod';
import { azureResourceSchema, connectionConfigSchema } from '../../contract/connection.ts';
import { exportedSettingsSchema } from './exported-settings.ts';
import { sealingSchema } from './sealed-keys.ts';

export const exportFormat = 'hcm-export';
export const exportVersion = 1;

/** Without what has a meaning on its own host only. */
export const exportedConnectionSchema = z.object(
  connectionConfigSchema
    .omit({ id: true, azure: true, entra: true })
    // Exports of before it don't have it.
    .extend({ resource: azureResourceSchema.nullable().default(null) }).shape,
);

export type ExportedConnection = Readonly<z.infer<typeof exportedConnectionSchema>>;

/** What every version has. */
export const exportHeadSchema = z.object({
  format: z.literal(exportFormat),
  version: z.int().min(1),
});

export const exportDocumentSchema = z.strictObject({
  ...exportHeadSchema.shape,
  exportedAt: z.string().max(64),
  exportedBy: z.string().max(256).nullable(),
  machine: z.string().max(256),
  program: z.string().max(64),
  /** Each is read by itself, so that a bad one doesn't take the others down. */
  connections: z.array(z.unknown()),
  /** Without the proxy's password, which is a secret. */
  settings: exportedSettingsSchema,
  /** null: exported without secrets. */
  keys: z.strictObject({ ...sealingSchema.shape, data: z.string() }).nullable(),
});

/** null where there is none or it couldn't be read. */
export const exportedSecretsSchema = z.strictObject({
  /** One for each connection, in the same order. */
  connections: z.array(z.strictObject({ primary: z.string().nullable(), secondary: z.string().nullable() })),
  /** Of the proxy that the settings name. */
  proxyPassword: z.string().min(1).max(1024).nullable(),
});

export type ExportedSecrets = Readonly<z.infer<typeof exportedSecretsSchema>>;
export type ExportedKeys = ExportedSecrets['connections'];

/**
 * Everything of a document but the sealed text, in one spelling however its file is laid out.
 * @param document as it was parsed, not as a schema left it: a field too many counts, too.
 */
export function boundText(document: Readonly<Record<string, unknown>>): string {
  const { keys, ...others } = document;
  const sealing = typeof keys === 'object' && keys !== null ? { ...keys, data: undefined } : keys;
  return canonicalJson({ ...others, keys: sealing });
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_name, inner: unknown) => {
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}
