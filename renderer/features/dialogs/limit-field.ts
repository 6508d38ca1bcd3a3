/** What stands around the field of a limit: its name with the unit, what 0 means, and what is wrong with a value. */
import { settingOfLimit, type LimitName } from '../../../electron/contract/effective-limits.ts';
import { enLimitNames, enLimitsDialog } from '../../../electron/contract/messages/en-limits.ts';
import { enSettingUnits } from '../../../electron/contract/messages/en-settings.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { readLimitText, settingLimits } from '../../../electron/contract/setting-values.ts';

export function limitLabel(name: LimitName): string {
  const label = enLimitNames[name];
  const unit = enSettingUnits[name];
  return unit === undefined ? label : fillText(enLimitsDialog.labelled, { name: label, unit });
}

const zeros: Readonly<Partial<Record<LimitName, string>>> = enLimitsDialog.zero;

export function limitHint(name: LimitName): { readonly hint?: string } {
  const zero = zeros[name];
  return zero === undefined ? {} : { hint: zero };
}

export function limitProblem(
  name: LimitName,
  text: string,
): { readonly validationState?: 'error'; readonly validationMessage?: string } {
  if (text.trim() === '' || readLimitText(name, text).ok) return {};
  const validationMessage = fillText(enLimitsDialog.range, settingLimits(settingOfLimit[name]));
  return { validationState: 'error', validationMessage };
}
