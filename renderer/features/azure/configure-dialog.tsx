/**
 * Configure New Hybrid Connections (design §9.2): an account and a subscription of Azure, the Hybrid Connections there, and Save,
 * which has the host fetch their keys. No token and no key comes to the page.
 */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import {
  configureTexts,
  configureCountTexts,
} from '../../../electron/contract/messages/texts/azure-configure.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import {
  AccountAndSubscription,
  type ChosenPlace,
} from '../../components/azure/account-and-subscription.tsx';
import { isAccountTrouble } from '../../components/azure/account-trouble.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { useServices, type Services } from '../../services.tsx';
import { ChooserView } from './chooser.tsx';
import { useChooser, type Chooser } from './use-chooser.ts';
import type { Saved } from './use-save.ts';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM, minWidth: 0 },
  manually: { marginRight: 'auto' },
  selected: { alignSelf: 'center', textAlign: 'end', color: tokens.colorNeutralForeground3 },
});

export function ConfigureDialog() {
  const styles = useStyles();
  const services = useServices();
  const { ui } = services;
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  const chooser = useChooser(place);
  const { isSaving, saving, chosen, rootOnly } = chooser;
  const count = chosen.length;
  const [saved, setSaved] = useState<{ readonly of: ChosenPlace | null; readonly what: Saved } | null>(null);

  async function save(run: () => Promise<Saved>, isAll: boolean): Promise<void> {
    const what = await run();
    setSaved({ of: place, what });
    tellSaved(services, what, isAll);
  }

  return (
    <DialogFrame
      title={configureTexts.title}
      size="table"
      busy={isSaving}
      onClose={ui.closeDialog}
      actions={
        <>
          <Button
            appearance="subtle"
            className={styles.manually}
            disabled={isSaving}
            onClick={() => ui.openDialog({ kind: 'enterManually' })}
          >
            {configureTexts.enterManually}
          </Button>
          <Caption1 role="status" className={styles.selected}>
            {saving === null ? selectedText(chooser) : fillText(configureTexts.adding, { ...saving })}
          </Caption1>
          <BusyButton
            busy={isSaving}
            disabled={count === 0}
            label={configureTexts.save}
            busyLabel={dialogButtonTexts.saving}
            onClick={() => {
              if (count > 0 && !isSaving) void save(chooser.save, true);
            }}
          />
          {isSaving ? (
            <Button onClick={chooser.stopSaving}>{configureTexts.stop}</Button>
          ) : (
            <Button onClick={ui.closeDialog}>{dialogButtonTexts.cancel}</Button>
          )}
        </>
      }
    >
      <div className={styles.content}>
        <AccountAndSubscription
          disabled={isSaving}
          trouble={isSaving ? null : troubleOf(chooser)}
          onPlace={setPlace}
        />
        {place !== null && (
          <ChooserView
            chooser={chooser}
            place={place}
            saved={saved?.of === place ? saved.what : null}
            onRootKey={() => {
              if (!isSaving) void save(chooser.saveWithRootKey, rootOnly.length === count);
            }}
          />
        )}
      </div>
    </DialogFrame>
  );
}

/** What the account met, in the list or in Save. */
function troubleOf({ browse, choice, chosen }: Chooser): ErrorData | null {
  const problems = [browse.problem, ...chosen.map(({ resourceId }) => choice.outcomes.get(resourceId))];
  return problems.find((problem) => problem && isAccountTrouble(problem)) ?? null;
}

function selectedText({ rows, chosen }: Chooser): string {
  if (chosen.length === 0) return '';
  const seen = new Set(rows);
  const hidden = chosen.filter((row) => !seen.has(row)).length;
  const texts = [
    fillCounted(configureCountTexts.selected, chosen.length),
    ...(hidden === 0 ? [] : [fillCounted(configureCountTexts.hidden, hidden)]),
  ];
  return joinSentences(texts);
}

/** All is there: the dialog goes. Else it stays and says the reasons itself; a short message would cover its buttons. */
function tellSaved({ toasts, ui }: Services, { added, failed, left }: Saved, isAll: boolean): void {
  if (added.length === 0) return;
  ui.select(added.map(({ config }) => config.id));
  // Another dialog may have taken its place meanwhile.
  const isOpen = ui.getState().dialog?.kind === 'configure';
  if (isOpen && (failed > 0 || left > 0 || !isAll)) return;
  toasts.show('success', addedText(added));
  if (isOpen) ui.closeDialog();
}

function addedText(added: readonly ConnectionView[]): string {
  const [first] = added;
  if (added.length === 1 && first) return fillText(configureTexts.added, { name: first.config.name });
  return fillCounted(configureCountTexts.added, added.length);
}
