/** Tries any host and port from this host, as a session would dial it (design §9.6). */
import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { portNotices } from '../../../electron/contract/endpoint-notices.ts';
import { parseHostPort } from '../../../electron/contract/host-port.ts';
import { describeNotice } from '../../../electron/contract/messages/messages.ts';
import { dialogButtonTexts, testTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { NoteLines } from '../../components/azure/note-lines.tsx';
import { BusyButton } from '../../components/busy-button.tsx';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { TestAnswerLine } from '../../components/test-answer-line.tsx';
import type { TestAnswer } from '../../components/test-answer.ts';
import { tryEndpoint } from '../../components/try-endpoint.ts';
import { useBridge } from '../../services.tsx';

export interface TestDialogProps {
  /** What the field holds at first. */
  readonly endpoint: string;
  readonly onClose: () => void;
}

const formId = 'test-endpoint';

export function TestDialog({ endpoint, onClose }: TestDialogProps) {
  const bridge = useBridge();
  const [text, setText] = useState(endpoint);
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  // Closed meanwhile: an answer that comes later is nobody's.
  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);

  async function test(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setAnswer(null);
    const result = await tryEndpoint(bridge, text);
    if (!isOpen.current) return;
    setBusy(false);
    setAnswer(result);
  }

  const reading = parseHostPort(text);
  return (
    <DialogFrame
      title={testTexts.title}
      onClose={onClose}
      actions={
        <>
          <BusyButton
            busy={busy}
            label={testTexts.button}
            busyLabel={testTexts.testing}
            type="submit"
            form={formId}
          />
          <Button onClick={onClose}>{dialogButtonTexts.close}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void test(event)}>
        <Field label={testTexts.field}>
          <Input
            {...initialFocus}
            value={text}
            placeholder={testTexts.placeholder}
            readOnly={busy}
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
        notes={reading.ok ? portNotices(reading).map(describeNotice) : []}
        isUnsupported={reading.ok && portNotices(reading).length > 0}
      />
      <TestAnswerLine answer={answer} />
    </DialogFrame>
  );
}
