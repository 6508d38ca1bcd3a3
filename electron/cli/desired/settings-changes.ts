/** The `settings:` of a desired file: what differs from those of the host, and how they are put in force. */
import type { Host } from '../../contract/api.ts';
import { HcmError } from '../../contract/errors.ts';
import type { ManagedSetting } from '../../contract/managed.ts';
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

export interface SettingsPlan {
  readonly changes: readonly SettingChange[];
  /** What is wanted otherwise than the organization has set it: it stays. */
  readonly managed: readonly ManagedSetting[];
}

/** @throws HcmError HCM6101 before anything is changed: a file can't want something else than the organization does. */
export async function planSettings(host: Host, wanted: SettingsChange): Promise<readonly SettingChange[]> {
  const { changes, managed } = await planFreeSettings(host, wanted);
  const [refused] = managed;
  if (refused !== undefined) throw new HcmError('HCM6101', { name: refused.name, by: refused.by });
  return changes;
}

export async function planFreeSettings(host: Host, wanted: SettingsChange): Promise<SettingsPlan> {
  const { settings, managed } = await host.call('settings.get', {});
  const all = settingNames.flatMap((name) => {
    const to = wanted[name];
    return to === undefined || to === settings[name] ? [] : [{ name, from: settings[name], to }];
  });
  return {
    changes: all.filter((change) => !managed.some(({ name }) => name === change.name)),
    managed: managed.filter(({ name }) => all.some((change) => change.name === name)),
  };
}

/** @throws HcmError HCM1062; then none is changed. */
export async function applySettings(host: Host, changes: readonly SettingChange[]): Promise<void> {
  if (changes.length === 0) return;
  await host.call('settings.set', Object.fromEntries(changes.map(({ name, to }) => [name, to])));
}
