/** Help: its pages, the sheet of keys, the log, and what this program is. */
import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { QuestionCircle20Regular } from '@fluentui/react-icons';
import { headerTexts } from '../../../electron/contract/messages/texts/window.ts';
import { shortcutText } from '../../components/shortcuts.ts';
import { useServices, useShell } from '../../services.tsx';

export function HelpMenu() {
  const { ui } = useServices();
  const platform = useShell(({ app }) => app?.platform ?? '');
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={headerTexts.help} relationship="label">
          <Button appearance="subtle" icon={<QuestionCircle20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            secondaryContent={shortcutText('help', platform)}
            onClick={() => ui.openPage({ kind: 'help', topic: 'start' })}
          >
            {headerTexts.help}
          </MenuItem>
          <MenuItem
            secondaryContent={shortcutText('shortcuts', platform)}
            onClick={() => ui.openDialog({ kind: 'shortcuts' })}
          >
            {headerTexts.shortcuts}
          </MenuItem>
          <MenuItem onClick={() => ui.openDialog({ kind: 'logs' })}>{headerTexts.viewLogs}</MenuItem>
          <MenuItem onClick={() => ui.openDialog({ kind: 'about' })}>{headerTexts.about}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
