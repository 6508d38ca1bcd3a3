/** Asks before the sessions that a stopping connection lets finish are closed at once (design §4). */
import { toErrorData } from '../../../electron/contract/errors.ts';
import { enDoneSeveral } from '../../../electron/contract/messages/en-actions.ts';
import { enCloseSessions } from '../../../electron/contract/messages/en-dialogs.ts';
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
      title={fillText(enCloseSessions.title, { name: views[0]?.config.name ?? '' })}
      button={enCloseSessions.button}
      destroys
      onConfirm={async () => {
        try {
          const { closedSessions } = await bridge.call('connections.closeSessions', {
            id,
            ...byUser(shell.getState()),
          });
          toasts.show('success', fillCounted(enDoneSeveral.sessionsClosed, closedSessions));
          return null;
        } catch (error) {
          return toErrorData(error);
        }
      }}
      onClose={onClose}
    >
      <p>{sessions === 0 ? enCloseSessions.none : fillCounted(enCloseSessions.text, sessions)}</p>
    </ConfirmDialog>
  );
}
