/** An item of what is wrong on a host: for whoever watches many connections at once (window, tray, notifications, monitoring). */
import { z } from 'zod';
import { errorDataSchema } from './connection-view.ts';
import { healthCodes, healthTable, type HealthSeverity } from './health-table.ts';

export const healthItemSchema = z.strictObject({
  code: z.enum(healthCodes),
  /** The connection that it is about; null for the host or a relay. */
  connectionId: z.uuid().nullable(),
  /** The relay host that it is about, `host:port`; null for the host or a connection. */
  relay: z.string().nullable(),
  /** When it began, milliseconds since 1970-01-01 UTC. */
  since: z.number(),
  /** Connections that suffer from it, in the order of the list; its own one for a connection's item. */
  affected: z.array(z.uuid()),
  /** What is behind it, where that has a code of its own. */
  problem: errorDataSchema.nullable(),
  /** Values for the blanks in its texts. */
  details: z.record(z.string(), z.union([z.string(), z.number()])),
});

export type HealthItem = Readonly<z.infer<typeof healthItemSchema>>;

const rank: Readonly<Record<HealthSeverity, number>> = { high: 0, medium: 1, low: 2, info: 3 };

/** Worst first; what came first stands first among equals. */
export function compareHealth(one: HealthItem, other: HealthItem): number {
  const bySeverity = rank[healthTable[one.code].severity] - rank[healthTable[other.code].severity];
  return bySeverity || one.code.localeCompare(other.code) || one.since - other.since;
}
