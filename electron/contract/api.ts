/**
 * The one contract between a host (the engine, wherever it runs) and whoever talks to it: command line, window, an app
 * that attaches. Control socket and IPC are derived from it; both parse every input strictly.
 */
import { z } from 'zod';
import { connectionViewSchema } from './connection-view.ts';
import { settingsChangeSchema, settingsSchema } from './settings.ts';

/** Raised with every change that an older side would misunderstand; compared before anything else is said. */
export const contractVersion = 1;

const id = z.strictObject({ id: z.uuid() });
const nothing = z.strictObject({});
const done = z.strictObject({});
const count = z.int().min(0);

/** Longest connection string that is looked at; the parser's own limit is lower and says so. */
const pasted = z.string().max(65_536);

export const noticeSchema = z.strictObject({
  code: z.string(),
  part: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

export const hostInfoSchema = z.strictObject({
  version: z.string(),
  contractVersion: z.int(),
  /** `service`: background host; `app`: inside the desktop app. */
  kind: z.enum(['service', 'app']),
  processId: count,
  machine: z.string(),
  dataFolder: z.string(),
  /** Milliseconds since 1970-01-01 UTC. */
  startedAt: z.number(),
});

export const sessionViewSchema = z.strictObject({
  id: z.uuid(),
  connectionId: z.uuid(),
  trackingId: z.string(),
  peer: z.string().nullable(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  dialMs: z.number().nullable(),
  bytesIn: count,
  bytesOut: count,
  closedBy: z.enum(['app', 'endpoint', 'relay', 'host']).nullable(),
  code: z.string().nullable(),
  detail: z.string(),
});

/** Views of all connections at one moment; patches with a higher `sequence` go on from it. */
const snapshotSchema = z.strictObject({ sequence: count, connections: z.array(connectionViewSchema) });

export const calls = {
  'host.info': { input: nothing, output: hostInfoSchema },
  'connections.snapshot': { input: nothing, output: snapshotSchema },
  'connections.add': {
    input: z.strictObject({
      connectionString: pasted,
      /** Name for the string of a whole namespace. */
      entityPath: z.string().max(512).optional(),
      /** host:port by hand, where Azure's metadata lacks it. */
      endpoint: z.string().max(512).optional(),
      /** CA that alone is trusted for this connection's relay. */
      caPem: z.string().max(65_536).optional(),
      addedBy: z.string().max(256).optional(),
    }),
    output: z.strictObject({ connection: connectionViewSchema, notices: z.array(noticeSchema) }),
  },
  'connections.remove': { input: id, output: z.strictObject({ closedSessions: count }) },
  'connections.start': { input: id, output: done },
  'connections.stop': { input: id, output: done },
  'connections.restart': { input: id, output: done },
  'connections.retryNow': { input: id, output: done },
  'connections.checkEndpoint': { input: id, output: done },
  'sessions.list': {
    input: z.strictObject({ connectionId: z.uuid().optional() }),
    output: z.strictObject({ sessions: z.array(sessionViewSchema) }),
  },
  'sessions.kill': { input: id, output: done },
  'settings.get': { input: nothing, output: z.strictObject({ settings: settingsSchema }) },
  'settings.set': { input: settingsChangeSchema, output: z.strictObject({ settings: settingsSchema }) },
} as const satisfies Record<string, { readonly input: z.ZodType; readonly output: z.ZodType }>;

export const events = {
  /** What changed since the patch before; `sequence` is one higher each time. */
  'connections.patch': {
    payload: z.strictObject({
      sequence: count,
      changed: z.array(connectionViewSchema),
      removed: z.array(z.uuid()),
    }),
  },
  'session.ended': { payload: sessionViewSchema },
} as const satisfies Record<string, { readonly payload: z.ZodType }>;

export type CallName = keyof typeof calls;
export type CallInput<Name extends CallName> = z.infer<(typeof calls)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.infer<(typeof calls)[Name]['output']>;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]['payload']>;

/** An event as it is handed on: name and payload together. */
export type ContractEvent = {
  [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> };
}[EventName];

export type HostInfo = Readonly<z.infer<typeof hostInfoSchema>>;

/** What answers the contract: the engine itself, or a client that speaks to one. */
export interface Host {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** @returns what ends the subscription. */
  subscribe(listener: (event: ContractEvent) => void): () => void;
}
