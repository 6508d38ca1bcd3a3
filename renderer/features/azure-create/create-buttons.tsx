/** What can be done with a making under way, or behind its end. */
import { Button } from '@fluentui/react-components';
import { enCreateDialog } from '../../../electron/contract/messages/en-azure-create.ts';
import { enAzureJob } from '../../../electron/contract/messages/en-azure-job.ts';
import { enDialogButtons } from '../../../electron/contract/messages/en-dialogs.ts';
import type { AzureJobActions, AzureJobState } from '../../components/azure/job/use-azure-job.ts';
import { failedStep } from '../../components/azure/job/failed-step.ts';
import { BusyButton } from '../../components/busy-button.tsx';

export interface CreateButtonsProps {
  readonly job: AzureJobState & AzureJobActions;
  readonly onAgain: () => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

export function CreateButtons({ job, onAgain, onBack, onClose }: CreateButtonsProps) {
  const { phase, stopping, stop, look } = job;
  const hasFailed = job.job !== null && failedStep(job.job) !== undefined;
  return (
    <>
      {(phase === 'forgotten' || (phase === 'ended' && hasFailed)) && (
        <>
          <Button appearance="primary" onClick={onAgain}>
            {enCreateDialog.tryAgain}
          </Button>
          <Button onClick={onBack}>{enCreateDialog.back}</Button>
        </>
      )}
      {phase === 'lost' && (
        <Button appearance="primary" onClick={look}>
          {enAzureJob.look}
        </Button>
      )}
      {phase === 'running' && (
        <BusyButton
          appearance="secondary"
          busy={stopping}
          label={enCreateDialog.stop}
          busyLabel={enCreateDialog.stopping}
          onClick={stop}
        />
      )}
      <Button onClick={onClose}>{enDialogButtons.close}</Button>
    </>
  );
}
