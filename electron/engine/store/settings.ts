/** The host's settings in `settings.json`. A stored value outside its limits is reported and its default used. */
import { join } from 'node:path';
import { HcmError } from '../../contract/errors.ts';
import { settingLimits } from '../../contract/setting-values.ts';
import {
  readSettings,
  settingNames,
  settingsChangeSchema,
  type SettingName,
  type Settings,
  type SettingsChange,
} from '../../contract/settings.ts';
import type { StoreOptions } from './connections.ts';
import { nodeFileSystem } from './file-system.ts';
import { JsonFile } from './json-file.ts';
import { settingsFormat, type StoredSettings } from './settings-format.ts';

export interface SettingsStore {
  /** Effective settings: stored ones over defaults. */
  readonly settings: Settings;
  /** Those that were set on purpose, whatever their value. */
  readonly changed: readonly SettingName[];
  /** Those whose stored value is outside its limits, so that their defaults count. */
  readonly outside: readonly SettingName[];
  readonly readOnly: HcmError | null;
  /** Fails with HCM1062 when a value is outside its limits; then none is changed. */
  change(change: SettingsChange): Promise<Settings>;
  /** Back to the defaults. */
  reset(names: readonly SettingName[]): Promise<Settings>;
  reload(): Promise<Settings>;
  /** Takes in what was changed in the file by others. @returns which settings have another value now. */
  reread(): Promise<readonly SettingName[]>;
}

export async function openSettingsStore(options: StoreOptions): Promise<SettingsStore> {
  const { folder, report, fileSystem = nodeFileSystem(), now = Date.now } = options;
  const path = join(folder, 'settings.json');
  const file = await JsonFile.open({ path, format: settingsFormat, fileSystem, report, now });
  reportOutside(file.value, report);
  let read = { stored: file.value, settings: readSettings(file.value).settings };
  return {
    // Asked for with every session.
    get settings() {
      if (read.stored !== file.value)
        read = { stored: file.value, settings: readSettings(file.value).settings };
      return read.settings;
    },
    get changed() {
      return settingNames.filter((name) => file.value[name] !== undefined);
    },
    get outside() {
      return readSettings(file.value).outside;
    },
    get readOnly() {
      return file.readOnly;
    },
    change: async (change) => {
      const checked = checkChange(change);
      return readSettings(await file.update((stored) => ({ ...stored, ...checked }))).settings;
    },
    reset: async (names) => {
      const kept = (stored: StoredSettings): StoredSettings =>
        Object.fromEntries(Object.entries(stored).filter(([name]) => !names.some((one) => one === name)));
      return readSettings(await file.update(kept)).settings;
    },
    reread: async () => {
      const { before, after } = await file.reread();
      reportOutside(after, report);
      const [old, now] = [readSettings(before).settings, readSettings(after).settings];
      return settingNames.filter((name) => old[name] !== now[name]);
    },
    reload: async () => {
      await file.reload();
      reportOutside(file.value, report);
      return readSettings(file.value).settings;
    },
  };
}

function checkChange(change: SettingsChange): StoredSettings {
  const checked = settingsChangeSchema.safeParse(change);
  if (checked.success) {
    return Object.fromEntries(Object.entries(checked.data).filter(([, value]) => value !== undefined));
  }
  const name = checked.error.issues[0]?.path[0];
  const known = settingNames.find((setting) => setting === name);
  throw new HcmError('HCM1062', known === undefined ? { name: 'unknown' } : settingLimits(known));
}

function reportOutside(stored: StoredSettings, report: (problem: HcmError) => void): void {
  for (const name of readSettings(stored).outside) report(new HcmError('HCM1062', { name }));
}
