/**
 * What a Hybrid Connection is in Azure, and the work there that a host does for whoever is signed in: keys, endpoint, apps,
 * making and deleting. No token and no key is ever part of an answer.
 */
import { z } from 'zod';
import { azurePlaceShape } from './azure.ts';
import { keySlots } from './connection.ts';
import { connectionViewSchema, errorDataSchema } from './connection-view.ts';

const by = z.string().min(1).max(256).optional();
const resourceName = z.string().min(1).max(260);
const resourceGroup = z.string().min(1).max(90);
const namespace = z.string().min(1).max(64);
const endpointText = z.string().min(1).max(512);
/** Resource id of an app. */
const appId = z.string().min(1).max(1024);

export const accessRuleSchema = z.strictObject({
  name: z.string(),
  rights: z.array(z.string()),
  /** Whose rule it is. */
  of: z.enum(['connection', 'namespace']),
});

export const azureAppSchema = z.strictObject({ id: z.string(), name: z.string() });

/** What Azure says of a connection of this host now. What this account can't read is null, and `problems` says why. */
export const azureAboutSchema = z.strictObject({
  /** The account that was asked with. */
  accountId: z.uuid(),
  resourceId: z.string(),
  region: z.string(),
  endpoint: z.strictObject({ host: z.string(), port: z.int() }).nullable(),
  requiresClientAuthorization: z.boolean().nullable(),
  /** Listeners of all hosts; null when Azure doesn't say. */
  listeners: z.int().nullable(),
  createdAt: z.string().nullable(),
  updatedAt: z.string().nullable(),
  rules: z.array(accessRuleSchema).nullable(),
  /** What the account may do with it; null where Azure doesn't tell. */
  mayReadKeys: z.boolean().nullable(),
  mayChange: z.boolean().nullable(),
  /** Apps that use it. */
  apps: z.array(azureAppSchema).nullable(),
  problems: z.array(errorDataSchema),
});

export const syncKeysInputSchema = z.strictObject({
  id: z.uuid(),
  /** The yes to the key of RootManageSharedAccessKey. */
  mayUseRootKey: z.boolean(),
  by,
});

export const syncedKeysSchema = z.strictObject({
  connection: connectionViewSchema,
  /** Keys that were others than the kept ones, and count from now on. */
  changed: z.array(z.enum(keySlots)),
});

export const setAzureEndpointInputSchema = z.strictObject({
  id: z.uuid(),
  /** host:port; written to the metadata, to the apps that use it, and in force here at once: the asking is the yes. */
  endpoint: endpointText,
  by,
});

/** An app that was told something, or why it couldn't be. */
const toldAppSchema = z.strictObject({ app: azureAppSchema, problem: errorDataSchema.nullable() });

export const setAzureEndpointOutputSchema = z.strictObject({
  connection: connectionViewSchema,
  apps: z.array(toldAppSchema),
});

export const deleteInAzureInputSchema = z.strictObject({
  id: z.uuid(),
  /** The name of the Hybrid Connection as the person typed it: the yes (HCM6060 when it is another). */
  typedName: z.string().max(260),
  by,
});

export const deletedInAzureSchema = z.strictObject({
  closedSessions: z.int().min(0),
  /** Apps that it was taken from first. */
  apps: z.array(toldAppSchema),
});

export const appChangeSchema = z.strictObject({ id: z.uuid(), appId, by });

/** Where something new can be made. */
export const azurePlacesSchema = z.strictObject({
  groups: z.array(z.strictObject({ name: z.string(), region: z.string() })),
  namespaces: z.array(z.strictObject({ name: z.string(), resourceGroup: z.string(), region: z.string() })),
  /** Regions that have relays, as Azure writes them for people. */
  regions: z.array(z.string()),
});

/** Why an app can't use Hybrid Connections (S40): its plan is too small, or full. */
export const appObstacles = ['planTier', 'planFull'] as const;

export const azureAppsSchema = z.strictObject({
  apps: z.array(
    z.strictObject({
      ...azureAppSchema.shape,
      resourceGroup: z.string(),
      region: z.string(),
      plan: z
        .strictObject({
          name: z.string(),
          tier: z.string(),
          /** Hybrid Connections that its apps use, and may use; null where Azure doesn't tell. */
          used: z.int().nullable(),
          limit: z.int().nullable(),
        })
        .nullable(),
      obstacle: z.enum(appObstacles).nullable(),
    }),
  ),
  problems: z.array(errorDataSchema),
});

export const azureCreateInputSchema = z.strictObject({
  ...azurePlaceShape,
  resourceGroup,
  /** Make the group where it isn't there yet. */
  mayMakeGroup: z.boolean(),
  namespace,
  /** Of a namespace to make; null: the namespace is there already. */
  region: z.string().min(1).max(64).nullable(),
  name: resourceName,
  /** host:port for the metadata. */
  endpoint: endpointText,
  /** App to attach it to; null for none. */
  appId: appId.nullable(),
  by,
});

/** Steps of the jobs, in the order in which they are done; a job has those that it needs. */
export const azureJobSteps = [
  // Making one.
  'group',
  'namespace',
  'connection',
  'listenRule',
  'sendRule',
  'app',
  'add',
  // Rotating its keys.
  'readKeys',
  'useSecondary',
  'regeneratePrimary',
  'usePrimary',
  'regenerateSecondary',
  'keepSecondary',
] as const;

export const rotationSteps = [
  'readKeys',
  'useSecondary',
  'regeneratePrimary',
  'usePrimary',
  'regenerateSecondary',
  'keepSecondary',
] as const satisfies readonly (typeof azureJobSteps)[number][];

export const azureJobSchema = z.strictObject({
  steps: z.array(
    z.strictObject({
      step: z.enum(azureJobSteps),
      state: z.enum(['waiting', 'running', 'done', 'failed']),
      problem: errorDataSchema.nullable(),
    }),
  ),
  /** Raised with every change: what to pass as `after` next. */
  revision: z.int().min(0),
  done: z.boolean(),
  /** The connection that was made, or whose keys are new; null as long as there is none. */
  connection: connectionViewSchema.nullable(),
});

export const portalPages: Readonly<Record<'public' | 'china' | 'usGovernment', string>> = {
  public: 'https://portal.azure.com/',
  china: 'https://portal.azure.cn/',
  usGovernment: 'https://portal.azure.us/',
};

export type AzureAbout = Readonly<z.infer<typeof azureAboutSchema>>;
export type AzureJob = Readonly<z.infer<typeof azureJobSchema>>;
export type AzureJobStep = (typeof azureJobSteps)[number];
export type AzurePlaces = Readonly<z.infer<typeof azurePlacesSchema>>;
export type AzureApps = Readonly<z.infer<typeof azureAppsSchema>>;
export type AzureCreateInput = Readonly<z.infer<typeof azureCreateInputSchema>>;
export type AppObstacle = (typeof appObstacles)[number];
