/** The host's settings, as `hcm config` reads and changes them. */
import type { Host } from '../../contract/api.ts';
import { HcmError } from '../../contract/errors.ts';
import { settingTexts, settingUnitTexts } from '../../contract/messages/texts/settings.ts';
import { readSettingText, settingChange, settingKind } from '../../contract/setting-values.ts';
import { settingNames, type SettingName } from '../../contract/settings.ts';
import { defaultSettings } from '../../contract/default-settings.ts';
import type { ConfigRow } from '../render/config-rows.ts';
import { wrongUse } from '../wrong-use.ts';

export function requireSettingName(text: string): SettingName {
  const name = settingNames.find((one) => one === text);
  if (name === undefined) throw wrongUse('unknownSetting', { names: settingNames.join(', ') });
  return name;
}

export async function settingRows(host: Host): Promise<readonly ConfigRow[]> {
  const { settings, changed, managed } = await host.call('settings.get', {});
  return settingNames.map((name) => ({
    name,
    value: settings[name],
    unit: settingUnitTexts[name] ?? '',
    default: defaultSettings[name],
    isChanged: changed.includes(name),
    managedBy: managed.find((one) => one.name === name)?.by ?? null,
    allowed: settingKind(name),
    about: settingTexts[name],
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
