/** What stands around the field of a limit: its name with the unit, what 0 means, and what is wrong with a value. */
import { settingOfLimit, type LimitName } from '../../../electron/contract/effective-limits.ts';
import { limitNameTexts, limitsDialogTexts } from '../../../electron/contract/messages/texts/limits.ts';
import { settingUnitTexts } from '../../../electron/contract/messages/texts/settings.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { readLimitText, settingLimits } from '../../../electron/contract/setting-values.ts';

export function limitLabel(name: LimitName): string {
  const label = limitNameTexts[name];
  const unit = settingUnitTexts[name];
  return unit === undefined ? label : fillText(limitsDialogTexts.labelled, { name: label, unit });
}

export function limitHint(name: LimitName): { readonly hint?: string } {
  const zeros: Readonly<Partial<Record<LimitName, string>>> = limitsDialogTexts.zero;
  const zero = zeros[name];
  return zero === undefined ? {} : { hint: zero };
}

export function limitProblem(
  name: LimitName,
  text: string,
): { readonly validationState?: 'error'; readonly validationMessage?: string } {
  if (text.trim() === '' || readLimitText(name, text).ok) return {};
  const validationMessage = fillText(limitsDialogTexts.range, settingLimits(settingOfLimit[name]));
  return { validationState: 'error', validationMessage };
}
