/**
 * Create in Azure: account and subscription, what is to be made, and then how it goes. The host makes it, and goes on when the
 * dialog closes. When it is done the new row is selected and its details are open.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { PlannedConnection } from '../../../electron/contract/azure-create-lines.ts';
import { enCreateDialog } from '../../../electron/contract/messages/en-azure-create.ts';
import { enDialogButtons } from '../../../electron/contract/messages/en-dialogs.ts';
import {
  AccountAndSubscription,
  type ChosenPlace,
} from '../../components/azure/account-and-subscription.tsx';
import { useAzureJob } from '../../components/azure/job/use-azure-job.ts';
import { byUser } from '../../components/connection-actions.ts';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useServices } from '../../services.tsx';
import { CreateButtons } from './create-buttons.tsx';
import { CreateFields } from './create-fields.tsx';
import { inputOf } from './create-form.ts';
import { CreateProgress } from './create-progress.tsx';
import { useCreateForm } from './use-create-form.ts';
import { useShowCreated } from './use-show-created.ts';
import { useSubscriptionContent } from './use-subscription-content.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  away: { display: 'none' },
});

export function CreateInAzure() {
  const styles = useStyles();
  const { bridge, shell, ui } = useServices();
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  /** What is being made; null while the form is filled in. */
  const [making, setMaking] = useState<PlannedConnection | null>(null);
  const where = useMemo(() => (place === null ? null : whereOf(place)), [place]);
  const content = useSubscriptionContent(where);
  const places = content.places.value;
  const apps = content.apps.value?.apps ?? null;
  const control = useCreateForm(
    useMemo(() => ({ subscriptionId: where?.subscriptionId ?? '', places, apps }), [where, places, apps]),
  );
  const job = useAzureJob();
  useShowCreated(job);
  // The host didn't even begin: the form says why.
  const isRefused = job.phase === 'none' && job.problem !== null;
  const shown = isRefused ? null : making;
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a low window the fields above push it out of sight.
    if (isRefused) refusal.current?.scrollIntoView({ block: 'nearest' });
  }, [isRefused]);

  function begin(plan: PlannedConnection): void {
    if (where === null) return;
    setMaking(plan);
    const input = { ...inputOf(plan, where), ...byUser(shell.getState()) };
    job.start(() => bridge.call('azure.startCreation', input));
  }

  function create(): void {
    control.leaveAll();
    if (control.reading.plan !== null) begin(control.reading.plan);
  }

  function back(): void {
    job.reset();
    setMaking(null);
  }

  return (
    <DialogFrame
      title={enCreateDialog.title}
      size="form"
      onClose={ui.closeDialog}
      actions={
        shown === null ? (
          <>
            <Button appearance="primary" disabledFocusable={where === null} onClick={create}>
              {enCreateDialog.create}
            </Button>
            <Button onClick={ui.closeDialog}>{enDialogButtons.cancel}</Button>
          </>
        ) : (
          <CreateButtons job={job} onAgain={() => begin(shown)} onBack={back} onClose={ui.closeDialog} />
        )
      }
    >
      {shown !== null && <CreateProgress state={job} plan={shown} />}
      {/* It stays while it is made: what was typed is there again to be changed. */}
      <div className={mergeClasses(styles.all, shown !== null && styles.away)}>
        <AccountAndSubscription disabled={false} onPlace={setPlace} />
        {where !== null && <CreateFields control={control} content={content} />}
        {isRefused && (
          <div ref={refusal}>
            <ErrorCallout error={job.problem} />
          </div>
        )}
      </div>
    </DialogFrame>
  );
}

function whereOf({ subscription: { accountId, tenantId, subscriptionId } }: ChosenPlace) {
  return { accountId, tenantId, subscriptionId };
}
