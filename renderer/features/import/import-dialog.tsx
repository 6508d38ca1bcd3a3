/**
 * Import…: choose a file, see what it does, verify, switch. Nothing is changed before the last button; what is on this host
 * is overwritten only where it was ticked.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { importCountTexts, importDialogTexts } from '../../../electron/contract/messages/texts/import.ts';
import { fillCounted } from '../../../electron/contract/messages/message-text.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useServices } from '../../services.tsx';
import { ChooseStep } from './choose-step.tsx';
import { ImportHints, ImportNext, ImportOrigin } from './import-hints.tsx';
import { ImportSteps } from './import-steps.tsx';
import { ImportSummary } from './import-summary.tsx';
import { ImportTable } from './import-table.tsx';
import type { ImportState } from './import-state.ts';
import { PassphraseForm, passphraseFormId } from './passphrase-form.tsx';
import { useImport, type ImportActions } from './use-import.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

interface StepProps {
  readonly state: ImportState;
  readonly actions: ImportActions;
}

export function ImportDialog() {
  const styles = useStyles();
  const { ui } = useServices();
  const { state, actions } = useImport();
  const { error } = state;
  return (
    <DialogFrame
      title={importDialogTexts.title}
      size="choice"
      busy={state.busy === 'importing'}
      onClose={ui.closeDialog}
      actions={<Buttons state={state} actions={actions} onClose={ui.closeDialog} />}
    >
      <div className={styles.content}>
        <ImportSteps step={state.step} />
        {error !== null && <ErrorCallout error={error} />}
        <Step state={state} actions={actions} />
      </div>
    </DialogFrame>
  );
}

function Step({ state, actions }: StepProps) {
  const { step, busy, file } = state;
  if (step === 'choose') return <ChooseStep busy={busy !== null} actions={actions} />;
  if (step === 'locked') return <PassphraseForm file={file} busy={busy !== null} onUnlock={actions.unlock} />;
  return (
    <>
      <ImportOrigin state={state} />
      <ImportSummary state={state} />
      {step === 'switch' && <ImportNext state={state} />}
      <ImportHints state={state} />
      {state.rows.length > 0 && <ImportTable state={state} actions={actions} />}
    </>
  );
}

function Buttons({ state, actions, onClose }: StepProps & { readonly onClose: () => void }) {
  const { step, busy, ticked } = state;
  const isBusy = busy !== null;
  if (step === 'switch')
    return (
      <Button appearance="primary" onClick={onClose}>
        {importDialogTexts.done}
      </Button>
    );
  return (
    <>
      {step === 'locked' && (
        <BusyButton
          busy={isBusy}
          label={importDialogTexts.unlock}
          busyLabel={importDialogTexts.unlocking}
          type="submit"
          form={passphraseFormId}
        />
      )}
      {step === 'preview' && (
        <Button appearance="primary" disabledFocusable={ticked.size === 0} onClick={actions.verify}>
          {importDialogTexts.verify}
        </Button>
      )}
      {step === 'verify' && (
        <BusyButton
          busy={busy === 'importing'}
          disabled={isBusy || ticked.size === 0}
          label={fillCounted(importCountTexts.import, ticked.size)}
          busyLabel={importDialogTexts.importing}
          onClick={actions.apply}
        />
      )}
      {step === 'verify' &&
        (busy === 'verifying' ? (
          <Button onClick={actions.stop}>{importDialogTexts.stop}</Button>
        ) : (
          <Button disabled={isBusy || ticked.size === 0} onClick={actions.verify}>
            {importDialogTexts.verifyAgain}
          </Button>
        ))}
      {(step === 'locked' || step === 'preview') && (
        <Button disabled={isBusy} onClick={actions.restart}>
          {importDialogTexts.otherFile}
        </Button>
      )}
      <Button disabled={busy === 'importing'} onClick={onClose}>
        {dialogButtonTexts.cancel}
      </Button>
    </>
  );
}
