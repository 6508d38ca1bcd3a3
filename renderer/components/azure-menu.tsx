/** What a connection offers about Azure, as one item of its menu that opens to the side. */
import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { azureRowActionTexts } from '../../electron/contract/messages/texts/azure-row.ts';
import { azureActionsFor, callOfAzureAction } from './azure-row-actions.ts';
import { useConnectionActions } from './connection-actions.ts';
import { HostMenuItem } from './host-controls.tsx';

export function AzureMenu({ view }: { readonly view: ConnectionView }) {
  const actions = useConnectionActions();
  const offered = azureActionsFor(view);
  if (offered.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{azureRowActionTexts.menu}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {offered.map((action) => (
            <HostMenuItem
              key={action}
              needs={callOfAzureAction[action]}
              onClick={() => actions.runInAzure(action, view.config.id)}
            >
              {azureRowActionTexts[action]}
            </HostMenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
