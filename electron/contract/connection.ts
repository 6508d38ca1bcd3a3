/**
 * What this host keeps about one connection, without its secret: the key lies apart, sealed, under the connection's id
 * (plan 5.9). The schema is the gate between files and the rest: what passed it is trusted inside.
 */
import { z } from 'zod';
import { azureClouds } from './azure-place.ts';
import { entityNameProblem } from './entity-name.ts';
import { readHost } from './host-name.ts';
import { settingsShape } from './settings.ts';

const host = z.string().refine(
  (text) => {
    const reading = readHost(text);
    return reading.ok && reading.host === text;
  },
  { error: 'not a host in its usual form' },
);

const port = z.int().min(1).max(65_535);

const moment = z.iso.datetime();

/** One or more CA certificates; 64 KiB hold about 40. */
const pem = z.string().max(65_536).includes('-----BEGIN CERTIFICATE-----');

export const endpointSchema = z.strictObject({
  host,
  port,
  /** `azure`: from the entity's metadata. `manual`: typed here, wins over Azure's. */
  source: z.enum(['azure', 'manual']),
});

/** Two keys can be kept, so that one of them can be regenerated in Azure without a gap. */
export const keySlots = ['primary', 'secondary'] as const;

export type KeySlot = (typeof keySlots)[number];

/** What one connection may use; null: as the host's settings say. */
export const connectionLimitsSchema = z.strictObject({
  maxSessions: settingsShape.maxSessionsPerConnection.nullable(),
  dialTimeoutSeconds: settingsShape.dialTimeoutSeconds.nullable(),
  idleMinutes: settingsShape.idleMinutes.nullable(),
  halfCloseMinutes: settingsShape.halfCloseMinutes.nullable(),
  kilobytesPerSecond: settingsShape.kilobytesPerSecondPerConnection.nullable(),
});

/** Where a Hybrid Connection is in Azure, for those who sign in; what runs needs nothing of it. */
export const azureResourceSchema = z.strictObject({
  cloud: z.enum(azureClouds),
  tenantId: z.string().max(64),
  subscriptionId: z.uuid(),
  resourceGroup: z.string().min(1).max(90),
  namespace: z.string().min(1).max(64),
});

export type AzureResource = Readonly<z.infer<typeof azureResourceSchema>>;

/** The account that a connection listens with; its name is kept for those who may not see accounts, or once it is gone. */
export const entraSignInSchema = z.strictObject({ accountId: z.uuid(), name: z.string().max(512) });

export type EntraSignIn = Readonly<z.infer<typeof entraSignInSchema>>;

export const connectionConfigSchema = z.strictObject({
  id: z.uuid(),
  /** `biztalk`: retired, kept in the list as Discontinued, never dialled. */
  kind: z.enum(['relay', 'biztalk']),
  /** The namespace's host, lower-case, IPv6 without brackets. */
  host,
  port,
  /** The entity path: what people call the Hybrid Connection. */
  name: z.string().refine((text) => entityNameProblem(text) === null, { error: 'not a name' }),
  /** Name of the SAS rule; empty only in BizTalk strings that had none, and without a key. */
  keyName: z.string().max(256),
  /** Name of the SAS rule of the second key; null when there is none. */
  secondaryKeyName: z.string().max(256).nullable(),
  endpoint: endpointSchema.nullable(),
  limits: connectionLimitsSchema,
  /** CA that alone is trusted for this connection's relay, such as a local relay's. */
  caPem: pem.nullable(),
  enabled: z.boolean(),
  addedBy: z.string().max(256).nullable(),
  createdAt: moment,
  updatedAt: moment,
  /** What Azure said about the entity when it was last asked. */
  azure: z.strictObject({ createdOn: moment.nullable(), lastUpdated: moment.nullable() }).nullable(),
  /** Null: not known, as with those that came by a connection string. */
  resource: azureResourceSchema.nullable(),
  /** Listens with tokens of this account (relay-protocol §2.5) and has no key; null: with its keys. */
  entra: entraSignInSchema.nullable(),
});

export type ConnectionEndpoint = Readonly<z.infer<typeof endpointSchema>>;

export type ConnectionLimits = Readonly<z.infer<typeof connectionLimitsSchema>>;

/** Nothing but what the host's settings say. */
export const noOwnLimits: ConnectionLimits = {
  maxSessions: null,
  dialTimeoutSeconds: null,
  idleMinutes: null,
  halfCloseMinutes: null,
  kilobytesPerSecond: null,
};

export type ConnectionConfig = Readonly<z.infer<typeof connectionConfigSchema>>;

/** What may change later. Another namespace or name is another connection. */
export type ConnectionChange = Partial<
  Pick<
    ConnectionConfig,
    | 'keyName'
    | 'secondaryKeyName'
    | 'endpoint'
    | 'limits'
    | 'caPem'
    | 'enabled'
    | 'addedBy'
    | 'azure'
    | 'resource'
    | 'entra'
  >
>;

/** Same for two configs exactly when they mean the same Hybrid Connection: names are compared without case. */
export function connectionKey({
  host: relayHost,
  port: relayPort,
  name,
}: Pick<ConnectionConfig, 'host' | 'port' | 'name'>): string {
  return `${relayHost.toLowerCase()} ${relayPort} ${name.toLowerCase()}`;
}
