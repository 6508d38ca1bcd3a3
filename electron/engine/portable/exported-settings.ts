/**
 * What of the host's settings goes into an export: those that were set on purpose, but for what is a matter of that one
 * computer: a path, a port, how much is written down. Pure.
 */
import {
  settingNames,
  settingsChangeSchema,
  type SettingName,
  type Settings,
  type SettingsChange,
} from '../../contract/settings.ts';

const ofOneComputer = { extraCaFile: true, httpAddress: true, logLevel: true } as const;

export const exportedSettingsSchema = settingsChangeSchema.omit(ofOneComputer);

export function exportedSettings(settings: Settings, changed: readonly SettingName[]): SettingsChange {
  const names = settingNames.filter((name) => changed.includes(name) && !(name in ofOneComputer));
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}
