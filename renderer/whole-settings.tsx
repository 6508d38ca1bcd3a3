/** The page of settings with what other features show on it. */
import { AboutFacts } from './components/about-facts.tsx';
import { SettingsPage } from './features/settings/settings-page.tsx';
import { UpdateSettings } from './features/updates/update-settings.tsx';
import type { SettingsSection } from './store/ui-store.ts';

const extra = { updates: <UpdateSettings />, about: <AboutFacts /> };

export function WholeSettings({ section }: { readonly section: SettingsSection }) {
  return <SettingsPage section={section} extra={extra} />;
}
