/** Puts another key of the same Hybrid Connection in place (design §9.7): the reader of adding, bound to one connection. */
import { Body1 } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { enReplaceKeyDialog } from '../../../electron/contract/messages/en-add.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { byUser } from '../../components/connection-actions.ts';
import { useConnection, useConnections, useServices } from '../../services.tsx';
import { canAskAzure, existingFor, preview } from './preview.ts';
import { StringDialog } from './string-dialog.tsx';
import { useInspection } from './use-inspection.ts';
import { useStringForm } from './use-string-form.ts';

export function ReplaceKey({ id }: { readonly id: string }) {
  const { ui } = useServices();
  const view = useConnection(id);
  const isGone = view === undefined;
  // Removed meanwhile, by the command line: nothing is left to replace. A dialog that nobody sees would keep all keys
  // of the window to itself.
  useEffect(() => {
    if (isGone) ui.closeDialog();
  }, [isGone, ui]);
  return view === undefined ? null : <ReplaceKeyOf view={view} />;
}

function ReplaceKeyOf({ view }: { readonly view: ConnectionView }) {
  const { bridge, shell, toasts, ui } = useServices();
  const views = useConnections((state) => state.views);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  const { id, name, caPem } = view.config;
  const form = useStringForm(name, saving);
  const { reading, revision } = form.state;
  const existing = existingFor(reading, views.values());
  const question = canAskAzure({ reading, existing, bound: view }) ? revision : null;
  const answer = useInspection(question, () => ({
    connectionString: form.forTheHost(),
    ...(reading.needsName ? { entityPath: name } : {}),
    ...(caPem === null ? {} : { caPem }),
  }));
  const shown = preview({ reading, existing, bound: view, answer });

  async function replace(): Promise<void> {
    if (saving || !shown.canSubmit) return;
    setSaving(true);
    setError(null);
    try {
      const connectionString = form.forTheHost();
      await bridge.call('connections.replaceKey', { id, connectionString, ...byUser(shell.getState()) });
      toasts.show('success', enReplaceKeyDialog.replaced);
      ui.closeDialog();
    } catch (problem) {
      setError(toErrorData(problem));
      setSaving(false);
    }
  }

  return (
    <StringDialog
      {...{ form, saving, error }}
      title={fillText(enReplaceKeyDialog.title, { name })}
      label={enReplaceKeyDialog.replace}
      preview={shown}
      existingId={existing?.config.id ?? null}
      onSubmit={() => void replace()}
      intro={<Body1>{enReplaceKeyDialog.explanation}</Body1>}
    />
  );
}
