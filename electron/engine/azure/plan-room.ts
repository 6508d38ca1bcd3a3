/**
 * Whether the apps of an App Service plan can use Hybrid Connections, and one more of them (S40-S42, relay-protocol §8). How many
 * there may be is Azure's own figure, never one of ours. Pure.
 */
import type { AppObstacle } from '../../contract/azure-resource.ts';
import type { PlanLimit } from './app-resources.ts';
import type { WebPlan } from './web-resources.ts';

export interface PlanRoom {
  readonly name: string;
  readonly tier: string;
  readonly used: number | null;
  readonly limit: number | null;
}

const without = /^(?:free|shared|dynamic|linuxdynamic|flexconsumption)$/iu;

/** Its pricing tier has Hybrid Connections at all. */
export function hasRelays({ sku }: WebPlan): boolean {
  return !without.test(sku?.tier ?? '');
}

/** @param limit null: Azure doesn't tell, or wasn't asked. */
export function roomOf(plan: WebPlan, limit: PlanLimit | null): PlanRoom {
  const { current, maximum } = limit?.properties ?? {};
  return { name: plan.name, tier: plan.sku?.tier ?? '', used: current ?? null, limit: maximum ?? null };
}

/** @param isUsed the plan's apps use this very Hybrid Connection already: it counts once (S42). */
export function obstacleIn(plan: WebPlan, { used, limit }: PlanRoom, isUsed: boolean): AppObstacle | null {
  if (!hasRelays(plan) || limit === 0) return 'planTier';
  return !isUsed && used !== null && limit !== null && used >= limit ? 'planFull' : null;
}
