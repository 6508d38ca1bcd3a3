/**
 * What can be done with the selected connections: the actions of the status table (design §4) that this version can do,
 * always in the same order. Pure.
 */
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { actionLabelTexts } from '../../electron/contract/messages/texts/actions.ts';
import { allowedActions, type AzureStatus } from '../../electron/contract/status.ts';
import { shortcutText, type ShortcutName } from './shortcuts.ts';

/** In the order of every menu. Path doctor and the explanations of a policy have nothing behind them yet. */
export const offeredActions = [
  'restart',
  'start',
  'stop',
  'retryNow',
  'replaceKey',
  'closeSessionsNow',
  'openInAzure',
  'howToReplace',
  'test',
  'copyDetails',
  'remove',
] as const;

export type OfferedAction = (typeof offeredActions)[number];

/** Actions that the host does at once for each connection. */
export type HostAction = 'restart' | 'start' | 'stop' | 'retryNow';

export interface ActionOffer {
  readonly action: OfferedAction;
  readonly label: string;
  /** Null where no key does it. */
  readonly shortcut: string | null;
}

const always: readonly OfferedAction[] = ['test', 'copyDetails', 'remove'];

/** They ask for, or lead to, something of one connection alone. */
const onlyForOne: readonly OfferedAction[] = ['replaceKey', 'closeSessionsNow', 'openInAzure', 'test'];

const shortcutOf: Readonly<Partial<Record<OfferedAction, ShortcutName>>> = { test: 'test', remove: 'remove' };

export function allows(view: ConnectionView, action: OfferedAction): boolean {
  return always.includes(action) || allowedActions(view.azure.status).some((allowed) => allowed === action);
}

/** The ones of the selection that an action touches: a mixed selection enables what at least one allows. */
export function touchedBy(
  views: readonly ConnectionView[],
  action: OfferedAction,
): readonly ConnectionView[] {
  return views.filter((view) => allows(view, action));
}

export function actionsFor(views: readonly ConnectionView[], platform = ''): readonly ActionOffer[] {
  const isOffered = (action: OfferedAction): boolean =>
    (views.length === 1 || !onlyForOne.includes(action)) && touchedBy(views, action).length > 0;
  return offeredActions.filter(isOffered).map((action) => {
    const shortcut = shortcutOf[action];
    return {
      action,
      label: actionLabelTexts[action],
      shortcut: shortcut === undefined ? null : shortcutText(shortcut, platform),
    };
  });
}

/** The state that a click leads to; open sessions get time to finish first. */
export function expectedStatus(action: HostAction, { sessions }: ConnectionView): AzureStatus {
  switch (action) {
    case 'start':
    case 'retryNow':
      return 'connecting';
    case 'restart':
      return sessions > 0 ? 'stopping' : 'connecting';
    case 'stop':
      return sessions > 0 ? 'stopping' : 'stopped';
  }
}
