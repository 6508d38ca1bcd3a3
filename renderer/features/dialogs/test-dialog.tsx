/** Tries any host and port from this host, as a session would dial it (design §9.6). */
import { Button, Field, Input } from '@fluentui/react-components';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { enDialogButtons, enTest } from '../../../electron/contract/messages/en-dialogs.ts';
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

  return (
    <DialogFrame
      title={enTest.title}
      onClose={onClose}
      actions={
        <>
          <BusyButton
            busy={busy}
            label={enTest.button}
            busyLabel={enTest.testing}
            type="submit"
            form={formId}
          />
          <Button onClick={onClose}>{enDialogButtons.close}</Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void test(event)}>
        <Field label={enTest.field}>
          <Input
            {...initialFocus}
            value={text}
            placeholder={enTest.placeholder}
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
      <TestAnswerLine answer={answer} />
    </DialogFrame>
  );
}
