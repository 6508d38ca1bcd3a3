/**
 * The one contract between a host (the engine, wherever it runs) and whoever talks to it: command line, window, an app
 * that attaches. Control socket and IPC are derived from it; both parse every input strictly.
 */
import { z } from 'zod';
import { roles } from './access.ts';
import { activitySchema } from './activity.ts';
import {
  azureAccountSchema,
  azureAddedSchema,
  azureAddInputSchema,
  azureBrowsedSchema,
  azurePlaceShape,
  azureSubscriptionsSchema,
  signInInputSchema,
  signInOutcomeSchema,
  signInStartedSchema,
} from './azure.ts';
import {
  appChangeSchema,
  azureAboutSchema,
  azureAppsSchema,
  azureCreateInputSchema,
  azureJobSchema,
  azurePlacesSchema,
  deletedInAzureSchema,
  deleteInAzureInputSchema,
  setAzureEndpointInputSchema,
  setAzureEndpointOutputSchema,
  syncedKeysSchema,
  syncKeysInputSchema,
} from './azure-resource.ts';
import type { CallChannel, EventChannel } from './channels.ts';
import { connectionLimitsSchema, keySlots } from './connection.ts';
import { connectionViewSchema, errorDataSchema } from './connection-view.ts';
import { desiredInputSchema, desiredOutcomeSchema, desiredPlanSchema } from './desired.ts';
import { healthItemSchema } from './health.ts';
import { logLineSchema } from './log-line.ts';
import { namespaceTestSchema } from './namespace-test.ts';
import { managedSettingSchema } from './managed.ts';
import { updateChannels } from './update-choices.ts';
import { hostUpdatesSchema } from './updates.ts';
import { settingNameSchema, settingsChangeSchema, settingsSchema } from './settings.ts';
import { logLevels } from './default-settings.ts';

/** Raised with every change that an older side would misunderstand; compared before anything else is said. */
export const contractVersion = 6;

/** Name of the person who asks, as the operating system knows it: for the activity list, never for a decision. */
const by = z.string().min(1).max(256).optional();

const id = z.strictObject({ id: z.uuid() });
const change = z.strictObject({ id: z.uuid(), by });
const nothing = z.strictObject({});
const done = z.strictObject({});
const count = z.int().min(0);

/** Longest connection string that is looked at; the parser's own limit is lower and says so. */
const pasted = z.string().max(65_536);

/** How long a try may take; without it as long as the settings let sessions wait. */
const timeoutSeconds = z.int().min(1).max(120).optional();

/** Of an export: what is guessed at a computer's speed must not be a word. */
export const minPassphraseLength = 8;

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
  /** What seals new secrets: the desktop's keyring, or a key file in the data folder. */
  secretBackend: z.enum(['safeStorage', 'keyFile']),
  /** What whoever asks may do with it (`access.ts`). */
  role: z.enum(roles),
});

export const sessionViewSchema = z.strictObject({
  id: z.uuid(),
  connectionId: z.uuid(),
  trackingId: z.string(),
  peer: z.string().nullable(),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  dialMs: z.number().nullable(),
  /** Where this host dialled for it; `address` is the IP address that was tried last, null when it didn't come to that. */
  endpoint: z.strictObject({ host: z.string(), port: z.int(), address: z.string().nullable() }).nullable(),
  bytesIn: count,
  bytesOut: count,
  closedBy: z.enum(['app', 'endpoint', 'relay', 'host']).nullable(),
  code: z.string().nullable(),
  detail: z.string(),
});

/** What a connection string leads to, found out before it is kept. */
export const inspectionSchema = z.strictObject({
  /** What Azure said about the Hybrid Connection; null when it couldn't be asked (`problem`). */
  azure: z
    .strictObject({
      endpoint: z.strictObject({ host: z.string(), port: z.int() }).nullable(),
      listeners: count,
    })
    .nullable(),
  /** Why Azure couldn't be asked. */
  problem: errorDataSchema.nullable(),
  /** One try of the endpoint from this host; null when no endpoint is known. */
  reached: z.strictObject({ dialMs: z.number().nullable(), problem: errorDataSchema.nullable() }).nullable(),
  /** Id of the connection that is on this host already; null for a new one. */
  existingId: z.uuid().nullable(),
});

