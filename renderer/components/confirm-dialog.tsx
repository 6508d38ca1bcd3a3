/**
 * A question before something is done. What destroys is never the default: Cancel has the focus then. While it is being
 * done the buttons wait; what went wrong is told in the dialog, which stays.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { toErrorData, type ErrorData } from '../../electron/contract/errors.ts';
import { dialogButtonTexts } from '../../electron/contract/messages/texts/dialogs.ts';
import { BusyButton } from './busy-button.tsx';
import { DialogFrame, initialFocus } from './dialog-frame.tsx';
import { ErrorCallout } from './error-callout.tsx';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly button: string;
  /** It destroys something that can't be brought back. */
  readonly destroys: boolean;
  /** @returns what went wrong, null when it is done: the dialog closes then. */
  readonly onConfirm: () => Promise<ErrorData | null>;
  readonly onClose: () => void;
}

const useStyles = makeStyles({ error: { marginTop: tokens.spacingVerticalL } });

export function ConfirmDialog({ title, children, button, destroys, onConfirm, onClose }: ConfirmDialogProps) {
  const styles = useStyles();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);

  async function confirm(): Promise<void> {
    setBusy(true);
    setError(null);
    const problem = await onConfirm().catch(toErrorData);
    setBusy(false);
    setError(problem);
    if (problem === null) onClose();
  }

  return (
    <DialogFrame
      isAlert
      title={title}
      busy={busy}
      onClose={onClose}
      actions={
        <>
          <BusyButton
            busy={busy}
            label={button}
            busyLabel={dialogButtonTexts.saving}
            appearance={destroys ? 'secondary' : 'primary'}
            isFirst={!destroys}
            onClick={() => void confirm()}
          />
          <Button
            appearance={destroys ? 'primary' : 'secondary'}
            disabled={busy}
            onClick={onClose}
            {...(destroys ? initialFocus : {})}
          >
            {dialogButtonTexts.cancel}
          </Button>
        </>
      }
    >
      {children}
      {error !== null && (
        <div className={styles.error}>
          <ErrorCallout error={error} />
        </div>
      )}
    </DialogFrame>
  );
}
