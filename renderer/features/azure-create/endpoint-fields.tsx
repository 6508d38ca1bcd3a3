/** Host and port of the service that apps are to reach, tried from this host by whoever likes. */
import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { portNotices } from '../../../electron/contract/endpoint-notices.ts';
import { formatHostPort } from '../../../electron/contract/host-port.ts';
import { createFieldTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { endpointNotes } from '../../components/azure/endpoint-notes.ts';
import { NoteLines } from '../../components/azure/note-lines.tsx';
import { BusyButton } from '../../components/busy-button.tsx';
import { TestAnswerLine } from '../../components/test-answer-line.tsx';
import type { TestAnswer } from '../../components/test-answer.ts';
import { tryEndpoint } from '../../components/try-endpoint.ts';
import { useBridge } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { splitHost, type CreateForm } from './create-form.ts';
import type { FormControl } from './use-create-form.ts';

const useStyles = makeStyles({
  fields: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) 112px auto',
    alignItems: 'start',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    [belowNarrow]: { gridTemplateColumns: 'minmax(0, 1fr) 96px' },
  },
  // Beside the inputs, which stand below their labels.
  test: { paddingTop: '26px', [belowNarrow]: { gridColumn: '1 / -1', paddingTop: '0' } },
  // A field of the browser is as wide as 20 letters, whatever there is room for.
  input: { minWidth: 0, width: '100%', '& input': { minWidth: 0, width: '100%' } },
});

export function EndpointFields({ control }: { readonly control: FormControl }) {
  const styles = useStyles();
  const bridge = useBridge();
  const { form, reading, change, leave, problemOf } = control;
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  // Typed on or closed meanwhile: an answer that comes later is nobody's.
  const round = useRef(0);
  useEffect(
    () => () => {
      round.current += 1;
    },
    [],
  );

  function type(part: Partial<CreateForm>): void {
    round.current += 1;
    setBusy(false);
    setAnswer(null);
    change(part);
  }

  async function test(): Promise<void> {
    if (reading.endpoint === null) {
      leave('host');
      leave('port');
      return;
    }
    round.current += 1;
    const own = round.current;
    setBusy(true);
    setAnswer(null);
    const result = await tryEndpoint(bridge, formatHostPort(reading.endpoint));
    if (round.current !== own) return;
    setBusy(false);
    setAnswer(result);
  }

  return (
    <div>
      <div className={styles.fields}>
        <Field label={createFieldTexts.host} hint={createFieldTexts.hostHint} {...problemOf('host')}>
          <Input
            value={form.host}
            placeholder={createFieldTexts.hostPlaceholder}
            spellCheck={false}
            autoComplete="off"
            className={styles.input}
            onChange={(_event, { value }) => {
              // Pasted: at once, or what it leads to would push the next field away under the pointer.
              const isPasted = value.length > form.host.length + 1;
              type(isPasted ? splitHost({ ...form, host: value }) : { host: value });
            }}
            onBlur={() => {
              change(splitHost(form));
              leave('host');
            }}
          />
        </Field>
        <Field label={createFieldTexts.port} {...problemOf('port')}>
          <Input
            value={form.port}
            placeholder={createFieldTexts.portPlaceholder}
            inputMode="numeric"
            autoComplete="off"
            className={styles.input}
            onChange={(_event, { value }) => type({ port: value })}
            onBlur={() => leave('port')}
          />
        </Field>
        <div className={styles.test}>
          <BusyButton
            appearance="secondary"
            busy={busy}
            label={createFieldTexts.test}
            busyLabel={createFieldTexts.testing}
            onClick={() => void test()}
          />
        </div>
      </div>
      <NoteLines
        notes={endpointNotes(reading.endpoint)}
        isUnsupported={reading.endpoint !== null && portNotices(reading.endpoint).length > 0}
      />
      {/* There while it is being tried, or screen readers wouldn't notice the answer. */}
      {(busy || answer !== null) && <TestAnswerLine answer={answer} />}
    </div>
  );
}
