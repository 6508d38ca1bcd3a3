/** Asks before the sessions that a stopping connection lets finish are closed at once (design §4). */
import { toErrorData } from '../../../electron/contract/errors.ts';
import { doneSeveralTexts } from '../../../electron/contract/messages/texts/actions.ts';
import { closeSessionsTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { useServices } from '../../services.tsx';
import { sessionsOf } from './question-title.ts';
import { useViews } from './use-views.ts';

export interface CloseSessionsDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

export function CloseSessionsDialog({ id, onClose }: CloseSessionsDialogProps) {
  const { bridge, shell, toasts } = useServices();
  const views = useViews([id]);
  const sessions = sessionsOf(views);
  return (
    <ConfirmDialog
      title={fillText(closeSessionsTexts.title, { name: views[0]?.config.name ?? '' })}
      button={closeSessionsTexts.button}
      destroys
      onConfirm={async () => {
        try {
          const { closedSessions } = await bridge.call('connections.closeSessions', {
            id,
            ...byUser(shell.getState()),
          });
          toasts.show('success', fillCounted(doneSeveralTexts.sessionsClosed, closedSessions));
          return null;
        } catch (error) {
          return toErrorData(error);
        }
      }}
      onClose={onClose}
    >
      <p>{sessions === 0 ? closeSessionsTexts.none : fillCounted(closeSessionsTexts.text, sessions)}</p>
    </ConfirmDialog>
  );
}
