/** Another endpoint by hand, tried first by whoever likes, or back to the one that Azure names. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { portNotices } from '../../../electron/contract/endpoint-notices.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { formatHostPort, parseHostPort } from '../../../electron/contract/host-port.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { changeEndpointTexts, sessionsStayTexts } from '../../../electron/contract/messages/texts/keys.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import { endpointNotes } from '../../components/azure/endpoint-notes.ts';
import { NoteLines } from '../../components/azure/note-lines.tsx';
import { BusyButton } from '../../components/busy-button.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { TestAnswerLine } from '../../components/test-answer-line.tsx';
import { unreadableAnswer, type TestAnswer } from '../../components/test-answer.ts';
import { tryEndpoint } from '../../components/try-endpoint.ts';
import { useConnectionOfDialog } from '../../components/use-connection-of-dialog.ts';
import { useServices } from '../../services.tsx';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

export interface ChangeEndpointDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

const formId = 'change-endpoint';

const useStyles = makeStyles({
  // The frame takes the margins off its paragraphs.
  text: { paddingBottom: tokens.spacingVerticalM },
});

export function ChangeEndpointDialog({ id, onClose }: ChangeEndpointDialogProps) {
  const view = useConnectionOfDialog(id, onClose);
  return view === undefined ? null : <ChangeEndpointOf view={view} onClose={onClose} />;
}

type Busy = 'no' | 'testing' | 'saving' | 'goingBack';

function ChangeEndpointOf({
  view,
  onClose,
}: {
  readonly view: ConnectionView;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { bridge, shell, toasts } = useServices();
  const { id, name, endpoint } = view.config;
  const here = endpoint === null ? '' : formatHostPort(endpoint);
  const [text, setText] = useState(here);
  const [busy, setBusy] = useState<Busy>('no');
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  const [error, setError] = useState<ErrorData | null>(null);
  // Closed meanwhile: an answer that comes later is nobody's.
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  async function test(): Promise<void> {
    if (busy !== 'no') return;
    setBusy('testing');
    setAnswer(null);
    const result = await tryEndpoint(bridge, text);
    if (!isOpen.current) return;
    setBusy('no');
    setAnswer(result);
  }

  /** @param wanted null: back to Azure's. */
  async function change(wanted: string | null): Promise<void> {
    if (busy !== 'no') return;
    setError(null);
    if (wanted !== null && !parseHostPort(wanted).ok) {
      setAnswer(unreadableAnswer());
      return;
    }
    setBusy(wanted === null ? 'goingBack' : 'saving');
    try {
      const input = { id, endpoint: wanted, ...byUser(shell.getState()) };
      const { connection } = await bridge.call('connections.setEndpoint', input);
      const now = connection.config.endpoint;
      toasts.show(
        'success',
        fillText(changeEndpointTexts.done, { name, here: now ? formatHostPort(now) : '' }),
      );
      onClose();
    } catch (problem) {
      setError(toErrorData(problem));
      setBusy('no');
    }
  }

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    void change(text);
  }

  const isSaving = busy === 'saving' || busy === 'goingBack';
  const reading = parseHostPort(text);
  return (
    <DialogFrame
      title={fillText(changeEndpointTexts.title, { name })}
      size="form"
      busy={isSaving}
      onClose={onClose}
      actions={
        <>
          {endpoint?.source === 'manual' && (
            <BusyButton
              appearance="secondary"
              busy={busy === 'goingBack'}
              disabled={busy !== 'no'}
              label={changeEndpointTexts.back}
              busyLabel={dialogButtonTexts.saving}
              onClick={() => void change(null)}
            />
          )}
          <BusyButton
            appearance="secondary"
            busy={busy === 'testing'}
            disabled={isSaving}
            label={changeEndpointTexts.test}
            busyLabel={changeEndpointTexts.testing}
            onClick={() => void test()}
          />
          <BusyButton
            busy={busy === 'saving'}
            disabled={busy !== 'no'}
            label={changeEndpointTexts.button}
            busyLabel={dialogButtonTexts.saving}
            type="submit"
            form={formId}
          />
          <Button disabled={isSaving} onClick={onClose}>
            {dialogButtonTexts.cancel}
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        {joinSentences([
          changeEndpointTexts.explanation,
          ...(view.sessions > 0 && here !== ''
            ? [fillCounted(sessionsStayTexts, view.sessions, { here })]
            : []),
        ])}
      </p>
      <form id={formId} noValidate onSubmit={submit}>
        <Field
          label={changeEndpointTexts.field}
          {...(view.endpointInAzure === null
            ? {}
            : {
                hint: fillText(changeEndpointTexts.inAzure, { azure: formatHostPort(view.endpointInAzure) }),
              })}
        >
          <Input
            {...initialFocus}
            value={text}
            placeholder={changeEndpointTexts.placeholder}
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
      <TestAnswerLine answer={answer} />
      {error !== null && <ErrorCallout error={error} />}
    </DialogFrame>
  );
}
