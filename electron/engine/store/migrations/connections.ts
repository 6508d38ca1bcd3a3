/** Steps for `connections.json`. Version 1 is the first. */
import type { MigrationSteps } from './run-migrations.ts';

export const connectionsVersion = 1;

export const connectionsMigrations: MigrationSteps = {};
