/** The steps of work in Azure, each with how it stands; what went wrong stands below its step, in words. */
import { Body1, Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle16Filled,
  Circle16Regular,
  ErrorCircle16Filled,
  RecordStop16Regular,
} from '@fluentui/react-icons';
import type { AzureJob } from '../../../../electron/contract/azure-resource.ts';
import {
  azureJobTexts,
  azureJobStateTexts,
  azureJobStepTexts,
} from '../../../../electron/contract/messages/texts/azure-job.ts';
import { fillText } from '../../../../electron/contract/messages/message-text.ts';
import { toneColors } from '../../../theme/tones.ts';
import { AzureError } from '../azure-error.tsx';

type Step = AzureJob['steps'][number];

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: '0',
    padding: '0',
    listStyleType: 'none',
  },
  step: { display: 'grid', gridTemplateColumns: '16px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  // As high as a line of text.
  icon: { display: 'flex', alignItems: 'center', height: tokens.lineHeightBase300 },
  waiting: { color: tokens.colorNeutralForeground3 },
  note: { display: 'block', color: tokens.colorNeutralForeground3 },
  problem: { gridColumn: '1 / -1', paddingTop: tokens.spacingVerticalS },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

export function JobSteps({ job }: { readonly job: AzureJob }) {
  const styles = useStyles();
  return (
    <>
      <ol className={styles.list} aria-label={azureJobTexts.steps}>
        {job.steps.map((step) => (
          <li key={step.step} className={styles.step} data-state={step.state}>
            <span className={styles.icon}>
              <StepIcon step={step} />
            </span>
            <span>
              <Body1 {...(step.state === 'waiting' ? { className: styles.waiting } : {})}>
                {azureJobStepTexts[step.step]}
              </Body1>
              <span className={styles.unseen}>{`, ${azureJobStateTexts[step.state]}`}</span>
              {isStop(step) && <Caption1 className={styles.note}>{azureJobTexts.stopped}</Caption1>}
            </span>
            {step.problem !== null && !isStop(step) && (
              <span className={styles.problem}>
                <AzureError error={step.problem} />
              </span>
            )}
          </li>
        ))}
      </ol>
      {/* It is there from the first step on, or screen readers wouldn't notice the changes. */}
      <span role="status" className={styles.unseen}>
        {spoken(job)}
      </span>
    </>
  );
}

/** A person ended it before this step: no trouble to explain. */
function isStop({ problem }: Step): boolean {
  return problem?.code === 'HCM6002';
}

function StepIcon({ step }: { readonly step: Step }) {
  if (step.state === 'running') return <Spinner size="extra-tiny" aria-hidden />;
  if (step.state === 'done')
    return <CheckmarkCircle16Filled aria-hidden primaryFill={toneColors.good.icon} />;
  if (step.state === 'waiting') return <Circle16Regular aria-hidden primaryFill={toneColors.quiet.icon} />;
  return isStop(step) ? (
    <RecordStop16Regular aria-hidden primaryFill={toneColors.quiet.icon} />
  ) : (
    <ErrorCircle16Filled aria-hidden primaryFill={toneColors.act.icon} />
  );
}

/** The step under way; a failure is read out by its own words. */
function spoken({ steps, done }: AzureJob): string {
  const index = steps.findIndex(({ state }) => state === 'running');
  const running = steps[index];
  if (running !== undefined)
    return fillText(azureJobTexts.spoken, {
      number: index + 1,
      count: steps.length,
      step: azureJobStepTexts[running.step],
    });
  return done && steps.every(({ state }) => state === 'done') ? azureJobTexts.spokenDone : '';
}
