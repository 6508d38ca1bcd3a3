/** Asks before the second key of a connection is forgotten; it may be the one that keeps it going. */
import { toErrorData } from '../../../electron/contract/errors.ts';
import { removeKeyTexts } from '../../../electron/contract/messages/texts/keys.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { useConnectionOfDialog } from '../../components/use-connection-of-dialog.ts';
import { useServices } from '../../services.tsx';

export interface RemoveSecondKeyDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

export function RemoveSecondKeyDialog({ id, onClose }: RemoveSecondKeyDialogProps) {
  const { bridge, shell, toasts } = useServices();
  const view = useConnectionOfDialog(id, onClose);
  if (view === undefined) return null;
  const { name } = view.config;
  const carries = view.keys.inUse === 'secondary' && view.keys.refused.some(({ slot }) => slot === 'primary');
  return (
    <ConfirmDialog
      title={fillText(removeKeyTexts.title, { name })}
      button={removeKeyTexts.button}
      destroys
      onConfirm={async () => {
        try {
          await bridge.call('connections.removeSecondaryKey', { id, ...byUser(shell.getState()) });
          toasts.show('success', fillText(removeKeyTexts.done, { name }));
          return null;
        } catch (error) {
          return toErrorData(error);
        }
      }}
      onClose={onClose}
    >
      <p>{carries ? removeKeyTexts.inUse : removeKeyTexts.text}</p>
    </ConfirmDialog>
  );
}
