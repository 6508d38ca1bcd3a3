/** How the making goes, step by step. */
import { Body1, Body1Strong, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import type { PlannedConnection } from '../../../electron/contract/azure-create-lines.ts';
import { createDialogTexts } from '../../../electron/contract/messages/texts/azure-create.ts';
import { azureJobTexts } from '../../../electron/contract/messages/texts/azure-job.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { JobSteps } from '../../components/azure/job/job-steps.tsx';
import type { AzureJobState } from '../../components/azure/job/use-azure-job.ts';
import { failedStep } from '../../components/azure/job/failed-step.ts';
import { ErrorCallout } from '../../components/error-callout.tsx';

export interface CreateProgressProps {
  readonly state: AzureJobState;
  readonly plan: PlannedConnection;
}

const useStyles = makeStyles({
  all: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
  starting: { justifyContent: 'flex-start' },
});

export function CreateProgress({ state, plan }: CreateProgressProps) {
  const styles = useStyles();
  const { phase, job, problem } = state;
  const { name, namespace } = plan;
  return (
    <div className={styles.all}>
      <Body1Strong>{fillText(createDialogTexts.heading, { name, namespace })}</Body1Strong>
      {job === null && (phase === 'starting' || phase === 'running') && (
        <Spinner size="tiny" className={styles.starting} label={azureJobTexts.starting} />
      )}
      {job !== null && <JobSteps job={job} />}
      {problem !== null && (
        <ErrorCallout error={problem} {...(phase === 'lost' ? { title: azureJobTexts.lost } : {})} />
      )}
      {(phase === 'running' || phase === 'lost') && <Body1>{createDialogTexts.goesOn}</Body1>}
      {phase === 'forgotten' && <Body1 role="status">{createDialogTexts.forgotten}</Body1>}
      {phase === 'ended' && job !== null && (
        <Body1 role="status">
          {failedStep(job) === undefined
            ? fillText(createDialogTexts.done, { name })
            : createDialogTexts.failed}
        </Body1>
      )}
    </div>
  );
}
