/** Puts another key of the same Hybrid Connection in place (design §9.7): the reader of adding, bound to one connection. */
import { Body1, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { keySlots, type KeySlot } from '../../../electron/contract/connection.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { replaceKeyDialogTexts } from '../../../electron/contract/messages/texts/add.ts';
import { keyNameTexts } from '../../../electron/contract/messages/texts/keys.ts';
import { keyState } from '../../../electron/contract/messages/key-words.ts';
import { lowerFirstOfOurs } from '../../../electron/contract/messages/join-texts.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { byUser } from '../../components/connection-actions.ts';
import { useConnectionOfDialog } from '../../components/use-connection-of-dialog.ts';
import { useConnections, useNow, useServices } from '../../services.tsx';
import { canAskAzure, existingFor, preview } from './preview.ts';
import { StringDialog } from './string-dialog.tsx';
import { useInspection } from './use-inspection.ts';
import { useStringForm } from './use-string-form.ts';

export interface ReplaceKeyProps {
  readonly id: string;
  /** The key to replace, or the second one to add; without it the one that Azure refuses, else the primary one. */
  readonly slot?: KeySlot | undefined;
}

export function ReplaceKey({ id, slot }: ReplaceKeyProps) {
  const { ui } = useServices();
  const view = useConnectionOfDialog(id, ui.closeDialog);
  return view === undefined ? null : <ReplaceKeyOf view={view} wanted={slot ?? firstSlot(view)} />;
}

function firstSlot({ keys }: ConnectionView): KeySlot {
  return keys.refused.find(({ slot }) => slot !== keys.inUse)?.slot ?? 'primary';
}

interface ReplaceKeyOfProps {
  readonly view: ConnectionView;
  readonly wanted: KeySlot;
}

function ReplaceKeyOf({ view, wanted }: ReplaceKeyOfProps) {
  const { bridge, shell, toasts, ui } = useServices();
  const views = useConnections((state) => state.views);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorData | null>(null);
  // Whether there was a second key when the dialog opened: what it is for doesn't change under one's hands.
  const [hadSecondary] = useState(view.keys.hasSecondary);
  const [slot, setSlot] = useState(wanted);
  const isAddition = slot === 'secondary' && !hadSecondary;
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
      await bridge.call('connections.replaceKey', {
        ...{ id, connectionString, slot },
        ...byUser(shell.getState()),
      });
      toasts.show('success', isAddition ? replaceKeyDialogTexts.added : replaceKeyDialogTexts.replaced);
      ui.closeDialog();
    } catch (problem) {
      setError(toErrorData(problem));
      setSaving(false);
    }
  }

  return (
    <StringDialog
      {...{ form, saving, error }}
      title={fillText(isAddition ? replaceKeyDialogTexts.titleAdd : replaceKeyDialogTexts.title, { name })}
      label={isAddition ? replaceKeyDialogTexts.add : replaceKeyDialogTexts.replace}
      preview={shown}
      existingId={existing?.config.id ?? null}
      onSubmit={() => void replace()}
      intro={
        <>
          {hadSecondary && <SlotChoice {...{ view, slot }} locked={saving} onChoose={setSlot} />}
          <Body1>{explanationOf(view, slot, isAddition)}</Body1>
        </>
      }
    />
  );
}

function explanationOf({ keys }: ConnectionView, slot: KeySlot, isAddition: boolean): string {
  if (isAddition) return replaceKeyDialogTexts.explanationAdd;
  const isReserve = keys.hasSecondary && slot !== keys.inUse;
  return isReserve ? replaceKeyDialogTexts.explanationReserve : replaceKeyDialogTexts.explanation;
}

interface SlotChoiceProps {
  readonly view: ConnectionView;
  readonly slot: KeySlot;
  readonly locked: boolean;
  readonly onChoose: (slot: KeySlot) => void;
}

/** With two keys: which of them, and how each fares. */
function SlotChoice({ view, slot, locked, onChoose }: SlotChoiceProps) {
  const now = useNow();
  return (
    <Field label={replaceKeyDialogTexts.slot}>
      <RadioGroup
        value={slot}
        disabled={locked}
        onChange={(_event, data) => onChoose(data.value === 'secondary' ? 'secondary' : 'primary')}
      >
        {keySlots.map((one) => (
          <Radio key={one} value={one} label={slotLabel(view, one, now)} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function slotLabel(view: ConnectionView, slot: KeySlot, now: number): string {
  const key = keyNameTexts[slot];
  const state = keyState(view, slot, now);
  return state === null
    ? key
    : fillText(replaceKeyDialogTexts.slotState, { key, state: lowerFirstOfOurs(state.text) });
}
