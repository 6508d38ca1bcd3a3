/** Steps for `settings.json`. Version 1 is the first. */
import type { MigrationSteps } from './run-migrations.ts';

export const settingsVersion = 1;

export const settingsMigrations: MigrationSteps = {};
