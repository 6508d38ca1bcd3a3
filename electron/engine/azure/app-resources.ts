/**
 * Apps, their plans, and what an app is told about a Hybrid Connection (S72-S75): the published shapes of Microsoft.Web, as far as
 * we use them, and the addresses to ask for them at. Pure.
 */
import { z } from 'zod';
import type { ArmQuestion } from './arm-client.ts';
import { nameInResourceManager } from '../../contract/azure-names.ts';
import { planSchema, sitesQuestion, webVersion, type WebPlan } from './web-resources.ts';

const appSchema = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string().nullish(),
  properties: z.object({ serverFarmId: z.string().nullish() }).nullish(),
});

const limitSchema = z.object({
  properties: z.object({ current: z.number().nullish(), maximum: z.number().nullish() }).nullish(),
});

const appRelaySchema = z.object({
  properties: z.object({ sendKeyName: z.string().nullish() }).nullish(),
});

export type WebApp = z.infer<typeof appSchema>;
export type PlanLimit = z.infer<typeof limitSchema>;

/** Parts of an app's resource id; from outside, so each becomes one segment of a path and nothing else. */
export interface AppPlace {
  readonly id: string;
  readonly name: string;
  /** Segments encoded. */
  readonly path: string;
}

const appPattern =
  /^\/subscriptions\/([\w-]{1,64})\/resourceGroups\/([^/?#%\\]{1,90})\/providers\/Microsoft\.Web\/sites\/([\w-]{1,64})(?:\/slots\/([\w-]{1,64}))?$/iu;
const planPattern =
  /^\/subscriptions\/([\w-]{1,64})\/resourceGroups\/([^/?#%\\]{1,90})\/providers\/Microsoft\.Web\/serverfarms\/([^/?#%\\]{1,100})$/iu;

/** Null when it is the id of something else. */
export function appPlaceOf(id: string): AppPlace | null {
  const [, subscription = '', group = '', name = '', slot] = appPattern.exec(id) ?? [];
  if (name === '' || isDots(group)) return null;
  const path = `/subscriptions/${subscription}/resourceGroups/${encodeURIComponent(group)}/providers/Microsoft.Web/sites/${name}`;
  return slot === undefined
    ? { id, name, path }
    : { id, name: `${name}/${slot}`, path: `${path}/slots/${slot}` };
}

export function appsQuestion(subscriptionId: string): ArmQuestion<WebApp> {
  return { ...sitesQuestion(subscriptionId), answer: appSchema };
}

export function appQuestion({ path, name }: AppPlace): ArmQuestion<WebApp> {
  return { path, apiVersion: webVersion, answer: appSchema, name };
}

/** Null when the id is none of a plan. */
export function planQuestion(planId: string): ArmQuestion<WebPlan> | null {
  const path = planPath(planId);
  return path === null ? null : { path, apiVersion: webVersion, answer: planSchema, name: lastOf(planId) };
}

/** How many Hybrid Connections the apps of the plan use, and may use. */
export function planLimitQuestion(planId: string): ArmQuestion<PlanLimit> | null {
  const plan = planPath(planId);
  if (plan === null) return null;
  const path = `${plan}/hybridConnectionPlanLimits/limit`;
  return { path, apiVersion: webVersion, answer: limitSchema, name: lastOf(planId) };
}

/** What an app is told about a Hybrid Connection: where a PUT attaches it, and a DELETE detaches it. */
export function appRelayQuestion(
  app: AppPlace,
  namespace: string,
  name: string,
): ArmQuestion<z.infer<typeof appRelaySchema>> {
  const [relayNamespace, relay] = [namespace, nameInResourceManager(name)].map(encodeURIComponent);
  const path = `${app.path}/hybridConnectionNamespaces/${relayNamespace}/relays/${relay}`;
  return { path, apiVersion: webVersion, answer: appRelaySchema, name: app.name };
}

function planPath(id: string): string | null {
  const [, subscription = '', group = '', name = ''] = planPattern.exec(id) ?? [];
  if (name === '' || isDots(group) || isDots(name)) return null;
  const [place, plan] = [group, name].map(encodeURIComponent);
  return `/subscriptions/${subscription}/resourceGroups/${place}/providers/Microsoft.Web/serverfarms/${plan}`;
}

/** Addresses would fold them away. */
function isDots(segment: string): boolean {
  return /^\.{1,2}$/u.test(segment);
}

function lastOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
