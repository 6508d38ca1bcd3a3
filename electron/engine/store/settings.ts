/**
 * The host's settings in `settings.json`. A stored value outside its limits is reported and its default used. What the
 * organization has set counts instead of what is stored, and stays as it is whatever is asked for here.
 */
import { join } from 'node:path';
import { HcmError, type ErrorData } from '../../contract/errors.ts';
import type { ManagedSetting } from '../../contract/managed.ts';
import { settingLimits } from '../../contract/setting-values.ts';
import {
  readSettings,
  settingNames,
  settingsChangeSchema,
  type SettingName,
  type Settings,
  type SettingsChange,
} from '../../contract/settings.ts';
import { ManagedSettings } from '../policy/managed-settings.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { StoreOptions } from './connections.ts';
import { nodeFileSystem } from './file-system.ts';
import { JsonFile } from './json-file.ts';
import { settingsFormat, type StoredSettings } from './settings-format.ts';

export interface SettingsStore {
  /** Effective settings: the organization's over stored ones over defaults. */
  readonly settings: Settings;
  /** Those that were set on purpose, whatever their value. */
  readonly changed: readonly SettingName[];
  /** Those whose stored value is outside its limits, so that their defaults count. */
  readonly outside: readonly SettingName[];
  /** Those that the organization has set. */
  readonly managed: readonly ManagedSetting[];
  /** What of its policy doesn't count: HCM6102, HCM6103, HCM6104. */
  readonly policyProblems: readonly ErrorData[];
  readonly readOnly: HcmError | null;
  /** @throws HcmError HCM6101 when one of them is the organization's. */
  refuseManaged(names: readonly SettingName[]): void;
  /** Fails with HCM1062 when a value is outside its limits, with HCM6101 for a managed one; then none is changed. */
  change(change: SettingsChange): Promise<Settings>;
  /** Back to the defaults. */
  reset(names: readonly SettingName[]): Promise<Settings>;
  reload(): Promise<Settings>;
  /** Takes in what was changed in file and policy by others. @returns which settings have another value now. */
  reread(): Promise<readonly SettingName[]>;
  /** The same of the policy alone. */
  rereadPolicy(): Promise<readonly SettingName[]>;
}

export interface SettingsStoreOptions extends StoreOptions {
  /** What the organization has set; nobody when left out. */
  readonly managed?: ManagedSettings;
}

export async function openSettingsStore(options: SettingsStoreOptions): Promise<SettingsStore> {
  const { folder, report, fileSystem = nodeFileSystem(), now = Date.now } = options;
  const { managed = new ManagedSettings(null) } = options;
  const path = join(folder, 'settings.json');
  const file = await JsonFile.open({ path, format: settingsFormat, fileSystem, report, now });
  reportOutside(file.value, report);
  const look = async (): Promise<void> => (await managed.look()).forEach(report);
  await look();
  const inForce = (stored: StoredSettings): Settings => ({
    ...readSettings(stored).settings,
    ...withoutUndefined(managed.settings),
  });
  let read = { stored: file.value, policy: managed.settings, settings: inForce(file.value) };
  const effective = (): Settings => {
    if (read.stored !== file.value || read.policy !== managed.settings)
      read = { stored: file.value, policy: managed.settings, settings: inForce(file.value) };
    return read.settings;
  };
  const changedBy = async (act: () => Promise<unknown>): Promise<readonly SettingName[]> => {
    const before = effective();
    await act();
    const after = effective();
    return settingNames.filter((name) => before[name] !== after[name]);
  };
  return {
    // Asked for with every session.
    get settings() {
      return effective();
    },
    get changed() {
      return settingNames.filter((name) => file.value[name] !== undefined);
    },
    get outside() {
      return readSettings(file.value).outside;
    },
    get managed() {
      return managed.list;
    },
    get policyProblems() {
      return managed.problems;
    },
    get readOnly() {
      return file.readOnly;
    },
    refuseManaged: (names) => managed.refuse(names),
    change: async (change) => {
      const checked = checkChange(change);
      managed.refuse(namesOf(checked));
      return inForce(await file.update((stored) => ({ ...stored, ...checked })));
    },
    reset: async (names) => {
      managed.refuse(names);
      const kept = (stored: StoredSettings): StoredSettings =>
        Object.fromEntries(Object.entries(stored).filter(([name]) => !names.some((one) => one === name)));
      return inForce(await file.update(kept));
    },
    reread: () =>
      changedBy(async () => {
        const { after } = await file.reread();
        reportOutside(after, report);
        await look();
      }),
    rereadPolicy: () => changedBy(look),
    reload: async () => {
      await file.reload();
      reportOutside(file.value, report);
      return effective();
    },
  };
}

function namesOf(change: StoredSettings): readonly SettingName[] {
  return settingNames.filter((name) => change[name] !== undefined);
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
