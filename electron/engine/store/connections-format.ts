/**
 * `connections.json`: `{version, connections: [...]}`. One bad record, or one that repeats another, goes aside; the others
 * load.
 */
import { z } from 'zod';
import { connectionConfigSchema, connectionKey, type ConnectionConfig } from '../../contract/connection.ts';
import type { FileFormat } from './file-format.ts';
import { connectionsMigrations, connectionsVersion } from './migrations/connections.ts';

type Connections = readonly ConnectionConfig[];

const contentSchema = z.looseObject({ connections: z.array(z.unknown()) });

/** A newer version's records may hold more; what this version knows of them is shown. */
const newerConfigSchema = z.object(connectionConfigSchema.shape);

export const connectionsFormat: FileFormat<Connections> = {
  version: connectionsVersion,
  migrations: connectionsMigrations,
  initial: [],
  read: (content) => readRecords(content, connectionConfigSchema),
  readNewer: (content) => readRecords(content, newerConfigSchema).value,
  write: (connections) => ({ connections }),
};

function readRecords(
  content: unknown,
  schema: z.ZodType<ConnectionConfig>,
): { readonly value: Connections; readonly aside: readonly unknown[] } {
  const value: ConnectionConfig[] = [];
  const aside: unknown[] = [];
  const taken = new Set<string>();
  for (const record of contentSchema.parse(content).connections) {
    const parsed = schema.safeParse(record);
    const marks = parsed.success ? [parsed.data.id, connectionKey(parsed.data)] : [];
    if (!parsed.success || marks.some((mark) => taken.has(mark))) {
      aside.push(record);
      continue;
    }
    for (const mark of marks) taken.add(mark);
    value.push(parsed.data);
  }
  return { value, aside };
}
