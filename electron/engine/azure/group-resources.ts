/** Resource groups and resource providers of a subscription: published shapes, as far as we use them, and their addresses. Pure. */
import { z } from 'zod';
import type { ArmChange, ArmQuestion } from './arm-client.ts';
import { namespacePath, relayVersion, type NamespacePlace } from './arm-resources.ts';

const groupsVersion = '2022-09-01';

const groupSchema = z.object({ name: z.string(), location: z.string().nullish() });

const providerSchema = z.object({
  resourceTypes: z
    .array(z.object({ resourceType: z.string(), locations: z.array(z.string()).nullish() }))
    .nullish(),
});

const availabilitySchema = z.object({ nameAvailable: z.boolean(), reason: z.string().nullish() });

export type ArmGroup = z.infer<typeof groupSchema>;

export function groupsQuestion(subscriptionId: string): ArmQuestion<ArmGroup> {
  const path = `${subscriptionPath(subscriptionId)}/resourcegroups`;
  return { path, apiVersion: groupsVersion, answer: groupSchema, name: subscriptionId };
}

export function groupQuestion(subscriptionId: string, name: string): ArmQuestion<ArmGroup> {
  const path = `${subscriptionPath(subscriptionId)}/resourcegroups/${encodeURIComponent(name)}`;
  return { path, apiVersion: groupsVersion, answer: groupSchema, name };
}

export function groupPut(subscriptionId: string, name: string, region: string): ArmChange<ArmGroup> {
  const { path, apiVersion, answer } = groupQuestion(subscriptionId, name);
  return { path, apiVersion, answer, name, body: { location: region } };
}

/** Which regions have relays. */
export function relayProviderQuestion(subscriptionId: string): ArmQuestion<z.infer<typeof providerSchema>> {
  const path = `${subscriptionPath(subscriptionId)}/providers/Microsoft.Relay`;
  return { path, apiVersion: groupsVersion, answer: providerSchema, name: 'Microsoft.Relay' };
}

/** Names of namespaces are the whole cloud's. */
export function availabilityQuestion({
  subscriptionId,
  namespace,
}: NamespacePlace): ArmQuestion<z.infer<typeof availabilitySchema>> {
  return {
    method: 'POST',
    path: `${subscriptionPath(subscriptionId)}/providers/Microsoft.Relay/checkNameAvailability`,
    apiVersion: relayVersion,
    body: { name: namespace },
    answer: availabilitySchema,
    name: namespace,
  };
}

export function namespacePut(place: NamespacePlace, region: string): ArmChange<unknown> {
  return {
    path: namespacePath(place),
    apiVersion: relayVersion,
    body: { location: region, sku: { name: 'Standard', tier: 'Standard' } },
    answer: z.unknown(),
    name: place.namespace,
  };
}

function subscriptionPath(subscriptionId: string): string {
  return `/subscriptions/${encodeURIComponent(subscriptionId)}`;
}
