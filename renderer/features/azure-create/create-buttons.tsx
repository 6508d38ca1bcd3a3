/** What can be done with a making under way, or behind its end. */
import { Button } from '@fluentui/react-components';
import { createDialogTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { azureJobTexts } from '../../../electron/contract/messages/texts/azure-job.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
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
            {createDialogTexts.tryAgain}
          </Button>
          <Button onClick={onBack}>{createDialogTexts.back}</Button>
        </>
      )}
      {phase === 'lost' && (
        <Button appearance="primary" onClick={look}>
          {azureJobTexts.look}
        </Button>
      )}
      {phase === 'running' && (
        <BusyButton
          appearance="secondary"
          busy={stopping}
          label={createDialogTexts.stop}
          busyLabel={createDialogTexts.stopping}
          onClick={stop}
        />
      )}
      <Button onClick={onClose}>{dialogButtonTexts.close}</Button>
    </>
  );
}
