/**
 * What `--output json` and `yaml` give: a promise to scripts. docs/schema/*.json and the tables of docs/cli.md are made of
 * it, and tests hold real output against it. Fields may be added, never taken away.
 */
import { z } from 'zod';
import { azureAccountSchema } from './azure.ts';
import { azureJobSchema, azureJobSteps } from './azure-resource.ts';
import { keySlots } from './connection.ts';
import { applyAnswerSchema, planAnswerSchema } from './desired-answers.ts';
import { exportAnswerSchema, importAnswerSchema } from './portable-answers.ts';
import { proxyModes } from './proxy-setting.ts';
import { updateChannels } from './update-choices.ts';
import {
  serviceInstalledSchema,
  serviceStatusSchema,
  serviceStepsSchema,
  serviceSwitchedSchema,
  serviceUninstalledSchema,
} from './service-answers.ts';

const count = z.int().min(0);
/** No list of them: each version knows more. */
const code = z.string().regex(/^HCM\d{4}$/);
const id = z.uuid().describe('id of the connection');
const moment = z.iso.datetime({ offset: true });
const settingValue = z.union([z.number(), z.string(), z.null()]);

export const connectionRowSchema = z.strictObject({
  id,
  namespace: z.string().describe('first label of a host in one of Azure’s clouds, any other host as it is'),
  name: z.string().describe('name of the Hybrid Connection'),
  endpoint: z.string().nullable().describe('`host:port`; null while it isn’t known'),
  status: z.string().describe('the window’s word for the way to Azure'),
  statusCode: code.nullable().describe('code of what is wrong with either way; null when nothing is'),
  endpointStatus: z.string().describe('the window’s word for the way to the endpoint'),
  numberOfListeners: count.nullable().describe('listeners of all hosts; null when the relay wasn’t asked'),
  sessions: count.describe('open sessions'),
  bytesIn: count.describe('to the endpoint since the host started, bytes'),
  bytesOut: count.describe('to the apps since the host started, bytes'),
  serviceBusEndpoint: z.string().describe('`host`, or `host:port` when the port isn’t 443'),
  createdOn: z.string().nullable().describe('when Azure made it; null when Azure wasn’t asked'),
  lastUpdated: z.string().nullable().describe('when it was last changed in Azure'),
  endpointInAzure: z.string().nullable().describe('`host:port` that Azure names where it differs'),
  keyInUse: z.enum(keySlots).describe('key that is used now'),
  hasSecondaryKey: z.boolean().describe('a second key is kept'),
  primaryKeyRefusedAt: moment.nullable().describe('since when Azure refuses the primary key'),
  secondaryKeyRefusedAt: moment.nullable().describe('since when Azure refuses the secondary key'),
  proxy: z.string().nullable().describe('`host:port` of the proxy on the way; null for none'),
  enabled: z.boolean().describe('it runs whenever a host does; false once it was stopped'),
  entraAccount: z.string().nullable().describe('account of Azure that it listens with; null with keys'),
});

export const removedSchema = z.strictObject({
  id,
  name: z.string().describe('name of the Hybrid Connection'),
  closedSessions: count.describe('open sessions that were closed with it'),
});

export const switchedSchema = z.strictObject({
  id,
  name: z.string().describe('name of the Hybrid Connection'),
  namespace: z.string().describe('its namespace'),
  enabled: z.boolean().describe('what it is now: true after start, false after stop'),
  running: z.boolean().describe('a host runs, so it counts at once'),
});

export const configRowSchema = z.strictObject({
  name: z.string().describe('name of the setting'),
  value: settingValue.describe('what holds'),
  unit: z.string().describe('unit of a number; empty for none'),
  default: settingValue.describe('what holds without a value of its own'),
  isChanged: z.boolean().describe('it has a value of its own'),
  managedBy: z.string().nullable().describe('who set it for this computer, so that it can’t be changed here'),
  allowed: z
    .looseObject({ kind: z.string().describe('number, choice or another kind') })
    .describe('what it takes'),
  about: z.string().describe('what it is'),
});

export const proxyAnswerSchema = z.strictObject({
  mode: z.enum(proxyModes).describe('where the proxy comes from'),
  url: z.string().nullable().describe('address of the proxy that is set by hand; never a password'),
  bypass: z.string().describe('hosts that are reached without it'),
  hasPassword: z.boolean().describe('a password is kept for it'),
});

export const versionSchema = z.strictObject({ version: z.string().describe('version of this hcm') });

