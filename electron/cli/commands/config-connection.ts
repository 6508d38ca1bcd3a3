/** The limits of one connection, as `hcm config --connection` reads and changes them. */
import type { Host } from '../../contract/api.ts';
import {
  effectiveLimits,
  limitNames,
  settingOfLimit,
  type LimitName,
} from '../../contract/effective-limits.ts';
import { HcmError } from '../../contract/errors.ts';
import { limitTexts, settingUnitTexts } from '../../contract/messages/texts/settings.ts';
import { isLimitName, readLimitText, settingKind } from '../../contract/setting-values.ts';
import { askedBy } from '../asked-by.ts';
import type { CliIo } from '../cli-io.ts';
import type { ConfigRow } from '../render/config-rows.ts';
import { wrongUse } from '../wrong-use.ts';

export function requireLimitName(text: string): LimitName {
  if (!isLimitName(text)) throw wrongUse('unknownSetting', { names: limitNames.join(', ') });
  return text;
}

/** What holds, and in place of a default what the host's settings say. */
export async function limitRows(host: Host, id: string): Promise<readonly ConfigRow[]> {
  const { settings } = await host.call('settings.get', {});
  const { connections } = await host.call('connections.snapshot', {});
  const own = connections.find(({ config }) => config.id === id)?.config.limits;
  if (own === undefined) throw new HcmError('HCM1041', { id });
  const limits = effectiveLimits(own, settings);
  return limitNames.map((name) => ({
    name,
    value: limits[name],
    unit: settingUnitTexts[name] ?? '',
    default: settings[settingOfLimit[name]],
    isChanged: own[name] !== null,
    managedBy: null,
    allowed: settingKind(settingOfLimit[name]),
    about: limitTexts[name],
  }));
}

/** @throws HcmError HCM1062 */
export async function changeLimit(
  io: CliIo,
  host: Host,
  id: string,
  name: LimitName,
  text: string | undefined,
): Promise<void> {
  const reading = text === undefined ? { ok: true as const, value: null } : readLimitText(name, text);
  if (!reading.ok) throw new HcmError(reading.problem.code, reading.problem.details);
  await host.call('connections.setLimits', { id, limits: { [name]: reading.value }, ...askedBy(io) });
}
