/**
 * Configure New Hybrid Connections (design §9.2): an account and a subscription of Azure, the Hybrid Connections there, and Save,
 * which has the host fetch their keys. No token and no key comes to the page.
 */
import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { enConfigure, enConfigureCounts } from '../../../electron/contract/messages/en-azure-configure.ts';
import { enDialogButtons } from '../../../electron/contract/messages/en-dialogs.ts';
import { fillCounted, fillText } from '../../../electron/contract/messages/message-text.ts';
import {
  AccountAndSubscription,
  type ChosenPlace,
} from '../../components/azure/account-and-subscription.tsx';
import { BusyButton } from '../../components/busy-button.tsx';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { useServices, type Services } from '../../services.tsx';
import { ChooserView } from './chooser.tsx';
import { useChooser } from './use-chooser.ts';
import type { Saved } from './use-save.ts';

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
  const { isSaving } = chooser;
  const count = chooser.choice.ticked.size;

  const [saved, setSaved] = useState<{ readonly of: ChosenPlace | null; readonly what: Saved } | null>(null);

  async function save(run: () => Promise<Saved>): Promise<void> {
    const what = await run();
    setSaved({ of: place, what });
    tellSaved(services, what);
  }

  return (
    <DialogFrame
      title={enConfigure.title}
      size="choice"
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
            {enConfigure.enterManually}
          </Button>
          {count > 0 && (
            <Caption1 role="status" className={styles.selected}>
              {fillCounted(enConfigureCounts.selected, count)}
            </Caption1>
          )}
          <BusyButton
            busy={isSaving}
            disabled={count === 0}
            label={enConfigure.save}
            busyLabel={enDialogButtons.saving}
            onClick={() => {
              if (count > 0) void save(chooser.save);
            }}
          />
          <Button disabled={isSaving} onClick={ui.closeDialog}>
            {enDialogButtons.cancel}
          </Button>
        </>
      }
    >
      <div className={styles.content}>
        <AccountAndSubscription disabled={isSaving} onPlace={setPlace} />
        {place !== null && (
          <ChooserView
            chooser={chooser}
            place={place}
            saved={saved?.of === place ? saved.what : null}
            onRootKey={() => void save(chooser.saveWithRootKey)}
          />
        )}
      </div>
    </DialogFrame>
  );
}

/** All is there: the dialog goes. Else it stays and says the reasons itself; a short message would cover its buttons. */
function tellSaved({ toasts, ui }: Services, { added, failed }: Saved): void {
  if (added.length === 0) return;
  ui.select(added.map(({ config }) => config.id));
  if (failed > 0) return;
  toasts.show('success', addedText(added));
  ui.closeDialog();
}

function addedText(added: readonly ConnectionView[]): string {
  const [first] = added;
  if (added.length === 1 && first) return fillText(enConfigure.added, { name: first.config.name });
  return fillCounted(enConfigureCounts.added, added.length);
}
