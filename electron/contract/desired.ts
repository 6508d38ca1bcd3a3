/**
 * What a host's connections shall be, and what that changes: the declarative file of `hcm apply`, and whatever else brings
 * many connections at once. A connection is named by its relay host and entity path, which its string says.
 *
 * Invariant: a change never holds a key; keys are told apart by the names of their rules.
 */
import { z } from 'zod';
import { connectionLimitsSchema } from './connection.ts';
import { errorDataSchema } from './connection-view.ts';

/** As many connections as one question may hold. */
export const maxDesired = 1000;

const connectionString = z.string().max(65_536);

/** What isn't named stays as it is; for a new connection it is as `connections.add` makes it. */
export const desiredConnectionSchema = z.strictObject({
  connectionString,
  /** Name for the string of a whole namespace. */
  entityPath: z.string().max(512).optional(),
  /** null: no second key. */
  secondaryConnectionString: connectionString.nullable().optional(),
  /** host:port by hand; null: the one that Azure names. */
  endpoint: z.string().max(512).nullable().optional(),
  /** CA that alone is trusted for this connection's relay; null: as for every relay. */
  caPem: z.string().max(65_536).nullable().optional(),
  /** Single limits; null: as the host's settings say. */
  limits: connectionLimitsSchema.partial().optional(),
  enabled: z.boolean().optional(),
});

export const desiredParts = ['primaryKey', 'secondaryKey', 'endpoint', 'caPem', 'limits', 'enabled'] as const;

export const differenceSchema = z.strictObject({
  what: z.enum(desiredParts),
  /**
   * Keys: name of the rule, null for none (the same name twice: another key of the same rule). Endpoint: host:port, null for
   * the one that Azure names. CA: SHA-256 of its text, shortened. Limits: `name=value` apart by commas. Enabled: true, false.
   */
  from: z.string().nullable(),
  to: z.string().nullable(),
});

export const desiredChangeSchema = z.strictObject({
  kind: z.enum(['add', 'update', 'remove', 'unchanged']),
  /** null: it isn't on this host yet. */
  id: z.uuid().nullable(),
  host: z.string(),
  name: z.string(),
  differences: z.array(differenceSchema),
});

/** What can't be done as it stands; `index` counts the connections of the question from 0. */
export const desiredFaultSchema = z.strictObject({ index: z.int().min(0), error: errorDataSchema });

/** How a change ended: `problem` null when it is done. `id` is the connection's, also of one that was added just now. */
export const desiredResultSchema = z.strictObject({
  id: z.uuid().nullable(),
  problem: errorDataSchema.nullable(),
});

export const desiredInputSchema = z.strictObject({
  connections: z.array(desiredConnectionSchema).max(maxDesired),
  /** Remove the connections that aren't named. */
  prune: z.boolean(),
  /** Name of the person who asks: for the activity list, never for a decision. */
  by: z.string().min(1).max(256).optional(),
});

/** With any fault there are no changes. In the order of the question; then what is removed. */
export const desiredPlanSchema = z.strictObject({
  changes: z.array(desiredChangeSchema),
  faults: z.array(desiredFaultSchema),
});

/** With any fault nothing was done. `results` goes beside `changes`, one for each. */
export const desiredOutcomeSchema = z.strictObject({
  changes: z.array(desiredChangeSchema),
  faults: z.array(desiredFaultSchema),
  results: z.array(desiredResultSchema),
});

export type DesiredConnection = Readonly<z.infer<typeof desiredConnectionSchema>>;
export type DesiredPart = (typeof desiredParts)[number];
export type DesiredDifference = Readonly<z.infer<typeof differenceSchema>>;
export type DesiredChange = Readonly<z.infer<typeof desiredChangeSchema>>;
export type DesiredFault = Readonly<z.infer<typeof desiredFaultSchema>>;
export type DesiredResult = Readonly<z.infer<typeof desiredResultSchema>>;
export type DesiredOutcome = Readonly<z.infer<typeof desiredOutcomeSchema>>;