/** Figures of one connection's sessions since the host started; days and hours by the host's clock. */
export const sessionHistorySchema = z.strictObject({
  /** Newest first, at most 200. */
  ended: z.array(sessionViewSchema),
  today: count,
  failedToday: count,
  lastHour: count,
  /** Median of the last connects to the endpoint, milliseconds. */
  typicalDialMs: z.number().nullable(),
});

const healthSchema = z.strictObject({ items: z.array(healthItemSchema) });

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
  /** Asks Azure about a string and tries its endpoint; keeps nothing. */
  'connections.inspect': {
    input: z.strictObject({
      connectionString: pasted,
      entityPath: z.string().max(512).optional(),
      caPem: z.string().max(65_536).optional(),
    }),
    output: inspectionSchema,
  },
  'connections.remove': { input: change, output: z.strictObject({ closedSessions: count }) },
  'connections.start': { input: change, output: done },
  'connections.stop': { input: change, output: done },
  'connections.restart': { input: change, output: done },
  'connections.retryNow': { input: id, output: done },
  'connections.checkEndpoint': { input: id, output: done },
  /** Reads endpoint and listener count from Azure again and tries the endpoint. */
  'connections.refresh': { input: id, output: done },
  /** Ends the open sessions of a connection at once. */
  'connections.closeSessions': { input: change, output: z.strictObject({ closedSessions: count }) },
  /** Puts another key of the same Hybrid Connection in place once Azure has accepted it; sessions go on. */
  'connections.replaceKey': {
    input: z.strictObject({
      id: z.uuid(),
      connectionString: pasted,
      /** `primary` where it isn't said. */
      slot: z.enum(keySlots).optional(),
      by,
    }),
    output: z.strictObject({ connection: connectionViewSchema, notices: z.array(noticeSchema) }),
  },
  /**
   * Listens on another Hybrid Connection of the same namespace, once Azure has accepted a key there; open sessions of the one
   * before may finish. A second key that Azure refuses there is forgotten. Azure is asked whether a host runs or not.
   */
  'connections.rename': {
    input: z.strictObject({
      id: z.uuid(),
      name: z.string().max(512),
      /** With the key for it; without, those that are kept are tried. */
      connectionString: pasted.optional(),
      by,
    }),
    output: z.strictObject({ connection: connectionViewSchema, notices: z.array(noticeSchema) }),
  },
  /** Forgets the second key. */
  'connections.removeSecondaryKey': { input: change, output: done },
  /** Another endpoint by hand, host:port; null: back to the one that Azure names. Open sessions stay with the old one. */
  'connections.setEndpoint': {
    input: z.strictObject({ id: z.uuid(), endpoint: z.string().max(512).nullable(), by }),
    output: z.strictObject({ connection: connectionViewSchema, notices: z.array(noticeSchema) }),
  },
  /** The yes to an endpoint that changed in Azure: to the one that was shown and no other (HCM1044). */
  'connections.acceptEndpoint': {
    input: z.strictObject({ id: z.uuid(), host: z.string().max(512), port: z.int().min(1).max(65_535), by }),
    output: done,
  },
  /** Limits of one connection; what isn't named stays. */
  'connections.setLimits': {
    input: z.strictObject({ id: z.uuid(), limits: connectionLimitsSchema.partial(), by }),
    output: done,
  },
  /** What DNS says about the connection's namespace now. */
  'connections.resolveNamespace': {
    input: id,
    output: z.strictObject({ addresses: z.array(z.string()) }),
  },
  /** What `desired.apply` would change; changes nothing. */
  'desired.plan': { input: desiredInputSchema, output: desiredPlanSchema },
  /** Makes this host's connections what is desired: nothing at all when any of it is at fault, else as much as can be done. */
  'desired.apply': { input: desiredInputSchema, output: desiredOutcomeSchema },
  /** One try of any host and port from this host, as a session would dial it. */
  'endpoints.test': {
    input: z.strictObject({ host: z.string().max(512), port: z.int().min(1).max(65_535), timeoutSeconds }),
    output: z.strictObject({ dialMs: z.number(), address: z.string() }),
  },
  /** The way to a namespace from this host, without any key; the same with and without a host that runs. */
  'namespaces.test': {
    input: z.strictObject({
      host: z.string().max(512),
      port: z.int().min(1).max(65_535),
      /** CA that alone is trusted. */
      caPem: z.string().max(65_536).optional(),
      timeoutSeconds,
    }),
    output: namespaceTestSchema,
  },
  /** Newest first, at most 200 of a connection. */
  'activity.list': {
    input: z.strictObject({ connectionId: z.uuid() }),
    output: z.strictObject({ activity: z.array(activitySchema) }),
  },
  /** Redacted lines of the host's log since it started, oldest first: those after line `after`, else the last ones. */
  'log.tail': {
    input: z.strictObject({
      after: count.optional(),
      connectionId: z.uuid().optional(),
      level: z.enum(logLevels).optional(),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({
      lines: z.array(logLineSchema),
      /** Number of the host's latest line: what to pass as `after` next. */
      latest: count,
    }),
  },
  'sessions.list': {
    input: z.strictObject({ connectionId: z.uuid().optional() }),
    output: z.strictObject({ sessions: z.array(sessionViewSchema) }),
  },
  'sessions.history': {
    input: z.strictObject({ connectionId: z.uuid() }),
    output: sessionHistorySchema,
  },
  'sessions.kill': { input: change, output: done },
  /** What is wrong with the host, its relays and connections, worst first. */
  'health.list': { input: nothing, output: healthSchema },
  'settings.get': {
    input: nothing,
    /**
     * `changed`: the ones that were set on purpose; the others follow the defaults. `managed`: the ones that the organization
     * set, which nobody changes here.
     */
    output: z.strictObject({
      settings: settingsSchema,
      changed: z.array(settingNameSchema),
      managed: z.array(managedSettingSchema),
    }),
  },
  /** Fails with HCM6101 when one of them is managed; then none is changed. */
  'settings.set': { input: settingsChangeSchema, output: z.strictObject({ settings: settingsSchema }) },
  /** Back to their defaults. */
  'settings.reset': {
    input: z.strictObject({ names: z.array(settingNameSchema) }),
    output: z.strictObject({ settings: settingsSchema }),
  },
  /** What is known of newer versions; asks nobody. */
  'updates.get': { input: nothing, output: hostUpdatesSchema },
  /**
   * Asks the feed now, whatever `updateMode` says; that it had no answer is in `problem`. Another channel than that of the
   * settings is asked for this answer alone.
   */
  'updates.check': {
    input: z.strictObject({ channel: z.enum(updateChannels).optional() }),
    output: hostUpdatesSchema,
  },
  /** What is kept of the proxy's sign-in beside the settings; never the password itself. */
  'proxy.get': { input: nothing, output: z.strictObject({ hasPassword: z.boolean() }) },
  /**
   * The password that belongs to the user name of the setting `proxyUrl`, kept sealed; null forgets it, and so does a change
   * of `proxyUrl` to another host or port.
   */
  'proxy.setPassword': {
    input: z.strictObject({ password: z.string().min(1).max(1024).nullable() }),
    output: done,
  },
  /** Who is signed in with Azure. Connections that run need nobody to be. */
  'azure.accounts': { input: nothing, output: z.strictObject({ accounts: z.array(azureAccountSchema) }) },
  /** Begins a sign-in and says what a person does next; few at once, each for a quarter of an hour. */
  'azure.startSignIn': { input: signInInputSchema, output: signInStartedSchema },
  /** Waits a while for its end; a failure of the sign-in is this call's. */
  'azure.waitForSignIn': { input: id, output: signInOutcomeSchema },
  'azure.cancelSignIn': { input: id, output: done },
  /** Forgets the account on this host; in Azure nothing changes. */
  'azure.signOut': { input: change, output: done },
  'azure.subscriptions': {
    /** Without an account: of all. */
    input: z.strictObject({ accountId: z.uuid().optional() }),
    output: azureSubscriptionsSchema,
  },
  /** Begins to look through the Hybrid Connections of a subscription. */
  'azure.browse': { input: z.strictObject(azurePlaceShape), output: id },
  /** What has come since the `after` first ones; waits a while for more. */
  'azure.browsed': { input: z.strictObject({ id: z.uuid(), after: count }), output: azureBrowsedSchema },
  'azure.stopBrowsing': { input: id, output: done },
  /** Fetches the key that may do least of each, and takes them into this host. */
  'azure.add': { input: azureAddInputSchema, output: azureAddedSchema },
  /** What Azure says of a connection now; finds out where it is there when that isn't known yet, and remembers it. */
  'azure.about': { input: id, output: azureAboutSchema },
  /** Fetches the keys of its rule anew and puts them in place; sessions go on. */
  'azure.syncKeys': { input: syncKeysInputSchema, output: syncedKeysSchema },
  /** Listens with the secondary key, regenerates the primary one, listens with that, and regenerates the secondary one. */
  'azure.startRotation': { input: change, output: id },
  /** Makes a Hybrid Connection in Azure with its metadata and rules, and takes it into this host. */
  'azure.startCreation': { input: azureCreateInputSchema, output: id },
  /** How a rotation or a creation goes: waits a while for more than `after`. */
  'azure.progress': { input: z.strictObject({ id: z.uuid(), after: count }), output: azureJobSchema },
  /** Ends it behind the step under way; what was made stays. */
  'azure.stopJob': { input: id, output: done },
  'azure.setEndpoint': { input: setAzureEndpointInputSchema, output: setAzureEndpointOutputSchema },
  /** Deletes it in Azure and removes it here. */
  'azure.delete': { input: deleteInAzureInputSchema, output: deletedInAzureSchema },
  'azure.places': { input: z.strictObject(azurePlaceShape), output: azurePlacesSchema },
  'azure.apps': { input: z.strictObject(azurePlaceShape), output: azureAppsSchema },
  /** The same for the subscription of a connection. */
  'azure.appsFor': { input: id, output: azureAppsSchema },
  'azure.attach': { input: appChangeSchema, output: done },
  'azure.detach': { input: appChangeSchema, output: done },
  /** The connection string of one that listens here, for another host (S62). A secret: control socket and main process only. */
  'connections.gatewayString': { input: change, output: z.strictObject({ text: z.string() }) },
  /** All connections as text for `hcm import`; with a passphrase their keys, sealed with it inside of the host. */
  'portable.export': {
    input: z.strictObject({ passphrase: z.string().min(minPassphraseLength).max(1024).nullable(), by }),
    output: z.strictObject({
      text: z.string(),
      connections: count,
      /** Names of those whose keys this host can't open. */
      withoutKey: z.array(z.string()),
    }),
  },
} as const satisfies Record<CallChannel, { readonly input: z.ZodType; readonly output: z.ZodType }>;

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
  /** All items anew, whenever what is shown has changed. */
  'health.changed': { payload: healthSchema },
  /** A newer version was found, or the settings of updates have changed. */
  'updates.changed': { payload: hostUpdatesSchema },
} as const satisfies Record<EventChannel, { readonly payload: z.ZodType }>;

export type CallName = keyof typeof calls;
export type CallInput<Name extends CallName> = z.infer<(typeof calls)[Name]['input']>;
export type CallOutput<Name extends CallName> = z.infer<(typeof calls)[Name]['output']>;

export type EventName = keyof typeof events;
export type EventPayload<Name extends EventName> = z.infer<(typeof events)[Name]['payload']>;

/** An event as it is handed on: name and payload together. */
export type ContractEvent = {
  [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> };
}[EventName];

export type SessionView = Readonly<z.infer<typeof sessionViewSchema>>;

export type Inspection = Readonly<z.infer<typeof inspectionSchema>>;

export type SessionHistory = Readonly<z.infer<typeof sessionHistorySchema>>;

export type HostInfo = Readonly<z.infer<typeof hostInfoSchema>>;

/** What answers the contract: the engine itself, or a client that speaks to one. */
export interface Host {
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** @returns what ends the subscription. */
  subscribe(listener: (event: ContractEvent) => void): () => void;
}
