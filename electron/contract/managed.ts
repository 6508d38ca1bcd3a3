/** Settings that the organization has set: by whom. They count instead of what is stored, and nobody changes them here. */
import { z } from 'zod';
import { settingNameSchema } from './settings.ts';

export const managedSettingSchema = z.strictObject({
  name: settingNameSchema,
  /** Who set it, as its policy says it, or where the policy lies: a file, a key of the registry. */
  by: z.string().max(512),
});

export type ManagedSetting = Readonly<z.infer<typeof managedSettingSchema>>;
