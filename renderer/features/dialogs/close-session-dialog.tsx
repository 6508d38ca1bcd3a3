/** Asks before one session is closed (design §9.5). */
import { toErrorData } from '../../../electron/contract/errors.ts';
import { formatDuration } from '../../../electron/contract/format.ts';
import { enDone } from '../../../electron/contract/messages/en-actions.ts';
import { enCloseSession } from '../../../electron/contract/messages/en-dialogs.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { useNow, useServices } from '../../services.tsx';

export interface CloseSessionDialogProps {
  readonly sessionId: string;
  /** Address of the app; empty when the relay didn't say it. */
  readonly peer: string;
  readonly startedAt: number;
  readonly onClose: () => void;
}

export function CloseSessionDialog({ sessionId, peer, startedAt, onClose }: CloseSessionDialogProps) {
  const { bridge, shell, toasts } = useServices();
  const duration = formatDuration(Math.max(0, useNow() - startedAt));
  const text = peer === '' ? enCloseSession.textWithoutPeer : enCloseSession.text;
  return (
    <ConfirmDialog
      title={enCloseSession.title}
      button={enCloseSession.button}
      destroys
      onConfirm={async () => {
        try {
          await bridge.call('sessions.kill', { id: sessionId, ...byUser(shell.getState()) });
        } catch (error) {
          const problem = toErrorData(error);
          // It ended by itself meanwhile: what was asked for is so.
          if (problem.code !== 'HCM1041') return problem;
        }
        toasts.show('success', enDone.sessionClosed);
        return null;
      }}
      onClose={onClose}
    >
      <p>{fillText(text, { peer, duration })}</p>
    </ConfirmDialog>
  );
}
