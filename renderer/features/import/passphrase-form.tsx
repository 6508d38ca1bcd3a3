/** Asks for the passphrase of an export. It is handed on and not kept. */
import { Field, Input } from '@fluentui/react-components';
import { useEffect, useRef, useState, type SyntheticEvent } from 'react';
import { importDialogTexts } from '../../../electron/contract/messages/texts/import.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';

export const passphraseFormId = 'import-passphrase';

export interface PassphraseFormProps {
  readonly file: string;
  readonly busy: boolean;
  readonly onUnlock: (passphrase: string) => void;
}

export function PassphraseForm({ file, busy, onUnlock }: PassphraseFormProps) {
  const [passphrase, setPassphrase] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  function submit(event: SyntheticEvent): void {
    event.preventDefault();
    if (busy || passphrase === '') return;
    setPassphrase('');
    onUnlock(passphrase);
  }

  return (
    <form id={passphraseFormId} noValidate onSubmit={submit}>
      <Field label={importDialogTexts.passphrase} hint={fillText(importDialogTexts.locked, { file })}>
        <Input
          input={{ ref: field }}
          type="password"
          value={passphrase}
          readOnly={busy}
          maxLength={1024}
          autoComplete="off"
          onChange={(_event, { value }) => setPassphrase(value)}
        />
      </Field>
    </form>
  );
}
