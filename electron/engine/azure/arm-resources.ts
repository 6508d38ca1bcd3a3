/**
 * What is read of Azure's resources: their published shapes, as far as we use them, and the addresses to ask for them at. Pure.
 */
import { z } from 'zod';
import { nameInResourceManager } from '../../contract/azure-names.ts';
import type { ArmChange, ArmQuestion, ArmTarget } from './arm-client.ts';

export const resourcesVersion = '2022-12-01';
export const relayVersion = '2021-11-01';

export const tenantSchema = z.object({
  tenantId: z.string(),
  displayName: z.string().nullish(),
});

export const subscriptionSchema = z.object({
  subscriptionId: z.string(),
  displayName: z.string().nullish(),
  state: z.string().nullish(),
});

export const namespaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string().nullish(),
  properties: z.object({ serviceBusEndpoint: z.string().nullish() }).nullish(),
});

export const connectionSchema = z.object({
  id: z.string(),
  /** As relays call it. */
  name: z.string().transform((name) => name.replaceAll('~', '/')),
  properties: z
    .object({
      listenerCount: z.number().nullish(),
      requiresClientAuthorization: z.boolean().nullish(),
      userMetadata: z.string().nullish(),
      createdAt: z.string().nullish(),
      updatedAt: z.string().nullish(),
    })
    .nullish(),
});

export const ruleSchema = z.object({
  name: z.string(),
  properties: z.object({ rights: z.array(z.string()) }),
});

export const keysSchema = z.object({
  primaryKey: z.string(),
  secondaryKey: z.string().nullish(),
});

export type ArmNamespace = z.infer<typeof namespaceSchema>;
export type ArmConnection = z.infer<typeof connectionSchema>;
export type ArmRule = z.infer<typeof ruleSchema>;
export type ArmKeys = z.infer<typeof keysSchema>;

export interface NamespacePlace {
  readonly subscriptionId: string;
  readonly resourceGroup: string;
  readonly namespace: string;
}

export const tenantsQuestion: ArmQuestion<z.infer<typeof tenantSchema>> = {
  path: '/tenants',
  apiVersion: resourcesVersion,
  answer: tenantSchema,
  name: 'tenants',
};

export const subscriptionsQuestion: ArmQuestion<z.infer<typeof subscriptionSchema>> = {
  path: '/subscriptions',
  apiVersion: resourcesVersion,
  answer: subscriptionSchema,
  name: 'subscriptions',
};

export function namespacesQuestion(subscriptionId: string): ArmQuestion<ArmNamespace> {
  return {
    path: `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Relay/namespaces`,
    apiVersion: relayVersion,
    answer: namespaceSchema,
    name: subscriptionId,
  };
}

export function namespaceQuestion(place: NamespacePlace): ArmQuestion<ArmNamespace> {
  return {
    path: namespacePath(place),
    apiVersion: relayVersion,
    answer: namespaceSchema,
    name: place.namespace,
  };
}

export function connectionsQuestion(place: NamespacePlace): ArmQuestion<ArmConnection> {
  const path = `${namespacePath(place)}/hybridConnections`;
  return { path, apiVersion: relayVersion, answer: connectionSchema, name: place.namespace };
}

export function connectionQuestion(place: NamespacePlace, name: string): ArmQuestion<ArmConnection> {
  const path = connectionPath(place, name);
  return { path, apiVersion: relayVersion, answer: connectionSchema, name };
}

/** Of the Hybrid Connection, or of the whole namespace where none is named. */
export function rulesQuestion(place: NamespacePlace, name: string | null): ArmQuestion<ArmRule> {
  const path = rulesPath(place, name);
  return { path, apiVersion: relayVersion, answer: ruleSchema, name: name ?? place.namespace };
}

export function keysQuestion(place: NamespacePlace, name: string | null, rule: string): ArmQuestion<ArmKeys> {
  const path = `${rulesPath(place, name)}/${encodeURIComponent(rule)}/listKeys`;
  return {
    method: 'POST',
    path,
    apiVersion: relayVersion,
    answer: keysSchema,
    name: name ?? place.namespace,
  };
}

/** Makes the rule of the Hybrid Connection, or gives it these rights; its keys stay. */
export function rulePut(
  place: NamespacePlace,
  name: string,
  rule: { readonly name: string; readonly rights: readonly string[] },
): ArmChange<unknown> {
  const path = `${rulesPath(place, name)}/${encodeURIComponent(rule.name)}`;
  const body = { properties: { rights: rule.rights } };
  return { path, apiVersion: relayVersion, body, answer: z.unknown(), name };
}

/** Makes the Hybrid Connection, or replaces what Azure keeps of it; its rules stay. */
export function connectionPut(
  place: NamespacePlace,
  name: string,
  properties: { readonly requiresClientAuthorization: boolean; readonly userMetadata: string },
): ArmChange<unknown> {
  const path = connectionPath(place, name);
  return { path, apiVersion: relayVersion, body: { properties }, answer: z.unknown(), name };
}

/** Where a DELETE takes it away. */
export function connectionTarget(place: NamespacePlace, name: string): ArmTarget {
  return { path: connectionPath(place, name), apiVersion: relayVersion, name };
}

/** As Azure writes it; App Service compares it. */
export function connectionId(place: NamespacePlace, name: string): string {
  const { subscriptionId, resourceGroup, namespace } = place;
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/Microsoft.Relay/namespaces/${namespace}/hybridConnections/${nameInResourceManager(name)}`;
}

/** Names of the resource group and the namespace in an id; null when it is none of a namespace. */
export function placeOf(id: string): NamespacePlace | null {
  const [, subscriptionId, resourceGroup, namespace] =
    /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/Microsoft\.Relay\/namespaces\/([^/]+)/iu.exec(
      id,
    ) ?? [];
  if (subscriptionId === undefined || resourceGroup === undefined || namespace === undefined) return null;
  return { subscriptionId, resourceGroup, namespace };
}

function rulesPath(place: NamespacePlace, name: string | null): string {
  return `${name === null ? namespacePath(place) : connectionPath(place, name)}/authorizationRules`;
}

/** Segments encoded. */
export function connectionPath(place: NamespacePlace, name: string): string {
  return `${namespacePath(place)}/hybridConnections/${encodeURIComponent(nameInResourceManager(name))}`;
}

/** Segments encoded. */
export function namespacePath({ subscriptionId, resourceGroup, namespace }: NamespacePlace): string {
  const [subscription, group, name] = [subscriptionId, resourceGroup, namespace].map(encodeURIComponent);
  return `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.Relay/namespaces/${name}`;
}
