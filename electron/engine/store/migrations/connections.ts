/** Steps for `connections.json`. Version 2 brought a second key and limits. */
import { z } from 'zod';
import { noOwnLimits } from '../../../contract/connection.ts';
import type { MigrationSteps } from './run-migrations.ts';

export const connectionsVersion = 2;

export const connectionsMigrations: MigrationSteps = { 1: addSecondKeyAndLimits };

const version1 = z.looseObject({ connections: z.array(z.unknown()) });

/** A record that isn't one stays as it is: the format puts it aside. */
function addSecondKeyAndLimits(content: unknown): unknown {
  const before = version1.parse(content);
  const connections = before.connections.map((record) =>
    typeof record === 'object' && record !== null && !Array.isArray(record)
      ? { ...record, secondaryKeyName: null, limits: noOwnLimits }
      : record,
  );
  return { ...before, connections };
}
