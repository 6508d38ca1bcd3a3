/** Help: the sheet of keys, the log, and what this program is. */
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
import { enHeader } from '../../../electron/contract/messages/en-window.ts';
import { shortcutText } from '../../components/shortcuts.ts';
import { useServices, useShell } from '../../services.tsx';

export function HelpMenu() {
  const { ui } = useServices();
  const platform = useShell(({ app }) => app?.platform ?? '');
  return (
    <Menu positioning="below-end">
      <MenuTrigger disableButtonEnhancement>
        <Tooltip content={enHeader.help} relationship="label">
          <Button appearance="subtle" icon={<QuestionCircle20Regular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem
            secondaryContent={shortcutText('shortcuts', platform)}
            onClick={() => ui.openDialog({ kind: 'shortcuts' })}
          >
            {enHeader.shortcuts}
          </MenuItem>
          <MenuItem onClick={() => ui.openDialog({ kind: 'logs' })}>{enHeader.viewLogs}</MenuItem>
          <MenuItem onClick={() => ui.openDialog({ kind: 'about' })}>{enHeader.about}</MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
