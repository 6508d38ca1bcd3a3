/**
 * What is read of Microsoft.Web about apps and the Hybrid Connections that they use: published shapes, as far as we use them, and
 * the addresses to ask for them at. Pure.
 */
import { z } from 'zod';
import type { ArmQuestion } from './arm-client.ts';

export const webVersion = '2023-12-01';

export const planSchema = z.object({
  id: z.string(),
  name: z.string(),
  sku: z.object({ tier: z.string().nullish() }).nullish(),
});

const siteSchema = z.object({ id: z.string(), name: z.string() });

/** A Hybrid Connection that some app of a plan uses. */
const planRelaySchema = z.object({
  properties: z.object({
    serviceBusNamespace: z.string(),
    relayName: z.string(),
    relayArmUri: z.string(),
  }),
});

export type WebPlan = z.infer<typeof planSchema>;
export type WebSite = z.infer<typeof siteSchema>;
export type PlanRelay = z.infer<typeof planRelaySchema>;

export function plansQuestion(subscriptionId: string): ArmQuestion<WebPlan> {
  return {
    path: `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Web/serverfarms`,
    apiVersion: webVersion,
    answer: planSchema,
    name: subscriptionId,
  };
}

export function sitesQuestion(subscriptionId: string): ArmQuestion<WebSite> {
  return {
    path: `/subscriptions/${encodeURIComponent(subscriptionId)}/providers/Microsoft.Web/sites`,
    apiVersion: webVersion,
    answer: siteSchema,
    name: subscriptionId,
  };
}

export function planRelaysQuestion({ id, name }: WebPlan): ArmQuestion<PlanRelay> {
  const path = `${resourcePath(id)}/hybridConnectionRelays`;
  return { path, apiVersion: webVersion, answer: planRelaySchema, name };
}

/** Names of the apps of the plan that use it; some answers hold their ids. */
export function relaySitesQuestion({ id }: WebPlan, { properties }: PlanRelay): ArmQuestion<string> {
  const [namespace, relay] = [properties.serviceBusNamespace, properties.relayName].map(encodeURIComponent);
  const path = `${resourcePath(id)}/hybridConnectionNamespaces/${namespace}/relays/${relay}/sites`;
  return { path, apiVersion: webVersion, answer: z.string(), name: properties.relayName };
}

/** An id came from outside: it becomes a path of the same host and nothing else. */
function resourcePath(id: string): string {
  return id
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
