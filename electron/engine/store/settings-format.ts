/**
 * `settings.json`: `{version, settings: {...}}`, holding only what was set on purpose, so that a default that changes
 * later reaches everyone who never touched it. Keys that this version doesn't know are kept.
 */
import { z } from 'zod';
import type { FileFormat } from './file-format.ts';
import { settingsMigrations, settingsVersion } from './migrations/settings.ts';

export type StoredSettings = Readonly<Record<string, unknown>>;

const contentSchema = z.looseObject({ settings: z.record(z.string(), z.unknown()) });

export const settingsFormat: FileFormat<StoredSettings> = {
  version: settingsVersion,
  migrations: settingsMigrations,
  initial: {},
  read: (content) => ({ value: contentSchema.parse(content).settings, aside: [] }),
  readNewer: (content) => contentSchema.parse(content).settings,
  write: (settings) => ({ settings }),
};
