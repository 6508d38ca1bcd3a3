/**
 * Asks before new sessions go to the endpoint that Azure names. It stands for the endpoint that was shown when it opened:
 * one that changes again meanwhile is refused by the host.
 */
import { toErrorData } from '../../../electron/contract/errors.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { acceptEndpointTexts, sessionsStayTexts } from '../../../electron/contract/messages/texts/keys.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { useConnectionOfDialog } from '../../components/use-connection-of-dialog.ts';
import { useServices } from '../../services.tsx';

export interface AcceptEndpointDialogProps {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  readonly onClose: () => void;
}

export function AcceptEndpointDialog({ id, host, port, onClose }: AcceptEndpointDialogProps) {
  const { bridge, shell, toasts } = useServices();
  const view = useConnectionOfDialog(id, onClose);
  if (view === undefined) return null;
  const { name, endpoint } = view.config;
  const azure = formatHostPort({ host, port });
  const here = endpoint === null ? '' : formatHostPort(endpoint);
  return (
    <ConfirmDialog
      title={fillText(acceptEndpointTexts.title, { name })}
      button={acceptEndpointTexts.button}
      // Nothing is lost, but sessions of other people go elsewhere: Enter alone must not do it.
      destroys
      onConfirm={async () => {
        try {
          await bridge.call('connections.acceptEndpoint', { id, host, port, ...byUser(shell.getState()) });
          toasts.show('success', fillText(acceptEndpointTexts.done, { name, azure }));
          return null;
        } catch (error) {
          return toErrorData(error);
        }
      }}
      onClose={onClose}
    >
      <p>{fillText(acceptEndpointTexts.text, { azure, here })}</p>
      {view.sessions > 0 && here !== '' && <p>{fillCounted(sessionsStayTexts, view.sessions, { here })}</p>}
    </ConfirmDialog>
  );
}
