/** The `settings:` of a desired file: what differs from those of the host, and how they are put in force. */
import type { Host } from '../../contract/api.ts';
import {
  settingNames,
  type SettingName,
  type Settings,
  type SettingsChange,
} from '../../contract/settings.ts';

export interface SettingChange {
  readonly name: SettingName;
  readonly from: Settings[SettingName];
  readonly to: Settings[SettingName];
}

export async function planSettings(host: Host, wanted: SettingsChange): Promise<readonly SettingChange[]> {
  const { settings } = await host.call('settings.get', {});
  return settingNames.flatMap((name) => {
    const to = wanted[name];
    return to === undefined || to === settings[name] ? [] : [{ name, from: settings[name], to }];
  });
}

/** @throws HcmError HCM1062; then none is changed. */
export async function applySettings(host: Host, changes: readonly SettingChange[]): Promise<void> {
  if (changes.length === 0) return;
  await host.call('settings.set', Object.fromEntries(changes.map(({ name, to }) => [name, to])));
}
