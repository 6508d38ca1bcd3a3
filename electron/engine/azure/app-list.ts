/**
 * Web apps and function apps of a subscription, and whether each can use a Hybrid Connection. Owns how much is asked.
 *
 * Invariants: what can't be read leaves the rest; of plans only as many are asked for their limits as the limit here says.
 */
import type { AzureApps } from '../../contract/azure-resource.ts';
import { toErrorData, type ErrorData } from '../../contract/errors.ts';
import { appsQuestion, planLimitQuestion } from './app-resources.ts';
import type { ArmClient, ArmQuestion } from './arm-client.ts';
import { hasRelays, obstacleIn, roomOf, type PlanRoom } from './plan-room.ts';
import { plansQuestion, type WebPlan } from './web-resources.ts';

export interface AppListInput {
  readonly arm: ArmClient;
  readonly subscriptionId: string;
  /** Ids of apps that use the Hybrid Connection in question: their plans have room for it. */
  readonly using: readonly string[];
}

interface KnownPlan {
  readonly plan: WebPlan;
  readonly room: PlanRoom;
}

const maxApps = 5_000;
const maxPlansAsked = 200;
const maxProblems = 5;

/** @throws HcmError when the apps themselves can't be read. */
export async function listApps({ arm, subscriptionId, using }: AppListInput): Promise<AzureApps> {
  const problems: ErrorData[] = [];
  const note = (error: unknown): void => {
    const problem = toErrorData(error);
    const isNew = problems.every((one) => JSON.stringify(one.details) !== JSON.stringify(problem.details));
    if (isNew && problems.length < maxProblems) problems.push(problem);
  };
  const [apps, plans] = await Promise.all([
    all(arm, appsQuestion(subscriptionId)),
    all(arm, plansQuestion(subscriptionId)).catch((error: unknown) => {
      note(error);
      return [];
    }),
  ]);
  const planOf = new Map(apps.map(({ id, properties }) => [key(id), key(properties?.serverFarmId ?? '')]));
  const wanted = new Set(planOf.values());
  const asked = plans.filter((plan) => wanted.has(key(plan.id)) && hasRelays(plan)).slice(0, maxPlansAsked);
  const isAsked = new Set(asked);
  const known = await Promise.all(
    plans.map(async (plan): Promise<[string, KnownPlan]> => {
      const room = isAsked.has(plan) ? await askRoom(arm, plan, note) : roomOf(plan, null);
      return [key(plan.id), { plan, room }];
    }),
  );
  const rooms = new Map(known);
  const used = new Set(using.map((id) => planOf.get(key(id))));
  return {
    apps: apps.map(({ id, name, location }) => {
      const planId = planOf.get(key(id)) ?? '';
      const found = rooms.get(planId) ?? null;
      return {
        id,
        name,
        resourceGroup: /\/resourceGroups\/([^/]+)/iu.exec(id)?.[1] ?? '',
        region: location ?? '',
        plan: found?.room ?? null,
        obstacle: found === null ? null : obstacleIn(found.plan, found.room, used.has(planId)),
      };
    }),
    problems,
  };
}

async function askRoom(arm: ArmClient, plan: WebPlan, note: (error: unknown) => void): Promise<PlanRoom> {
  const question = planLimitQuestion(plan.id);
  if (question === null) return roomOf(plan, null);
  try {
    return roomOf(plan, await arm.ask(question));
  } catch (error) {
    note(error);
    return roomOf(plan, null);
  }
}

async function all<Item>(arm: ArmClient, question: ArmQuestion<Item>): Promise<readonly Item[]> {
  const items: Item[] = [];
  for await (const page of arm.list(question)) {
    items.push(...page);
    if (items.length >= maxApps) break;
  }
  return items.slice(0, maxApps);
}

/** Ids mean the same in any case. */
function key(id: string): string {
  return id.toLowerCase();
}
