/** Asks before the keys of a connection are fetched from Azure anew, and says which of them were new. */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { KeySlot } from '../../../electron/contract/connection.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { syncKeyTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { AzureError } from '../../components/azure/azure-error.tsx';
import { BusyButton } from '../../components/busy-button.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { useConnectionOfDialog } from '../../components/use-connection-of-dialog.ts';
import { useServices } from '../../services.tsx';

const useStyles = makeStyles({
  texts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

export function SyncKeysDialog({ id }: { readonly id: string }) {
  const styles = useStyles();
  const { bridge, shell, toasts, ui } = useServices();
  const onClose = ui.closeDialog;
  const view = useConnectionOfDialog(id, onClose);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  if (view === undefined) return null;
  const { name } = view.config;
  // Its key may do everything in the namespace: it is taken after a yes to exactly that.
  const asksForRoot = error?.code === 'HCM6041';

  async function sync(): Promise<void> {
    setBusy(true);
    try {
      const input = { id, mayUseRootKey: asksForRoot, ...byUser(shell.getState()) };
      const { changed, connection } = await bridge.call('azure.syncKeys', input);
      toasts.show(
        changed.length === 0 ? 'info' : 'success',
        fillText(syncedText(changed, connection.keys.hasSecondary), { name }),
      );
      onClose();
    } catch (problem) {
      setError(toErrorData(problem));
      setBusy(false);
    }
  }

  return (
    <DialogFrame
      isAlert
      title={fillText(syncKeyTexts.title, { name })}
      busy={isBusy}
      onClose={onClose}
      actions={
        <>
          <BusyButton
            isFirst
            busy={isBusy}
            label={asksForRoot ? syncKeyTexts.rootButton : syncKeyTexts.button}
            busyLabel={syncKeyTexts.busy}
            appearance={asksForRoot ? 'secondary' : 'primary'}
            onClick={() => void sync()}
          />
          <Button disabled={isBusy} onClick={onClose}>
            {dialogButtonTexts.cancel}
          </Button>
        </>
      }
    >
      <div className={styles.texts}>
        <p>{syncKeyTexts.text}</p>
        <p>{syncKeyTexts.when}</p>
        {error !== null && <AzureError error={error} />}
      </div>
    </DialogFrame>
  );
}

function syncedText(changed: readonly KeySlot[], hasSecondary: boolean): string {
  if (changed.length > 1) return syncKeyTexts.changedBoth;
  if (changed.includes('primary')) return syncKeyTexts.changedPrimary;
  if (changed.includes('secondary')) return syncKeyTexts.changedSecondary;
  return hasSecondary ? syncKeyTexts.same : syncKeyTexts.sameOne;
}