const versionCheckSchema = z.strictObject({
  version: z.string().describe('version of this hcm'),
  channel: z.enum(updateChannels).describe('channel that was asked about'),
  feed: z.string().nullable().describe('address of the feed'),
  release: z
    .strictObject({
      version: z.string().describe('its version'),
      published: moment.nullable().describe('when it was published'),
      notes: z.string().describe('what has changed: Markdown'),
      sizeBytes: count.nullable().describe('size of the package; null where it isn’t known'),
    })
    .nullable()
    .describe('the newest version that is newer than this one; null for none'),
});

export const sessionAnswerSchema = z.strictObject({
  id: z.uuid().describe('id of the session; its beginning is enough for `--kill`'),
  connection: z.string().describe('name of its connection'),
  namespace: z.string().describe('namespace of its connection'),
  connectionId: id,
  trackingId: z.string().describe('the service’s id, for support tickets'),
  peer: z.string().nullable().describe('the app as the relay sees it, `address:port`'),
  endpoint: z.string().nullable().describe('`host:port` that was dialled; null when it didn’t come to that'),
  address: z.string().nullable().describe('IP address that was dialled last'),
  startedAt: moment.describe('when it began'),
  endedAt: moment.nullable().describe('when it ended; null while it is open'),
  openMs: count.describe('how long it has been open, or was, milliseconds'),
  dialMs: z.number().nullable().describe('how long the endpoint took to answer, milliseconds'),
  bytesIn: count.describe('to the endpoint, bytes'),
  bytesOut: count.describe('to the app, bytes'),
  closedBy: z.enum(['app', 'endpoint', 'relay', 'host']).nullable().describe('who ended it'),
  code: z.string().nullable().describe('code of what ended it; null for an orderly end'),
  why: z.string().nullable().describe('the window’s words for its end; null while it is open'),
});

const killedSchema = z.strictObject({
  killed: z.array(z.uuid()).describe('ids of the sessions that were ended'),
  gone: z.array(z.uuid()).describe('ids of those that had ended by themselves'),
});

const isReached = z.boolean().describe('it answered');

export const testAnswerSchema = z.strictObject({
  target: z.string().describe('what was asked for'),
  isReached,
  triedBy: z.enum(['host', 'command']).describe('the host that runs, or this command where none does'),
  namespace: z
    .strictObject({
      namespace: z.string().describe('`host`, or `host:port` when the port isn’t 443'),
      isReached,
      addresses: z.array(z.string()).readonly().describe('what DNS says'),
      proxy: z.string().nullable().describe('`host:port` of the proxy on the way'),
      dialMs: z.number().nullable().describe('time to connect, milliseconds'),
      protocol: z.string().nullable().describe('version of TLS'),
      issuer: z.string().nullable().describe('who issued its certificate'),
      httpStatus: z.int().nullable().describe('what it answered to HTTPS'),
      failedAt: z.string().nullable().describe('the step that failed'),
      code: z.string().nullable().describe('why it failed'),
    })
    .nullable()
    .describe('null where no namespace was asked for'),
  endpoint: z
    .strictObject({
      endpoint: z.string().nullable().describe('`host:port`'),
      isReached,
      address: z.string().nullable().describe('IP address that was dialled'),
      dialMs: z.number().nullable().describe('time to connect, milliseconds'),
      code: z.string().nullable().describe('why it failed'),
    })
    .nullable()
    .describe('null where no endpoint was asked for'),
});

const hostSchema = z.strictObject({
  version: z.string().describe('its version'),
  kind: z.enum(['service', 'app']).describe('background host, or inside the desktop app'),
  processId: count.describe('its process id'),
  machine: z.string().describe('name of the computer'),
  dataFolder: z.string().describe('its data folder'),
  startedAt: moment.describe('when it started'),
});

const healthEntrySchema = z.strictObject({
  code: code.describe('stable code (docs/health.md)'),
  severity: z.enum(['high', 'medium', 'low', 'info']).describe('how bad it is; info: nothing is wrong'),
  title: z.string().describe('what is wrong'),
  cause: z.string().describe('the likely cause'),
  next: z.string().describe('what to do'),
  since: moment.describe('since when'),
  connectionId: z.uuid().nullable().describe('connection that it is about; null for the host or a relay'),
  relay: z
    .string()
    .nullable()
    .describe('relay that it is about, `host:port`; null for the host or a connection'),
  affected: z.array(z.uuid()).describe('connections that suffer from it'),
  impactsConnectivity: z.boolean().describe('apps can’t reach endpoints because of it'),
});

