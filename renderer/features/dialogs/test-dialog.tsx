/** Tries any host and port from this host, as a session would dial it (design §9.6). */
import { Button, Caption1, Field, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle16Filled, ErrorCircle16Filled } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { parseHostPort } from '../../../electron/contract/host-port.ts';
import { enDialogButtons, enTest } from '../../../electron/contract/messages/en-dialogs.ts';
import type { Bridge } from '../../bridge.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { useBridge } from '../../services.tsx';
import { toneColors } from '../../theme/tones.ts';
import { reachedAnswer, refusedAnswer, unreadableAnswer, type TestAnswer } from './test-answer.ts';

export interface TestDialogProps {
  /** What the field holds at first. */
  readonly endpoint: string;
  readonly onClose: () => void;
}

const formId = 'test-endpoint';

const useStyles = makeStyles({
  // Its height stays, so that the buttons don't move when the answer comes.
  answer: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    minHeight: '40px',
    marginTop: tokens.spacingVerticalM,
  },
  icon: { flexShrink: 0, marginTop: '2px' },
  code: { display: 'block', color: tokens.colorNeutralForeground3 },
});

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
      <Answer answer={answer} />
    </DialogFrame>
  );
}

/** It is there before the answer is, or screen readers wouldn't notice the change. */
function Answer({ answer }: { readonly answer: TestAnswer | null }) {
  const styles = useStyles();
  const Icon = answer?.tone === 'good' ? CheckmarkCircle16Filled : ErrorCircle16Filled;
  return (
    <div role="status" className={styles.answer}>
      {answer !== null && (
        <>
          <Icon aria-hidden className={styles.icon} primaryFill={toneColors[answer.tone].icon} />
          <span>
            <Text>{answer.text}</Text>
            {answer.code !== null && <Caption1 className={styles.code}>{answer.code}</Caption1>}
          </span>
        </>
      )}
    </div>
  );
}

async function tryEndpoint(bridge: Bridge, text: string): Promise<TestAnswer> {
  const reading = parseHostPort(text);
  if (!reading.ok) return unreadableAnswer;
  const { host, port } = reading;
  try {
    const { dialMs } = await bridge.call('endpoints.test', { host, port });
    return reachedAnswer(dialMs);
  } catch (error) {
    return refusedAnswer(toErrorData(error), port);
  }
}
