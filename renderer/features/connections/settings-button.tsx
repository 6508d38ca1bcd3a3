/** Leads to the settings, from the header. */
import { Button, Tooltip } from '@fluentui/react-components';
import { Settings20Regular } from '@fluentui/react-icons';
import { headerTexts } from '../../../electron/contract/messages/texts/window.ts';
import { shortcuts, keyText } from '../../components/shortcuts.ts';
import { useServices, useShell } from '../../services.tsx';

export function SettingsButton() {
  const { ui } = useServices();
  const platform = useShell(({ app }) => app?.platform ?? '');
  const [key] = shortcuts.settings.keys;
  return (
    <Tooltip content={`${headerTexts.settings} (${keyText(key, platform)})`} relationship="description">
      <Button
        appearance="subtle"
        icon={<Settings20Regular />}
        aria-label={headerTexts.settings}
        onClick={() => ui.openPage({ kind: 'settings', section: 'general' })}
      />
    </Tooltip>
  );
}
