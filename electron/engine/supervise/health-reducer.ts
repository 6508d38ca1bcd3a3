/**
 * From what is wrong now to what is shown: a pure reducer `(state, conditions, time) → (state, items, next look)`.
 *
 *      condition there ──► hidden by a cause it depends on ──► the cause goes: its time begins
 *                     └──► pending for `visibleAfterMs` ──► item ──► condition gone: item gone, at once
 *
 * Invariants: an item was there, unhidden, for its whole time without a break; while a cause is there, pending or shown,
 * none of its children shows; nothing is remembered of what is gone.
 */
import { compareHealth, type HealthItem } from '../../contract/health.ts';
import { healthTable } from '../../contract/health-table.ts';
import type { HealthCondition } from './health-conditions.ts';

interface Known {
  /** Wall clock, for people. */
  readonly since: number;
  /** Monotonic: since when it has been unhidden; null while it is hidden. */
  readonly countedFromMs: number | null;
}

/** What is there now, by what it is about. */
export type HealthState = ReadonlyMap<string, Known>;

export const noHealth: HealthState = new Map();

export interface HealthStep {
  readonly state: HealthState;
  /** Worst first. */
  readonly items: readonly HealthItem[];
  /** In how many milliseconds something pending is due; null when nothing is. */
  readonly nextLookMs: number | null;
}

export interface HealthTime {
  /** Wall clock, milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  readonly monotonicMs: number;
}

export function stepHealth(
  before: HealthState,
  conditions: readonly HealthCondition[],
  { now, monotonicMs }: HealthTime,
): HealthStep {
  const isHidden = hiding(conditions);
  const state = new Map<string, Known>();
  const items: HealthItem[] = [];
  let nextLookMs: number | null = null;
  for (const condition of conditions) {
    const key = keyOf(condition);
    const known = before.get(key);
    const countedFromMs = isHidden(condition) ? null : (known?.countedFromMs ?? monotonicMs);
    const since = known?.since ?? now;
    state.set(key, { since, countedFromMs });
    if (countedFromMs === null) continue;
    const leftMs = healthTable[condition.code].visibleAfterMs - (monotonicMs - countedFromMs);
    if (leftMs > 0) nextLookMs = Math.min(nextLookMs ?? leftMs, leftMs);
    else items.push(itemOf(condition, since));
  }
  return { state, items: items.sort(compareHealth), nextLookMs };
}

function itemOf(condition: HealthCondition, since: number): HealthItem {
  const { code, connectionId, relay, affected, problem, details } = condition;
  return { code, connectionId, relay, since, affected, problem, details };
}

function keyOf({ code, connectionId, relay, about }: HealthCondition): string {
  return `${code} ${connectionId ?? ''} ${relay ?? ''} ${about ?? ''}`;
}

/** @returns whether a condition is hidden by one that it depends on. */
function hiding(conditions: readonly HealthCondition[]): (child: HealthCondition) => boolean {
  const causes = new Map<string, { ofAll: boolean; readonly affected: Set<string> }>();
  for (const { code, affected } of conditions) {
    const cause = causes.get(code) ?? { ofAll: false, affected: new Set<string>() };
    causes.set(code, cause);
    // What names no connection concerns them all.
    if (affected.length === 0) cause.ofAll = true;
    for (const id of affected) cause.affected.add(id);
  }
  return ({ code, affected }) =>
    healthTable[code].dependsOn.some((parent) => {
      const cause = causes.get(parent);
      if (cause === undefined) return false;
      return cause.ofAll || (affected.length > 0 && affected.every((id) => cause.affected.has(id)));
    });
}
