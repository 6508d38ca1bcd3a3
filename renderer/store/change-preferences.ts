/** A change of how the person likes the window: shown at once, kept by the app, taken back when the app says otherwise. */
import type { WindowCallInput } from '../../electron/contract/shell-api.ts';
import type { Services } from '../services.tsx';
import { showLanguage } from './page-language.ts';

/** Never rejects. @returns whether the app keeps it. */
export async function changePreferences(
  { bridge, shell }: Pick<Services, 'bridge' | 'shell'>,
  change: WindowCallInput<'preferences.set'>,
): Promise<boolean> {
  const before = shell.getState().preferences;
  shell.setState({ preferences: Object.assign({ ...before }, change) });
  try {
    const { preferences, language } = await bridge.call('preferences.set', change);
    shell.setState({ preferences });
    await showLanguage({ shell }, language);
    return true;
  } catch {
    // The window goes on as the person wants it; only the next start won't know.
    return false;
  }
}
