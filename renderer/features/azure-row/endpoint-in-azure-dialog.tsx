/** Another endpoint for everybody: written to Azure and to the apps that use it, tried from this host first by whoever likes. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { CallOutput } from '../../../electron/contract/api.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { portNotices } from '../../../electron/contract/endpoint-notices.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { formatHostPort, parseHostPort } from '../../../electron/contract/host-port.ts';
import { endpointInAzureTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { dialogButtonTexts, testTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { changeEndpointTexts, sessionsStayTexts } from '../../../electron/contract/messages/texts/keys.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { AzureError } from '../../components/azure/azure-error.tsx';
import { endpointNotes } from '../../components/azure/endpoint-notes.ts';
import { NoteLines } from '../../components/azure/note-lines.tsx';
import { BusyButton } from '../../components/busy-button.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { TestAnswerLine } from '../../components/test-answer-line.tsx';
import { unreadableAnswer, type TestAnswer } from '../../components/test-answer.ts';
import { tryEndpoint } from '../../components/try-endpoint.ts';
import { useConnectionOfDialog } from '../../components/use-connection-of-dialog.ts';
import { useServices } from '../../services.tsx';
import { AffectedApps, untold, UntoldApps } from './affected-apps.tsx';
import { useAbout } from './use-about.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

type Outcome = CallOutput<'azure.setEndpoint'>['apps'];

const formId = 'endpoint-in-azure';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

export function EndpointInAzureDialog({ id }: { readonly id: string }) {
  const { ui } = useServices();
  const view = useConnectionOfDialog(id, ui.closeDialog);
  return view === undefined ? null : <EndpointInAzureOf view={view} onClose={ui.closeDialog} />;
}

interface EndpointInAzureProps {
  readonly view: ConnectionView;
  readonly onClose: () => void;
}

function EndpointInAzureOf({ view, onClose }: EndpointInAzureProps) {
  const styles = useStyles();
  const { bridge, shell, toasts } = useServices();
  const { id, name, endpoint } = view.config;
  const here = endpoint === null ? '' : formatHostPort(endpoint);
  const about = useAbout(id);
  const [text, setText] = useState(here);
  const [busy, setBusy] = useState<'no' | 'testing' | 'saving'>('no');
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  const [missed, setMissed] = useState<Outcome | null>(null);
  const { ask } = about;
  // Closed meanwhile: an answer that comes later is nobody's.
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    ask();
    return () => {
      isOpen.current = false;
    };
  }, [ask]);

  async function test(): Promise<void> {
    if (busy !== 'no') return;
    setBusy('testing');
    setAnswer(null);
    const result = await tryEndpoint(bridge, text);
    if (!isOpen.current) return;
    setBusy('no');
    setAnswer(result);
  }

  async function change(): Promise<void> {
    if (busy !== 'no') return;
    setError(null);
    if (!parseHostPort(text).ok) {
      setAnswer(unreadableAnswer());
      return;
    }
    setBusy('saving');
    try {
      const input = { id, endpoint: text, ...byUser(shell.getState()) };
      const { apps, connection } = await bridge.call('azure.setEndpoint', input);
      const now = connection.config.endpoint;
      const left = untold(apps);
      if (left.length > 0) {
        setMissed(left);
        setBusy('no');
        return;
      }
      toasts.show(
        'success',
        fillText(endpointInAzureTexts.done, { name, endpoint: now === null ? text : formatHostPort(now) }),
      );
      onClose();
    } catch (problem) {
      setError(toErrorData(problem));
      setBusy('no');
    }
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    void change();
  }

  const title = fillText(endpointInAzureTexts.title, { name });
  if (missed !== null)
    return (
      // Another dialog, or the focus of the first would be lost.
      <DialogFrame
        key="missed"
        title={title}
        size="form"
        onClose={onClose}
        actions={
          <Button appearance="primary" onClick={onClose} {...initialFocus}>
            {dialogButtonTexts.close}
          </Button>
        }
      >
        <UntoldApps apps={missed} text={endpointInAzureTexts.partly} />
      </DialogFrame>
    );
  const inAzure = about.value?.endpoint ?? view.endpointInAzure;
  const reading = parseHostPort(text);
  return (
    <DialogFrame
      title={title}
      size="form"
      busy={busy === 'saving'}
      onClose={onClose}
      actions={
        <>
          <BusyButton
            appearance="secondary"
            busy={busy === 'testing'}
            disabled={busy === 'saving'}
            label={changeEndpointTexts.test}
            busyLabel={changeEndpointTexts.testing}
            onClick={() => void test()}
          />
          <BusyButton
            busy={busy === 'saving'}
            disabled={busy !== 'no'}
            label={endpointInAzureTexts.button}
            busyLabel={endpointInAzureTexts.busy}
            type="submit"
            form={formId}
          />
          <Button disabled={busy === 'saving'} onClick={onClose}>
            {dialogButtonTexts.cancel}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        <p>
          {joinSentences([
            endpointInAzureTexts.text,
            ...(view.sessions > 0 && here !== ''
              ? [fillCounted(sessionsStayTexts, view.sessions, { here })]
              : []),
          ])}
        </p>
        <form id={formId} noValidate onSubmit={submit}>
          <Field
            label={endpointInAzureTexts.field}
            {...(inAzure === null || here === '' || formatHostPort(inAzure) === here
              ? {}
              : { hint: fillText(endpointInAzureTexts.inAzure, { here, azure: formatHostPort(inAzure) }) })}
          >
            <Input
              {...initialFocus}
              value={text}
              placeholder={testTexts.placeholder}
              readOnly={busy !== 'no'}
              spellCheck={false}
              autoComplete="off"
              onChange={(_event, data) => {
                setText(data.value);
                setAnswer(null);
              }}
            />
          </Field>
        </form>
        <NoteLines
          notes={reading.ok ? endpointNotes(reading) : []}
          isUnsupported={reading.ok && portNotices(reading).length > 0}
        />
        <AffectedApps about={about} />
        <TestAnswerLine answer={answer} />
        {error !== null && <AzureError error={error} />}
      </div>
    </DialogFrame>
  );
}
