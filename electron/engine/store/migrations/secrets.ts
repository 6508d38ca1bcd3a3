/** Steps for `secrets.json`. Version 1 is the first. */
import type { MigrationSteps } from './run-migrations.ts';

export const secretsVersion = 1;

export const secretsMigrations: MigrationSteps = {};
