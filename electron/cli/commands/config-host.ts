/** The host's settings, as `hcm config` reads and changes them. */
import type { Host } from '../../contract/api.ts';
import { HcmError } from '../../contract/errors.ts';
import { enSettings, enSettingUnits } from '../../contract/messages/en-settings.ts';
import { readSettingText, settingChange, settingKind } from '../../contract/setting-values.ts';
import { defaultSettings, settingNames, type SettingName } from '../../contract/settings.ts';
import type { ConfigRow } from '../render/config-rows.ts';
import { wrongUse } from '../wrong-use.ts';

export function requireSettingName(text: string): SettingName {
  const name = settingNames.find((one) => one === text);
  if (name === undefined) throw wrongUse('unknownSetting', { names: settingNames.join(', ') });
  return name;
}

export async function settingRows(host: Host): Promise<readonly ConfigRow[]> {
  const { settings, changed } = await host.call('settings.get', {});
  return settingNames.map((name) => ({
    name,
    value: settings[name],
    unit: enSettingUnits[name] ?? '',
    default: defaultSettings[name],
    isChanged: changed.includes(name),
    allowed: settingKind(name),
    about: enSettings[name],
  }));
}

/** @throws HcmError HCM1062 */
export async function changeSetting(host: Host, name: SettingName, value: string | undefined): Promise<void> {
  if (value === undefined) {
    await host.call('settings.reset', { names: [name] });
    return;
  }
  const reading = readSettingText(name, value);
  if (!reading.ok) throw new HcmError(reading.problem.code, reading.problem.details);
  await host.call('settings.set', settingChange(name, reading.value));
}
