/**
 * Asks before a Hybrid Connection is deleted for everybody: the name has to be typed. Stays until it is told how it went,
 * also when the connection is gone from the list by then.
 */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type SyntheticEvent } from 'react';
import type { CallOutput } from '../../../electron/contract/api.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { deleteInAzureTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { otherListeners } from '../../../electron/contract/redundancy-advice.ts';
import { AzureError } from '../../components/azure/azure-error.tsx';
import { BusyButton } from '../../components/busy-button.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { focusRegion } from '../../components/focus-region.ts';
import { useConnection, useServices } from '../../services.tsx';
import { AffectedApps, untold, UntoldApps } from './affected-apps.tsx';
import { useAbout } from './use-about.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

type Outcome = CallOutput<'azure.delete'>['apps'];

const formId = 'delete-in-azure';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

export function DeleteInAzureDialog({ id }: { readonly id: string }) {
  const { ui } = useServices();
  const now = useConnection(id);
  // It leaves the list while this is still being told: the question stays what it was.
  const [atFirst] = useState(now);
  const view = now ?? atFirst;
  useEffect(() => {
    if (atFirst === undefined) ui.closeDialog();
  }, [atFirst, ui]);
  return view === undefined ? null : <DeleteInAzureOf view={view} onClose={ui.closeDialog} />;
}

interface DeleteInAzureProps {
  readonly view: ConnectionView;
  readonly onClose: () => void;
}

function DeleteInAzureOf({ view, onClose }: DeleteInAzureProps) {
  const styles = useStyles();
  const { bridge, shell, toasts } = useServices();
  const { id, name } = view.config;
  const about = useAbout(id);
  const [text, setText] = useState('');
  // Pasted names bring spaces along, which no name has at its ends.
  const typed = text.trim();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const [missed, setMissed] = useState<Outcome | null>(null);
  const { ask } = about;
  useEffect(ask, [ask]);

  async function remove(): Promise<void> {
    if (isBusy || typed !== name) return;
    setBusy(true);
    setError(null);
    try {
      const input = { id, typedName: typed, ...byUser(shell.getState()) };
      const left = untold((await bridge.call('azure.delete', input)).apps);
      if (left.length > 0) {
        setMissed(left);
        setBusy(false);
        return;
      }
      toasts.show('success', fillText(deleteInAzureTexts.done, { name }));
      onClose();
      setTimeout(() => focusRegion('table'), 0);
    } catch (problem) {
      setError(toErrorData(problem));
      setBusy(false);
    }
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    void remove();
  }

  const title = fillText(deleteInAzureTexts.title, { name });
  if (missed !== null)
    return (
      // Another dialog, or the focus of the first would be lost.
      <DialogFrame
        key="missed"
        title={title}
        onClose={onClose}
        actions={
          <Button appearance="primary" onClick={onClose} {...initialFocus}>
            {dialogButtonTexts.close}
          </Button>
        }
      >
        <UntoldApps apps={missed} text={fillText(deleteInAzureTexts.partly, { name })} />
      </DialogFrame>
    );
  return (
    <DialogFrame
      isAlert
      title={title}
      busy={isBusy}
      onClose={onClose}
      actions={
        <>
          <BusyButton
            appearance="secondary"
            busy={isBusy}
            disabled={typed !== name}
            label={deleteInAzureTexts.button}
            busyLabel={deleteInAzureTexts.busy}
            type="submit"
            form={formId}
          />
          <Button appearance="primary" disabled={isBusy} onClick={onClose}>
            {dialogButtonTexts.cancel}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <p>{joinSentences([deleteInAzureTexts.text, ...concerned(view)])}</p>
        <AffectedApps about={about} />
        <form id={formId} noValidate onSubmit={submit}>
          <Field label={fillText(deleteInAzureTexts.field, { name })}>
            <Input
              {...initialFocus}
              value={text}
              readOnly={isBusy}
              spellCheck={false}
              autoComplete="off"
              onChange={(_event, data) => setText(data.value)}
            />
          </Field>
        </form>
        {error !== null && <AzureError error={error} />}
      </div>
    </DialogFrame>
  );
}

function concerned(view: ConnectionView): readonly string[] {
  const others = otherListeners(view) ?? 0;
  return [
    ...(view.sessions > 0 ? [fillCounted(deleteInAzureTexts.sessions, view.sessions)] : []),
    ...(others > 0 ? [fillCounted(deleteInAzureTexts.listeners, others)] : []),
  ];
}
