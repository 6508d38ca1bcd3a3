/**
 * What is shown of one connection: window, command line and control socket get this and never a secret.
 */
import { z } from 'zod';
import { connectionConfigSchema, keySlots } from './connection.ts';
import { isErrorCode } from './errors.ts';
import { azureStatuses, endpointStatuses } from './status.ts';

export const errorDataSchema = z.strictObject({
  code: z.string().refine(isErrorCode),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

const moment = z.number();
const count = z.int().min(0);

export const azureLegSchema = z.strictObject({
  status: z.enum(azureStatuses),
  /** When this status began, milliseconds since 1970-01-01 UTC. */
  since: moment,
  problem: errorDataSchema.nullable(),
  /** When the next attempt is due; null when none is planned. */
  retryAt: moment.nullable(),
  /** Failed attempts in a row. */
  attempt: count,
  /** How long the relay took to answer the last keep-alive, milliseconds; null while it isn't connected or not known. */
  answersInMs: z.number().nullable(),
  /** Proxy that the open channel or the last attempt went through, `host:port`; null for none. */
  via: z.string().nullable(),
});

/** Which keys are kept, and how they fare. */
export const keysViewSchema = z.strictObject({
  /** The one that tokens are signed with now. */
  inUse: z.enum(keySlots),
  hasSecondary: z.boolean(),
  /** Keys that Azure refused since they were put in, and when, milliseconds since 1970-01-01 UTC. */
  refused: z.array(z.strictObject({ slot: z.enum(keySlots), at: moment })).max(2),
});

/** A limit that turned a sender away or ended a session. */
export const limitHitSchema = z.strictObject({ problem: errorDataSchema, at: moment, times: count });

export const endpointLegSchema = z.strictObject({
  status: z.enum(endpointStatuses),
  problem: errorDataSchema.nullable(),
  /** Last connect, milliseconds. */
  dialMs: z.number().nullable(),
  checkedAt: moment.nullable(),
  /** IP address that was dialled last; null while it isn't known. */
  address: z.string().nullable(),
});

export const connectionViewSchema = z.strictObject({
  config: connectionConfigSchema,
  azure: azureLegSchema,
  endpoint: endpointLegSchema,
  /** Listeners of all hosts as the relay counts them; null when it wasn't asked yet. */
  listeners: count.nullable(),
  /** Endpoint in Azure's metadata where it differs from the one in force. Applied only after a local yes. */
  endpointInAzure: z.strictObject({ host: z.string(), port: z.int() }).nullable(),
  keys: keysViewSchema,
  /** Why the open channel's token of Entra can't be renewed: it ends with the token. Null while all is well. */
  tokenProblem: errorDataSchema.nullable(),
  /** The limit that was hit last within the last hour; null when none was. */
  limitHit: limitHitSchema.nullable(),
  sessions: count,
  /** When an app last connected since the host started; null while none has. */
  lastSessionAt: moment.nullable(),
  /** From apps to the endpoint since the host started, bytes. */
  bytesIn: count,
  /** From the endpoint to apps since the host started, bytes. */
  bytesOut: count,
});

export type AzureLeg = Readonly<z.infer<typeof azureLegSchema>>;
export type KeysView = Readonly<z.infer<typeof keysViewSchema>>;
export type LimitHit = Readonly<z.infer<typeof limitHitSchema>>;
export type EndpointLeg = Readonly<z.infer<typeof endpointLegSchema>>;
export type ConnectionView = Readonly<z.infer<typeof connectionViewSchema>>;