export const statusSchema = z.strictObject({
  host: hostSchema.nullable().describe('null when no host runs'),
  groups: z
    .strictObject({ attention: count, recovering: count, working: count, off: count })
    .describe('number of connections in each group; each is in exactly one'),
  states: z.record(z.string(), count).describe('number of connections by `status`'),
  health: z.array(healthEntrySchema).describe('what is wrong, worst first'),
  connections: z.array(connectionRowSchema).describe('as `hcm list` gives them'),
});

const at = moment.describe('when');

/** A line of `hcm status --watch` without a terminal. */
export const statusChangeSchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('host'),
    at,
    host: hostSchema.nullable().describe('null while none answers'),
    code: code.nullable().describe('why none answers'),
  }),
  z.strictObject({ event: z.literal('connection'), at, connection: connectionRowSchema }),
  z.strictObject({ event: z.literal('removed'), at, id, name: z.string().describe('its name') }),
  z.strictObject({ event: z.literal('health'), at, health: z.array(healthEntrySchema) }),
]);

/** A line of `hcm forward` without a terminal. */
const forwardEventSchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('listening'),
    address: z.string().describe('`address:port` for the app'),
    name: z.string().describe('name of the Hybrid Connection'),
    host: z.string().describe('its namespace'),
  }),
  z.strictObject({
    event: z.literal('opened'),
    sessionId: z.string().describe('one connection of the app'),
  }),
  z.strictObject({ event: z.literal('refused'), sessionId: z.string(), code: code.describe('why') }),
  z.strictObject({ event: z.literal('ended'), sessionId: z.string() }),
]);

const keysOf = { id, name: switchedSchema.shape.name, namespace: switchedSchema.shape.namespace };

const syncedKeysAnswerSchema = z.strictObject({
  ...keysOf,
  changed: z.array(z.enum(keySlots)).describe('keys that were others than those in Azure, and are new here'),
  code: code.nullable().describe('why its keys couldn’t be synced'),
});

const rotatedKeysAnswerSchema = z.strictObject({
  ...keysOf,
  steps: z
    .array(
      z.strictObject({
        step: z.enum(azureJobSteps).describe('what was to be done'),
        state: azureJobSchema.shape.steps.element.shape.state.describe('how far it came'),
        code: code.nullable().describe('why it failed'),
      }),
    )
    .describe('in their order; it ends at the first that fails'),
});

/** Commands by their words, and what they give. */
export const answers: Readonly<Record<string, z.ZodType>> = {
  list: z.array(connectionRowSchema),
  show: connectionRowSchema,
  add: connectionRowSchema,
  update: connectionRowSchema,
  remove: removedSchema,
  start: z.array(switchedSchema),
  stop: z.array(switchedSchema),
  restart: switchedSchema,
  status: statusSchema,
  'status --watch': statusChangeSchema,
  sessions: z.array(sessionAnswerSchema),
  'sessions --kill': killedSchema,
  'sessions --kill-all': removedSchema,
  test: testAnswerSchema,
  'config list': z.array(configRowSchema),
  'config get': configRowSchema,
  'config set': configRowSchema,
  'config unset': configRowSchema,
  plan: planAnswerSchema,
  apply: applyAnswerSchema,
  export: exportAnswerSchema,
  import: importAnswerSchema,
  login: azureAccountSchema,
  logout: z.array(azureAccountSchema),
  'account list': z.array(azureAccountSchema),
  'sync-keys': z.array(syncedKeysAnswerSchema),
  'rotate-keys': rotatedKeysAnswerSchema,
  proxy: proxyAnswerSchema,
  'service install': serviceInstalledSchema,
  'service install --dry-run': serviceStepsSchema,
  'service uninstall': serviceUninstalledSchema,
  'service uninstall --dry-run': serviceStepsSchema,
  'service start': serviceSwitchedSchema,
  'service start --dry-run': serviceStepsSchema,
  'service stop': serviceSwitchedSchema,
  'service stop --dry-run': serviceStepsSchema,
  'service status': serviceStatusSchema,
  forward: forwardEventSchema,
  version: versionSchema,
  'version --check': versionCheckSchema,
};

export type VersionCheck = Readonly<z.infer<typeof versionCheckSchema>>;
export type StatusReport = Readonly<z.infer<typeof statusSchema>>;
export type HostEntry = NonNullable<StatusReport['host']>;
export type HealthEntry = StatusReport['health'][number];
export type StatusChange = Readonly<z.infer<typeof statusChangeSchema>>;
export type Switched = Readonly<z.infer<typeof switchedSchema>>;
export type SyncedAnswer = Readonly<z.infer<typeof syncedKeysAnswerSchema>>;
export type RotatedAnswer = Readonly<z.infer<typeof rotatedKeysAnswerSchema>>;
