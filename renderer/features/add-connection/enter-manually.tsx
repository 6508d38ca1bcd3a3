/**
 * Adds a Hybrid Connection from its connection string (design §9.1): the string is read while it is typed, Azure is asked
 * what it leads to, and what is wrong is told before anything is kept.
 */
import { useState } from 'react';
import type { CallInput } from '../../../electron/contract/api.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { addDialogTexts } from '../../../electron/contract/messages/texts/add.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { useConnections, useServices, useShell } from '../../services.tsx';
import { canAskAzure, existingFor, preview } from './preview.ts';
import { StringDialog } from './string-dialog.tsx';
import { useInspection } from './use-inspection.ts';
import { useStringForm } from './use-string-form.ts';

export function EnterManually() {
  const { bridge, toasts, ui } = useServices();
  const views = useConnections((state) => state.views);
  const user = useShell(({ app }) => app?.user ?? '');
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const form = useStringForm('', saving);
  const { reading, name, revision } = form.state;
  // While it is being saved it appears in the list: that is no reason to call it a duplicate.
  const existing = saving ? null : existingFor(reading, views.values());
  const question = canAskAzure({ reading, existing, bound: null }) ? revision : null;
  const answer = useInspection(question, stringInput);
  const shown = preview({ reading, existing, bound: null, answer });

  function stringInput(): CallInput<'connections.inspect'> {
    const entityPath = reading.needsName ? { entityPath: name.trim() } : {};
    return { connectionString: form.forTheHost(), ...entityPath };
  }

  async function add(): Promise<void> {
    if (saving || !shown.canSubmit) return;
    setSaving(true);
    setError(null);
    try {
      const addedBy = user === '' ? {} : { addedBy: user };
      const { connection } = await bridge.call('connections.add', { ...stringInput(), ...addedBy });
      const { id, kind, name: added } = connection.config;
      const text = kind === 'biztalk' ? addDialogTexts.addedDiscontinued : addDialogTexts.added;
      toasts.show('success', fillText(text, { name: added }));
      ui.select([id]);
      ui.closeDialog();
    } catch (problem) {
      setError(toErrorData(problem));
      setSaving(false);
    }
  }

  return (
    <StringDialog
      {...{ form, saving, error }}
      title={addDialogTexts.title}
      label={addDialogTexts.add}
      preview={shown}
      existingId={existing?.config.id ?? null}
      onSubmit={() => void add()}
    />
  );
}
