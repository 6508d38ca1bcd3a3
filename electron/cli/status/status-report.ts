/** A host and its connections at one moment, as scripts read them, in English. Pure. */
import type { HostInfo } from '../../contract/api.ts';
import { connectionRow } from '../../contract/connection-row.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import type { HealthItem } from '../../contract/health.ts';
import { healthTable } from '../../contract/health-table.ts';
import { describeHealth } from '../../contract/messages/describe-health.ts';
import { inEnglish } from '../../contract/messages/localised.ts';
import { groupCounts } from '../../contract/messages/host-sentence.ts';
import { statusWord } from '../../contract/messages/messages.ts';
import type { HealthEntry, HostEntry, StatusReport } from '../../contract/answer-schemas.ts';

export interface StatusFacts {
  /** Null when no host runs. */
  readonly info: HostInfo | null;
  readonly views: readonly ConnectionView[];
  readonly items: readonly HealthItem[];
}

export function statusReport({ info, views, items }: StatusFacts): StatusReport {
  return {
    host: info && hostEntry(info),
    groups: groupCounts(views),
    states: Object.fromEntries(inEnglish(() => stateCounts(views))),
    health: items.map(healthEntry),
    connections: views.map(connectionRow),
  };
}

/** By their words, in the order in which they first come. */
export function stateCounts(views: readonly ConnectionView[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { azure } of views) {
    const word = statusWord(azure.status);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

export function hostEntry({ version, kind, processId, machine, dataFolder, startedAt }: HostInfo): HostEntry {
  return { version, kind, processId, machine, dataFolder, startedAt: new Date(startedAt).toISOString() };
}

export function healthEntry(item: HealthItem): HealthEntry {
  const { code, connectionId, relay, since, affected } = item;
  const { severity, impactsConnectivity } = healthTable[code];
  return {
    code,
    severity,
    ...inEnglish(() => describeHealth(item)),
    since: new Date(since).toISOString(),
    connectionId,
    relay,
    affected: [...affected],
    impactsConnectivity,
  };
}

/** What concerns these connections alone. */
export function itemsOf(items: readonly HealthItem[], id: string): readonly HealthItem[] {
  return items.filter(({ connectionId, affected }) => connectionId === id || affected.includes(id));
}
