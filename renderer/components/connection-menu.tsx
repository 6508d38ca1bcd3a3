/**
 * The menu of one or several connections: row context menu, "More" of the details. Same order everywhere (design §6): Open
 * details, what their states allow, Azure, Copy, Remove.
 */
import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  type PositioningVirtualElement,
} from '@fluentui/react-components';
import { useMemo } from 'react';
import { connectionRow, type ConnectionRow } from '../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { actionLabelTexts, copyMenuTexts } from '../../electron/contract/messages/texts/actions.ts';
import { useConnections, useShell } from '../services.tsx';
import { actionsFor, type ActionOffer } from './actions-for.ts';
import { AzureMenu } from './azure-menu.tsx';
import { useConnectionActions } from './connection-actions.ts';
import { HostMenuItem } from './host-controls.tsx';
import { callOfAction } from './needed-call.ts';
import { shortcutText } from './shortcuts.ts';
import { useReturnFocus } from './use-return-focus.ts';

export interface Point {
  /** CSS pixels from the window's left edge. */
  readonly x: number;
  readonly y: number;
}

export interface ConnectionMenuProps {
  readonly ids: readonly string[];
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Where it opens: the pointer, or the row's corner when a key asked for it. */
  readonly at: Point;
}

/** Context menu at a point. */
export function ConnectionMenu({ ids, open, onOpenChange, at }: ConnectionMenuProps) {
  const target = useMemo(() => pointTarget(at), [at]);
  return (
    <Menu
      open={open}
      onOpenChange={(_event, data) => onOpenChange(data.open)}
      positioning={{ target, position: 'below', align: 'start' }}
    >
      <MenuPopover>
        <MenuList>
          <ItemsAtPoint ids={ids} />
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** There only while the menu is open. It has no button that could have the focus back. */
function ItemsAtPoint({ ids }: { readonly ids: readonly string[] }) {
  useReturnFocus();
  return <ConnectionMenuItems ids={ids} />;
}

/** The items alone, for a menu that has a button of its own. */
export function ConnectionMenuItems({ ids }: { readonly ids: readonly string[] }) {
  const actions = useConnectionActions();
  const platform = useShell(({ app }) => app?.platform ?? '');
  const all = useConnections(({ views }) => views);
  const views = ids.flatMap((id) => all.get(id) ?? []);
  const [first] = views;
  if (first === undefined) return null;
  const offers = actionsFor(views, platform);
  // They have places of their own: in the menu Copy, and the end.
  const ownPlace = offers.filter(({ action }) => action !== 'copyDetails' && action !== 'remove');
  const atEnd = offers.filter(({ action }) => action === 'remove');
  const item = ({ action, label, shortcut }: ActionOffer) => (
    <HostMenuItem
      key={action}
      needs={callOfAction[action]}
      secondaryContent={shortcut}
      onClick={() => actions.run(action, ids)}
    >
      {label}
    </HostMenuItem>
  );
  return (
    <>
      {views.length === 1 && (
        <MenuItem
          secondaryContent={shortcutText('openDetails', platform)}
          onClick={() => actions.openDetails(first.config.id)}
        >
          {actionLabelTexts.openDetails}
        </MenuItem>
      )}
      {ownPlace.map(item)}
      {views.length === 1 && <AzureMenu view={first} />}
      <CopyMenu views={views} />
      <MenuDivider />
      {atEnd.map(item)}
    </>
  );
}

function CopyMenu({ views }: { readonly views: readonly ConnectionView[] }) {
  const actions = useConnectionActions();
  const rows = views.map(connectionRow);
  const texts = {
    name: linesOf(rows, ({ name }) => name),
    endpoint: linesOf(rows, ({ endpoint }) => endpoint),
    address: linesOf(rows, ({ serviceBusEndpoint }) => serviceBusEndpoint),
  };
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem>{copyMenuTexts.copy}</MenuItem>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          <MenuItem onClick={() => actions.copy(texts.name)}>{copyMenuTexts.name}</MenuItem>
          {texts.endpoint !== '' && (
            <MenuItem onClick={() => actions.copy(texts.endpoint)}>{copyMenuTexts.endpoint}</MenuItem>
          )}
          <MenuItem onClick={() => actions.copy(texts.address)}>{copyMenuTexts.address}</MenuItem>
          <MenuItem onClick={() => actions.copyDetails(views.map(({ config }) => config.id))}>
            {copyMenuTexts.details}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** One line for each connection that has such a value. */
function linesOf(rows: readonly ConnectionRow[], value: (row: ConnectionRow) => string | null): string {
  return rows.flatMap((row) => value(row) ?? []).join('\n');
}

function pointTarget({ x, y }: Point): PositioningVirtualElement {
  return {
    getBoundingClientRect: () => ({ x, y, top: y, left: x, bottom: y, right: x, width: 0, height: 0 }),
  };
}
