/**
 * What happened to one connection: a change of state, or of its configuration. Kept by the host as data; the sentence is
 * made where it is read (`messages/`).
 */
import { z } from 'zod';
import { errorDataSchema } from './connection-view.ts';
import { azureStatuses, endpointStatuses } from './status.ts';

/** What a person (or a script) did. */
export const configurationChanges = [
  'added',
  'removed',
  'started',
  'stopped',
  'restarted',
  'renamed',
  'keyReplaced',
  'secondaryKeyReplaced',
  'secondaryKeyRemoved',
  'keySwitched',
  'keysRotated',
  'gatewayStringGiven',
  'endpointLearned',
  'endpointDiffers',
  'endpointChanged',
  'endpointAccepted',
  'endpointForgotten',
  'endpointSetInAzure',
  'attachedToApp',
  'detachedFromApp',
  'limitsChanged',
  'caChanged',
  'sessionClosed',
  'sessionsClosed',
] as const;

const common = {
  id: z.uuid(),
  connectionId: z.uuid(),
  /** Milliseconds since 1970-01-01 UTC; of the latest one where several were folded. */
  at: z.number(),
  /** How many times in a row: a host that can't reach Azure for a night is one line. */
  times: z.int().min(1),
};

export const activitySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...common,
    kind: z.literal('azure'),
    status: z.enum(azureStatuses),
    problem: errorDataSchema.nullable(),
  }),
  z.strictObject({
    ...common,
    kind: z.literal('endpoint'),
    status: z.enum(endpointStatuses),
    problem: errorDataSchema.nullable(),
  }),
  z.strictObject({
    ...common,
    /** Senders were turned away. */
    kind: z.literal('limit'),
    problem: errorDataSchema,
  }),
  z.strictObject({
    ...common,
    kind: z.literal('change'),
    change: z.enum(configurationChanges),
    /** What it is about, where that says more: the endpoint as `host:port`, the slot of a key, the name of before, an app. */
    detail: z.string().nullable(),
    /** Who asked; null when nobody said. */
    by: z.string().nullable(),
  }),
]);

export type Activity = Readonly<z.infer<typeof activitySchema>>;

export type ConfigurationChange = (typeof configurationChanges)[number];
