/**
 * Create in Azure: account and subscription, what is to be made, and then how it goes. The host makes it, and goes on when the
 * dialog closes. When it is done the new row is selected and its details are open.
 */
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { createDialogTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';
import {
  AccountAndSubscription,
  type ChosenPlace,
} from '../../components/azure/account-and-subscription.tsx';
import { AzureError } from '../../components/azure/azure-error.tsx';
import { useAzureJob } from '../../components/azure/job/use-azure-job.ts';
import { byUser } from '../../components/connection-actions.ts';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { useServices } from '../../services.tsx';
import type { BegunCreation } from '../../store/ui-store.ts';
import { CreateButtons } from './create-buttons.tsx';
import { CreateFields } from './create-fields.tsx';
import { emptyForm, formOf, inputOf } from './create-form.ts';
import { CreateProgress } from './create-progress.tsx';
import { useCreateForm } from './use-create-form.ts';
import { useShowCreated } from './use-show-created.ts';
import { useSubscriptionContent } from './use-subscription-content.ts';

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalL },
  away: { display: 'none' },
});

type Making = Pick<BegunCreation, 'plan' | 'input'>;

export function CreateInAzure() {
  const styles = useStyles();
  const { bridge, shell, toasts, ui } = useServices();
  /** Under way since before the dialog was opened, or half done. */
  const [begun] = useState(() => ui.getState().creation);
  const [place, setPlace] = useState<ChosenPlace | null>(null);
  /** What is being made; null while the form is filled in. */
  const [making, setMaking] = useState<Making | null>(begun);
  const where = useMemo(() => (place === null ? null : whereOf(place)), [place]);
  const content = useSubscriptionContent(where);
  const cloud = place?.account.cloud ?? 'public';
  const places = content.places.value;
  const apps = content.apps.value?.apps ?? null;
  const control = useCreateForm(
    useMemo(
      () => ({ cloud, subscriptionId: where?.subscriptionId ?? '', places, apps }),
      [cloud, where, places, apps],
    ),
    begun === null ? emptyForm : formOf(begun.plan),
  );
  const job = useAzureJob(begun?.jobId ?? null);
  useShowCreated(job);
  // The host didn't even begin: the form says why.
  const isRefused = job.phase === 'none' && job.problem !== null;
  const shown = isRefused ? null : making;
  const refusal = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a low window the fields above push it out of sight.
    if (isRefused) refusal.current?.scrollIntoView({ block: 'nearest' });
  }, [isRefused]);

  const isOpen = useRef(true);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  const form = useRef<HTMLDivElement>(null);
  const [pressed, setPressed] = useState(0);
  useEffect(() => {
    // What is wrong may be out of sight.
    if (pressed > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [pressed]);

  function begin(next: Making): void {
    // The one before was seen here.
    ui.creationEnded();
    setMaking(next);
    job.start(async () => {
      try {
        const { id: jobId } = await bridge.call('azure.startCreation', next.input);
        ui.creationBegan({ ...next, jobId });
        return { id: jobId };
      } catch (error) {
        const { title, code } = describeError(toErrorData(error));
        const details = { name: next.plan.name, problem: title };
        if (!isOpen.current) toasts.show('error', fillText(createDialogTexts.refused, details), code);
        throw error;
      }
    });
  }

  function create(): void {
    const { plan } = control.reading;
    control.leaveAll();
    if (plan === null || where === null) setPressed((before) => before + 1);
    else begin({ plan, input: { ...inputOf(plan, where), ...byUser(shell.getState()) } });
  }

  function back(): void {
    ui.creationEnded();
    job.reset();
    setMaking(null);
  }

  function close(): void {
    // Its end was seen here.
    if (job.phase === 'ended' || job.phase === 'forgotten') ui.creationEnded();
    ui.closeDialog();
  }

  return (
    <DialogFrame
      title={createDialogTexts.title}
      size="form"
      onClose={close}
      actions={
        shown === null ? (
          <>
            <Button appearance="primary" disabledFocusable={where === null} onClick={create}>
              {createDialogTexts.create}
            </Button>
            <Button onClick={close}>{dialogButtonTexts.cancel}</Button>
          </>
        ) : (
          <CreateButtons job={job} onAgain={() => begin(shown)} onBack={back} onClose={close} />
        )
      }
    >
      {shown !== null && <CreateProgress state={job} plan={shown.plan} />}
      {/* It stays while it is made: what was typed is there again to be changed. */}
      <div ref={form} className={mergeClasses(styles.all, shown !== null && styles.away)}>
        <AccountAndSubscription disabled={false} onPlace={setPlace} />
        {where !== null && <CreateFields control={control} content={content} />}
        {isRefused && (
          <div ref={refusal}>
            <AzureError error={job.problem} />
          </div>
        )}
      </div>
    </DialogFrame>
  );
}

function whereOf({ subscription: { accountId, tenantId, subscriptionId } }: ChosenPlace) {
  return { accountId, tenantId, subscriptionId };
}
