/** The limits of one connection: a field each; an empty one follows the host's settings, which stand in it. */
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type SyntheticEvent } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import type { ConnectionLimits } from '../../../electron/contract/connection.ts';
import { limitNames, settingOfLimit, type LimitName } from '../../../electron/contract/effective-limits.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { limitsDialogTexts } from '../../../electron/contract/messages/texts/limits.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { readLimitText } from '../../../electron/contract/setting-values.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { DialogFrame, initialFocus } from '../../components/dialog-frame.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useSettings } from '../../components/use-settings.ts';
import { useConnectionOfDialog } from '../../components/use-connection-of-dialog.ts';
import { useServices } from '../../services.tsx';
import { limitLabel, limitHint, limitProblem } from './limit-field.ts';

export interface LimitsDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

const formId = 'limits';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalM,
  },
});

export function LimitsDialog({ id, onClose }: LimitsDialogProps) {
  const view = useConnectionOfDialog(id, onClose);
  return view === undefined ? null : <LimitsOf view={view} onClose={onClose} />;
}

type Texts = Readonly<Record<LimitName, string>>;

interface LimitsOfProps {
  readonly view: ConnectionView;
  readonly onClose: () => void;
}

function LimitsOf({ view, onClose }: LimitsOfProps) {
  const styles = useStyles();
  const { bridge, shell, toasts } = useServices();
  const settings = useSettings();
  const { id, name: connection, limits: own } = view.config;
  const [texts, setTexts] = useState<Texts>(() => textsOf(own));
  const [busy, setBusy] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);

  async function save(event: SyntheticEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    setChecked(true);
    const limits = limitsOf(texts);
    if (limits === null) return;
    setBusy(true);
    setError(null);
    try {
      await bridge.call('connections.setLimits', { id, limits, ...byUser(shell.getState()) });
      toasts.show('success', fillText(limitsDialogTexts.done, { name: connection }));
      onClose();
    } catch (problem) {
      setError(toErrorData(problem));
      setBusy(false);
    }
  }

  return (
    <DialogFrame
      title={fillText(limitsDialogTexts.title, { name: connection })}
      size="form"
      busy={busy}
      onClose={onClose}
      actions={
        <>
          <BusyButton
            busy={busy}
            label={limitsDialogTexts.save}
            busyLabel={dialogButtonTexts.saving}
            type="submit"
            form={formId}
          />
          <Button disabled={busy} onClick={onClose}>
            {dialogButtonTexts.cancel}
          </Button>
        </>
      }
    >
      <p>{limitsDialogTexts.explanation}</p>
      <form id={formId} noValidate className={styles.form} onSubmit={(event) => void save(event)}>
        {limitNames.map((name, index) => (
          <Field
            key={name}
            label={limitLabel(name)}
            {...limitHint(name)}
            {...(isChecked ? limitProblem(name, texts[name]) : {})}
          >
            <Input
              {...(index === 0 ? initialFocus : {})}
              value={texts[name]}
              placeholder={String(settings[settingOfLimit[name]])}
              inputMode="numeric"
              readOnly={busy}
              autoComplete="off"
              onChange={(_event, data) => setTexts((before) => ({ ...before, [name]: data.value }))}
            />
          </Field>
        ))}
      </form>
      {error !== null && <ErrorCallout error={error} />}
    </DialogFrame>
  );
}

function textsOf(own: ConnectionLimits): Texts {
  const entries = limitNames.map((name) => [name, own[name] === null ? '' : String(own[name])]);
  return Object.fromEntries(entries) as Texts;
}

/** Null when one of them can't be. */
function limitsOf(texts: Texts): ConnectionLimits | null {
  const entries: [LimitName, number | null][] = [];
  for (const name of limitNames) {
    const reading = texts[name].trim() === '' ? null : readLimitText(name, texts[name]);
    if (reading?.ok === false) return null;
    entries.push([name, reading === null ? null : Number(reading.value)]);
  }
  return Object.fromEntries(entries) as ConnectionLimits;
}
