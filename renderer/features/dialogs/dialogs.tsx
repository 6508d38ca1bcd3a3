/**
 * The dialog that is open, if it is one of these; those that read connection strings and the practice relay's belong to
 * features of their own, which the page shows beside this one.
 */
import { useServices, useUi } from '../../services.tsx';
import type { OpenDialog } from '../../store/ui-store.ts';
import { AboutDialog } from './about-dialog.tsx';
import { AcceptEndpointDialog } from './accept-endpoint-dialog.tsx';
import { ChangeEndpointDialog } from './change-endpoint-dialog.tsx';
import { CloseSessionDialog } from './close-session-dialog.tsx';
import { CloseSessionsDialog } from './close-sessions-dialog.tsx';
import { FinishDialog } from './finish-dialog.tsx';
import { HowToReplaceDialog } from './how-to-replace-dialog.tsx';
import { LimitsDialog } from './limits-dialog.tsx';
import { LogsDialog } from './logs-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';
import { RemoveSecondKeyDialog } from './remove-second-key-dialog.tsx';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { TestDialog } from './test-dialog.tsx';

export function Dialogs() {
  const { ui } = useServices();
  const dialog = useUi((state) => state.dialog);
  return dialog === null ? null : <DialogOf dialog={dialog} onClose={() => ui.closeDialog()} />;
}

interface DialogOfProps {
  readonly dialog: OpenDialog;
  readonly onClose: () => void;
}

function DialogOf({ dialog, onClose }: DialogOfProps) {
  switch (dialog.kind) {
    case 'remove':
      return <RemoveDialog ids={dialog.ids} onClose={onClose} />;
    case 'restart':
    case 'stop':
      return <FinishDialog action={dialog.kind} ids={dialog.ids} onClose={onClose} />;
    case 'closeSession': {
      const { sessionId, peer, startedAt } = dialog;
      return <CloseSessionDialog sessionId={sessionId} peer={peer} startedAt={startedAt} onClose={onClose} />;
    }
    case 'closeSessions':
      return <CloseSessionsDialog id={dialog.id} onClose={onClose} />;
    case 'removeSecondKey':
      return <RemoveSecondKeyDialog id={dialog.id} onClose={onClose} />;
    case 'acceptEndpoint':
      return <AcceptEndpointDialog id={dialog.id} host={dialog.host} port={dialog.port} onClose={onClose} />;
    case 'changeEndpoint':
      return <ChangeEndpointDialog id={dialog.id} onClose={onClose} />;
    case 'limits':
      return <LimitsDialog id={dialog.id} onClose={onClose} />;
    case 'test':
      return <TestDialog endpoint={dialog.endpoint} onClose={onClose} />;
    case 'howToReplace':
      return <HowToReplaceDialog ids={dialog.ids} onClose={onClose} />;
    case 'logs':
      return <LogsDialog onClose={onClose} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={onClose} />;
    case 'about':
      return <AboutDialog onClose={onClose} />;
    case 'enterManually':
    case 'import':
    case 'configure':
    case 'createInAzure':
    case 'accounts':
    case 'syncKeys':
    case 'rotateKeys':
    case 'endpointInAzure':
    case 'appsInAzure':
    case 'deleteInAzure':
    case 'replaceKey':
    case 'demo':
    case 'upgrade':
    case 'closing':
      return null;
  }
}
