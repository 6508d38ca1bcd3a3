/** Asks before one session is closed (design §9.5). */
import { toErrorData } from '../../../electron/contract/errors.ts';
import { formatDuration } from '../../../electron/contract/format.ts';
import { doneTexts } from '../../../electron/contract/messages/texts/actions.ts';
import { closeSessionTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
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
  const text = peer === '' ? closeSessionTexts.textWithoutPeer : closeSessionTexts.text;
  return (
    <ConfirmDialog
      title={closeSessionTexts.title}
      button={closeSessionTexts.button}
      destroys
      onConfirm={async () => {
        try {
          await bridge.call('sessions.kill', { id: sessionId, ...byUser(shell.getState()) });
        } catch (error) {
          const problem = toErrorData(error);
          // It ended by itself meanwhile: what was asked for is so.
          if (problem.code !== 'HCM1041') return problem;
        }
        toasts.show('success', doneTexts.sessionClosed);
        return null;
      }}
      onClose={onClose}
    >
      <p>{fillText(text, { peer, duration })}</p>
    </ConfirmDialog>
  );
}
