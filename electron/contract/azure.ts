/**
 * What signing in with Azure and choosing Hybrid Connections there looks like to whoever talks to a host. No token and no key
 * is ever part of an answer.
 */
import { z } from 'zod';
import { azureClouds, tenantSchema } from './azure-place.ts';
import { connectionViewSchema, errorDataSchema } from './connection-view.ts';

export const signInMethods = ['browser', 'deviceCode', 'servicePrincipal', 'managedIdentity'] as const;

export const azureAccountSchema = z.strictObject({
  id: z.uuid().describe('id of the account on this host'),
  kind: z.enum(['user', 'servicePrincipal', 'managedIdentity']).describe('who it is'),
  name: z.string().describe('user name, or the client id of a service principal or an identity'),
  tenantId: z.string().nullable().describe('home tenant; null where the account doesn’t tell'),
  cloud: z.enum(azureClouds).describe('cloud that it signed in to'),
  authority: z.string().describe('host of the sign-in'),
  signedInAt: z.iso.datetime().describe('when it signed in here'),
  needsSignIn: z.boolean().describe('its sign-in can’t be opened here or has run out: sign in again'),
});

export const signInInputSchema = z.strictObject({
  method: z.enum(signInMethods),
  /** Without it the setting's, else any organisation's. */
  tenant: tenantSchema.optional(),
  cloud: z.enum(azureClouds).optional(),
  /** Of a service principal, or of a user-assigned identity; for people the setting's when left out. */
  clientId: z.uuid().optional(),
  /** Of a service principal: one of the two. */
  secret: z.string().min(1).max(4096).optional(),
  /** Certificate and private key, PEM. */
  certificatePem: z.string().min(1).max(32_768).optional(),
  /** Signs in this account again, with whatever Azure demanded of it. */
  accountId: z.uuid().optional(),
  by: z.string().min(1).max(256).optional(),
});

/** What a person does next, until `azure.waitForSignIn` tells the account. */
const signInStepSchema = z.union([
  z.strictObject({ kind: z.literal('browser'), url: z.string() }),
  z.strictObject({
    kind: z.literal('deviceCode'),
    userCode: z.string(),
    verificationUrl: z.string(),
    expiresAt: z.string(),
  }),
  /** Nobody needs to do anything. */
  z.strictObject({ kind: z.literal('none') }),
]);

export const signInStartedSchema = z.strictObject({ id: z.uuid(), step: signInStepSchema });

/** Null: still waiting, ask again. */
export const signInOutcomeSchema = z.strictObject({ account: azureAccountSchema.nullable() });

export const azureSubscriptionSchema = z.strictObject({
  accountId: z.uuid(),
  tenantId: z.string(),
  tenantName: z.string(),
  subscriptionId: z.string(),
  name: z.string(),
  state: z.string(),
});

export const azureSubscriptionsSchema = z.strictObject({
  subscriptions: z.array(azureSubscriptionSchema),
  /** Accounts and tenants that could not be asked; the others' subscriptions are there all the same. */
  problems: z.array(
    z.strictObject({
      accountId: z.uuid(),
      tenantId: z.string().nullable(),
      tenantName: z.string(),
      problem: errorDataSchema,
    }),
  ),
});

/** Where to look: a subscription of an account. */
export const azurePlaceShape = {
  accountId: z.uuid(),
  tenantId: z.string().max(64),
  subscriptionId: z.uuid(),
} as const;

/** Why a Hybrid Connection can't be added as it is. */
export const azureObstacles = [
  'configured',
  'noEndpoint',
  'unreadableEndpoint',
  'noClientAuthorization',
  /** The account may not read its keys. */
  'noKeyPermission',
  /** This host's policy forbids to dial the endpoint. */
  'notAllowed',
] as const;

export const azureConnectionSchema = z.strictObject({
  resourceId: z.string(),
  name: z.string(),
  resourceGroup: z.string(),
  namespace: z.string(),
  region: z.string(),
  endpoint: z.strictObject({ host: z.string(), port: z.int() }).nullable(),
  /** Listeners of all hosts now; null when Azure doesn't say. */
  listeners: z.int().nullable(),
  /** Id of the connection that is on this host already. */
  existingId: z.uuid().nullable(),
  obstacle: z.enum(azureObstacles).nullable(),
});

/** Apps that use the Hybrid Connections: read after these, which don't wait for it. */
export const azureUsageSchema = z.strictObject({
  state: z.enum(['reading', 'read', 'unreadable']),
  /** Only those that are used; ids in lower case. */
  connections: z.array(
    z.strictObject({
      resourceId: z.string(),
      apps: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
  ),
  /** Why some or all of it can't be read. */
  problem: errorDataSchema.nullable(),
});

export const azureBrowsedSchema = z.strictObject({
  /** Those after the `after` first ones, in the order in which they came. */
  connections: z.array(azureConnectionSchema),
  /** Namespaces that could not be asked. */
  problems: z.array(z.strictObject({ namespace: z.string(), problem: errorDataSchema })),
  /** Only with the end of the connections it is more than `reading`. */
  usage: azureUsageSchema,
  /** Nothing more comes, but for `usage` as long as that is `reading`. */
  done: z.boolean(),
  /** Why it ended before its end; null when it didn't. */
  problem: errorDataSchema.nullable(),
});

export const azureAddInputSchema = z.strictObject({
  ...azurePlaceShape,
  connections: z
    .array(
      z.strictObject({
        resourceGroup: z.string().min(1).max(90),
        namespace: z.string().min(1).max(64),
        name: z.string().min(1).max(260),
        /** host:port by hand, where Azure's metadata lacks it. */
        endpoint: z.string().max(512).optional(),
      }),
    )
    .min(1)
    .max(500),
  /** The yes to the key of RootManageSharedAccessKey, which may do everything in the namespace. */
  mayUseRootKey: z.boolean(),
  /** `entra`: with tokens of the account, role Azure Relay Listener (relay-protocol §2.5), and without any key. `key` when left out. */
  listenWith: z.enum(['key', 'entra']).optional(),
  by: z.string().min(1).max(256).optional(),
});

/** In the order of the input. */
export const azureAddedSchema = z.strictObject({
  results: z.array(
    z.strictObject({
      connection: connectionViewSchema.nullable(),
      /** Why it isn't there. */
      problem: errorDataSchema.nullable(),
    }),
  ),
});

export type AzureAccount = Readonly<z.infer<typeof azureAccountSchema>>;
export type SignInInput = Readonly<z.infer<typeof signInInputSchema>>;
export type SignInStep = Readonly<z.infer<typeof signInStepSchema>>;
export type AzureSubscription = Readonly<z.infer<typeof azureSubscriptionSchema>>;
export type AzureConnection = Readonly<z.infer<typeof azureConnectionSchema>>;
export type AzureObstacle = (typeof azureObstacles)[number];
