/** Asks before connections are taken off this host (design §9.3). Afterwards the row below has the focus. */
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { removeTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { otherListenersText } from '../../../electron/contract/messages/redundancy-words.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { focusRegion } from '../../components/focus-region.ts';
import { useServices } from '../../services.tsx';
import { NamesList } from './names-list.tsx';
import { questionTitle, sessionsOf } from './question-title.ts';
import { useViews } from './use-views.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

export interface RemoveDialogProps {
  readonly ids: readonly string[];
  readonly onClose: () => void;
}

export function RemoveDialog({ ids, onClose }: RemoveDialogProps) {
  const actions = useConnectionActions();
  const { connections } = useServices();
  const views = useViews(ids);

  async function remove(): Promise<ErrorData | null> {
    // A second try is for the ones that are still there.
    const left = ids.filter((id) => connections.getState().views.has(id));
    const [failure] = await actions.perform('remove', left);
    // Wherever Remove was pressed: the table's own focus is on the next row by then, or goes there with the patch.
    if (failure === undefined) setTimeout(() => focusRegion('table'), 0);
    return failure?.error ?? null;
  }

  return (
    <ConfirmDialog
      title={questionTitle(removeTexts.title, views)}
      button={removeTexts.button}
      destroys
      onConfirm={remove}
      onClose={onClose}
    >
      <NamesList views={views} />
      <p>{removeText(views)}</p>
    </ConfirmDialog>
  );
}

function removeText(views: readonly ConnectionView[]): string {
  const sessions = sessionsOf(views);
  const closed = sessions === 0 ? [] : [fillCounted(removeTexts.sessions, sessions)];
  const others = otherListenersText(views, false);
  return joinSentences([
    ...closed,
    ...reachText(views),
    ...(others === null ? [] : [others]),
    removeTexts.nothingInAzure,
  ]);
}

/** Nothing to say of what no app reached anyway. */
function reachText(views: readonly ConnectionView[]): readonly string[] {
  const endpoints = views.flatMap(({ azure, config }) =>
    azure.status === 'discontinued' || config.endpoint === null ? [] : [config.endpoint],
  );
  const [first] = endpoints;
  if (first === undefined) return [];
  return views.length === 1
    ? [fillText(removeTexts.unreachable, { endpoint: formatHostPort(first) })]
    : [removeTexts.unreachableSeveral];
}
