/** Everything else of the toolbar: actions that are rarer or found no room, the log, and how the table looks. */
import {
  Button,
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { actionLabelTexts } from '../../../electron/contract/messages/texts/actions.ts';
import {
  columnNameTexts,
  densityTexts,
  toolbarTexts,
} from '../../../electron/contract/messages/texts/toolbar.ts';
import { columnNames, type ColumnName } from '../../../electron/contract/default-preferences.ts';
import { touchedBy, type OfferedAction } from '../../components/actions-for.ts';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { HostMenuItem } from '../../components/host-controls.tsx';
import { callOfAction } from '../../components/needed-call.ts';
import { shortcutText } from '../../components/shortcuts.ts';
import { useServices, useShell } from '../../services.tsx';
import { changePreferences } from '../../store/change-preferences.ts';

export interface MoreMenuProps {
  readonly selected: readonly ConnectionView[];
  /** Start and Stop have no buttons of their own. */
  readonly isIconOnly: boolean;
  /** Nor have Restart, Remove and Test. */
  readonly isNarrow: boolean;
}

export function MoreMenu({ selected, isIconOnly, isNarrow }: MoreMenuProps) {
  const { ui } = useServices();
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <Tooltip relationship="label" content={toolbarTexts.more}>
          <Button appearance="subtle" icon={<MoreHorizontalRegular />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {isNarrow && (
            <>
              <SelectionItem action="restart" selected={selected} />
              <TestItem selected={selected} />
              <SelectionItem action="remove" selected={selected} />
              <MenuDivider />
            </>
          )}
          {isIconOnly && (
            <>
              <SelectionItem action="start" selected={selected} />
              <SelectionItem action="stop" selected={selected} />
            </>
          )}
          <SelectionItem action="retryNow" selected={selected} />
          <SelectionItem action="replaceKey" selected={selected} onlyForOne />
          <MenuDivider />
          <MenuItem onClick={() => ui.openDialog({ kind: 'logs' })}>{toolbarTexts.viewLogs}</MenuItem>
          <SelectionItem action="copyDetails" selected={selected} />
          <MenuDivider />
          <DensityMenu />
          <ColumnsMenu />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

interface SelectionItemProps {
  readonly action: OfferedAction & keyof typeof actionLabelTexts;
  readonly selected: readonly ConnectionView[];
  readonly onlyForOne?: true;
}

function SelectionItem({ action, selected, onlyForOne }: SelectionItemProps) {
  const actions = useConnectionActions();
  const platform = useShell(({ app }) => app?.platform ?? '');
  const ids = selected.map(({ config }) => config.id);
  const isOffered = touchedBy(selected, action).length > 0 && (onlyForOne !== true || ids.length === 1);
  return (
    <HostMenuItem
      needs={callOfAction[action]}
      disabled={!isOffered}
      secondaryContent={action === 'remove' ? shortcutText('remove', platform) : null}
      onClick={() => actions.run(action, ids)}
    >
      {actionLabelTexts[action]}
    </HostMenuItem>
  );
}

/** Any host and port can be tested, so it needs no selection. */
function TestItem({ selected }: { readonly selected: readonly ConnectionView[] }) {
  const actions = useConnectionActions();
  const platform = useShell(({ app }) => app?.platform ?? '');
  return (
    <HostMenuItem
      needs={callOfAction.test}
      secondaryContent={shortcutText('test', platform)}
      onClick={() => actions.testSelected(selected)}
    >
      {actionLabelTexts.test}
    </HostMenuItem>
  );
}

function DensityMenu() {
  const services = useServices();
  const density = useShell(({ preferences }) => preferences.density);
  return (
    <Menu
      checkedValues={{ density: [density] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const chosen = checkedItems[0] === 'compact' ? 'compact' : 'normal';
        void changePreferences(services, { density: chosen });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{toolbarTexts.density}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="density" value="normal">
            {densityTexts.normal}
          </MenuItemRadio>
          <MenuItemRadio name="density" value="compact">
            {densityTexts.compact}
          </MenuItemRadio>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** Name and Status are what a row is about. */
const alwaysShown: readonly ColumnName[] = ['name', 'status'];

const hideable = columnNames.filter((column) => !alwaysShown.includes(column));

function ColumnsMenu() {
  const services = useServices();
  const hidden = useShell(({ preferences }) => preferences.hiddenColumns);
  const shown = hideable.filter((column) => !hidden.includes(column));
  return (
    <Menu
      checkedValues={{ columns: [...shown] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const hiddenColumns = hideable.filter((column) => !checkedItems.includes(column));
        void changePreferences(services, { hiddenColumns });
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{toolbarTexts.columns}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {hideable.map((column) => (
            <MenuItemCheckbox key={column} name="columns" value={column}>
              {columnNameTexts[column]}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
