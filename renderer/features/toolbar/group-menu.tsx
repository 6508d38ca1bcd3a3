/** The header's chips as a menu, where the window is too narrow for them (design §16). */
import {
  Button,
  Menu,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tooltip,
} from '@fluentui/react-components';
import { FilterFilled, FilterRegular } from '@fluentui/react-icons';
import { toolbarTexts } from '../../../electron/contract/messages/texts/toolbar.ts';
import { groupCounts, groupWord } from '../../../electron/contract/messages/host-sentence.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import type { StatusGroup } from '../../../electron/contract/status.ts';
import { useConnections, useServices, useUi } from '../../services.tsx';

const groups: readonly StatusGroup[] = ['attention', 'recovering', 'working', 'off'];

const all = 'all';

export function GroupMenu() {
  const { ui } = useServices();
  const views = useConnections((state) => state.views);
  const group = useUi((state) => state.group);
  const counts = groupCounts([...views.values()]);
  // The one that filters now stays, or nobody could see why the table is empty.
  const shown = groups.filter((one) => counts[one] > 0 || one === group);
  const label = group === null ? toolbarTexts.groups : `${toolbarTexts.groups}: ${groupWord(group)}`;
  return (
    <Menu
      checkedValues={{ group: [group ?? all] }}
      onCheckedValueChange={(_event, { checkedItems }) => {
        const chosen = groups.find((one) => one === checkedItems[0]) ?? null;
        if (chosen !== group) ui.toggleGroup(chosen ?? group ?? 'attention');
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Tooltip relationship="label" content={label}>
          <Button appearance="subtle" icon={group === null ? <FilterRegular /> : <FilterFilled />} />
        </Tooltip>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItemRadio name="group" value={all}>
            {toolbarTexts.allGroups}
          </MenuItemRadio>
          {shown.map((one) => (
            <MenuItemRadio key={one} name="group" value={one}>
              {fillText(toolbarTexts.group, { word: groupWord(one), count: counts[one] })}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
