/**
 * How the person likes the window, before anything of it is drawn: nobody should see it in another language first. Without an
 * answer the page goes on as it is by default.
 */
import type { Services } from '../services.tsx';
import { showLanguage } from './page-language.ts';

export async function readPreferences(services: Pick<Services, 'bridge' | 'shell'>): Promise<void> {
  try {
    const { preferences, language } = await services.bridge.call('preferences.get', {});
    services.shell.setState({ preferences });
    await showLanguage(services, language);
  } catch {
    // What doesn't work will be said by what is asked next.
  }
}
