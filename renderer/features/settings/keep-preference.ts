/** A preference that is changed on the page of settings, where the person wants to know whether it was kept. */
import { HcmError } from '../../../electron/contract/errors.ts';
import { changePreferences } from '../../store/change-preferences.ts';

/** @throws HcmError HCM4005: it counts until the app ends. */
export async function keepPreference(...args: Parameters<typeof changePreferences>): Promise<void> {
  if (!(await changePreferences(...args))) throw new HcmError('HCM4005');
}
