/**
 * Attaches an app to a Hybrid Connection and detaches it, as App Service keeps it (S36, S72-S75): with the endpoint that the app
 * dials, and the key that it sends with. Owns that key for as long as that takes.
 *
 * Invariants: the key goes to Azure alone: into no answer and no log line, and Azure's words about a request that held it are not
 * repeated; an app is attached only where its plan has room.
 */
import type { HostPort } from '../../contract/host-port.ts';
import { HcmError } from '../../contract/errors.ts';
import type { SecretRegister } from '../log/secret-register.ts';
import {
  appQuestion,
  appRelayQuestion,
  planLimitQuestion,
  planQuestion,
  type AppPlace,
} from './app-resources.ts';
import type { ArmClient } from './arm-client.ts';
import { connectionId, keysQuestion, type NamespacePlace } from './arm-resources.ts';
import type { AzureCloud } from './clouds.ts';
import { obstacleIn, roomOf } from './plan-room.ts';
import { requireSendRule } from './send-rule.ts';
import { relaySitesQuestion, type WebPlan } from './web-resources.ts';

export interface AppLink {
  readonly arm: ArmClient;
  readonly cloud: AzureCloud;
  readonly place: NamespacePlace;
  /** Of the Hybrid Connection. */
  readonly name: string;
  readonly app: AppPlace;
}

/** @throws HcmError HCM6064, HCM60xx */
export async function attachApp(
  link: AppLink,
  endpoint: HostPort,
  secrets: Pick<SecretRegister, 'add'>,
): Promise<void> {
  const { arm, cloud, place, name, app } = link;
  const relay = appRelayQuestion(app, place.namespace, name);
  const before = await arm.ask(relay).catch(nullWhereMissing);
  const inUse = before?.properties?.sendKeyName ?? null;
  const rule = await requireSendRule(arm, { place, name, inUse });
  const { primaryKey } = await arm.ask(keysQuestion(place, name, rule));
  const forget = secrets.add(primaryKey);
  try {
    const properties = {
      serviceBusNamespace: place.namespace,
      relayName: name,
      relayArmUri: connectionId(place, name),
      hostname: endpoint.host,
      port: endpoint.port,
      sendKeyName: rule,
      sendKeyValue: primaryKey,
      serviceBusSuffix: `.${cloud.relaySuffix}`,
    };
    await arm.put({ ...relay, body: { properties }, hasSecret: true });
  } finally {
    forget();
  }
}

/** One that isn't attached stays so. @throws HcmError HCM60xx */
export async function detachApp({ arm, place, name, app }: AppLink): Promise<void> {
  await arm.remove(appRelayQuestion(app, place.namespace, name));
}

/** Before anything is made. What the account may not see of the plan is left to Azure. @throws HcmError HCM6023, HCM6064 */
export async function requireRoom({ arm, place, name, app }: AppLink): Promise<void> {
  const { properties } = await arm.ask(appQuestion(app));
  const planId = properties?.serverFarmId ?? '';
  const [planAsked, limitAsked] = [planQuestion(planId), planLimitQuestion(planId)];
  if (planAsked === null || limitAsked === null) return;
  const [plan, limit] = await Promise.all([
    arm.ask(planAsked).catch(nullWhereMissing),
    arm.ask(limitAsked).catch(nullWhereMissing),
  ]);
  if (plan === null) return;
  const room = roomOf(plan, limit);
  const obstacle = obstacleIn(plan, room, false);
  if (obstacle === null) return;
  if (obstacle === 'planFull' && (await isUsed(arm, plan, place, name))) return;
  throw new HcmError('HCM6064', { name: app.name, plan: plan.name, reason: obstacle });
}

async function isUsed(arm: ArmClient, plan: WebPlan, place: NamespacePlace, name: string): Promise<boolean> {
  const properties = { serviceBusNamespace: place.namespace, relayName: name, relayArmUri: '' };
  try {
    for await (const page of arm.list(relaySitesQuestion(plan, { properties })))
      if (page.length > 0) return true;
    return false;
  } catch (error) {
    nullWhereMissing(error);
    return false;
  }
}

function nullWhereMissing(error: unknown): null {
  if (error instanceof HcmError && ['HCM6021', 'HCM6023'].includes(error.code)) return null;
  throw error;
}
