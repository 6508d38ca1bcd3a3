/**
 * Steps for `connections.json`. Version 2 brought a second key and limits, version 3 the place in Azure and
 * listening with tokens.
 */
import { z } from 'zod';
import { noOwnLimits } from '../../../contract/connection.ts';
import type { MigrationSteps } from './run-migrations.ts';

export const connectionsVersion = 3;

export const connectionsMigrations: MigrationSteps = {
  1: addSecondKeyAndLimits,
  2: addResourceAndEntra,
};

const file = z.looseObject({ connections: z.array(z.unknown()) });

function addSecondKeyAndLimits(content: unknown): unknown {
  return withMore(content, { secondaryKeyName: null, limits: noOwnLimits });
}

function addResourceAndEntra(content: unknown): unknown {
  return withMore(content, { resource: null, entra: null });
}

/** A record that isn't one stays as it is: the format puts it aside. */
function withMore(content: unknown, more: object): unknown {
  const before = file.parse(content);
  const connections = before.connections.map((record) =>
    typeof record === 'object' && record !== null && !Array.isArray(record) ? { ...record, ...more } : record,
  );
  return { ...before, connections };
}
