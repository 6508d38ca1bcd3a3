/**
 * `azure-accounts.json`: `{version, accounts: [...]}`, each with its sign-in sealed. One record that can't be read goes aside,
 * the others load. A seal is looked at only when it is asked for.
 */
import { z } from 'zod';
import { azureClouds } from '../../contract/azure-place.ts';
import type { FileFormat } from '../store/file-format.ts';

/** The cloud is kept with the account: settings that change later don't send its tokens elsewhere. */
const cloudSchema = z.strictObject({
  name: z.enum(azureClouds),
  authority: z.string(),
  authorityHosts: z.array(z.string()).min(1).readonly(),
  arm: z.string(),
  relaySuffix: z.string(),
});

const accountRecordSchema = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['user', 'servicePrincipal', 'managedIdentity']),
  name: z.string().max(512),
  /** The same person, app or identity in the same cloud has the same one. */
  subject: z.string().max(512),
  /** Home tenant; null when not known. */
  tenantId: z.string().max(256).nullable(),
  /** What tokens are asked for at: GUID, domain or `organizations`. */
  tenant: z.string().max(256),
  /** App that was signed in to; null for the computer's own identity. */
  clientId: z.string().max(64).nullable(),
  cloud: cloudSchema,
  signedInAt: z.iso.datetime(),
  /** Envelope of what proves it; null where nothing is needed. */
  sealed: z.unknown(),
});

export type AccountRecord = Readonly<z.infer<typeof accountRecordSchema>>;

const contentSchema = z.looseObject({ accounts: z.array(z.unknown()) });

export const accountsFormat: FileFormat<readonly AccountRecord[]> = {
  version: 1,
  migrations: {},
  initial: [],
  read: (content) => {
    const value: AccountRecord[] = [];
    const aside: unknown[] = [];
    for (const record of contentSchema.parse(content).accounts) {
      const parsed = accountRecordSchema.safeParse(record);
      const isNew = parsed.success && value.every(({ id }) => id !== parsed.data.id);
      if (isNew) value.push(parsed.data);
      else aside.push(record);
    }
    return { value, aside };
  },
  readNewer: (content) =>
    contentSchema
      .parse(content)
      .accounts.flatMap((record) => accountRecordSchema.safeParse(record).data ?? []),
  write: (accounts) => ({ accounts }),
};
