/**
 * Guides through new keys for a connection: what will happen and whom it concerns, then each step as it is done. The work
 * is the host's: closing this doesn't end it, and opening it again shows the one under way.
 */
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { rotateKeyTexts } from '../../../electron/contract/messages/texts/azure-row.ts';
import { azureJobTexts } from '../../../electron/contract/messages/texts/azure-job.ts';
import { dialogButtonTexts } from '../../../electron/contract/messages/texts/dialogs.ts';
import { fillText } from '../../../electron/contract/messages/message-text.ts';
import { otherListeners } from '../../../electron/contract/redundancy-advice.ts';
import { AzureError } from '../../components/azure/azure-error.tsx';
import { failedStep } from '../../components/azure/job/failed-step.ts';
import { JobSteps } from '../../components/azure/job/job-steps.tsx';
import { useAzureJob, type AzureJobState } from '../../components/azure/job/use-azure-job.ts';
import { BusyButton } from '../../components/busy-button.tsx';
import { byUser } from '../../components/connection-actions.ts';
import { DialogFrame } from '../../components/dialog-frame.tsx';
import { ErrorCallout } from '../../components/error-callout.tsx';
import { useConnectionOfDialog } from '../../components/use-connection-of-dialog.ts';
import { useServices } from '../../services.tsx';
import { RotationPlan } from './rotation-plan.tsx';
import { joinSentences } from '../../../electron/contract/messages/join-texts.ts';

const useStyles = makeStyles({
  parts: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalM },
});

export function RotateKeysDialog({ id }: { readonly id: string }) {
  const { ui } = useServices();
  const view = useConnectionOfDialog(id, ui.closeDialog);
  return view === undefined ? null : <RotateKeysOf view={view} />;
}

function RotateKeysOf({ view }: { readonly view: ConnectionView }) {
  const styles = useStyles();
  const { bridge, shell, ui } = useServices();
  const { id, name } = view.config;
  const [underway] = useState(() => ui.getState().rotations.get(id) ?? null);
  const job = useAzureJob(underway);
  const { start, phase } = job;

  useEffect(() => {
    if (phase === 'ended' || phase === 'forgotten') ui.rotationEnded(id);
  }, [ui, id, phase]);

  function rotate(): void {
    start(async () => {
      const begun = await bridge.call('azure.startRotation', { id, ...byUser(shell.getState()) });
      ui.rotationBegan(id, begun.id);
      return begun;
    });
  }

  return (
    <DialogFrame
      title={fillText(rotateKeyTexts.title, { name })}
      size="form"
      busy={phase === 'starting'}
      onClose={ui.closeDialog}
      actions={<Buttons job={job} onRotate={rotate} onClose={ui.closeDialog} />}
    >
      <div className={styles.parts}>
        {phase === 'none' || phase === 'starting' ? (
          <RotationPlan view={view} />
        ) : (
          <Progress job={job} view={view} />
        )}
        {job.problem !== null &&
          (phase === 'lost' ? (
            <ErrorCallout error={job.problem} title={azureJobTexts.lost} />
          ) : (
            <AzureError error={job.problem} />
          ))}
      </div>
    </DialogFrame>
  );
}

function Progress({
  job: { job, phase },
  view,
}: {
  readonly job: AzureJobState;
  readonly view: ConnectionView;
}) {
  const hasOthers = (otherListeners(view) ?? 0) > 0;
  return (
    <>
      {job !== null && <JobSteps job={job} />}
      {(phase === 'running' || phase === 'lost') && <p>{rotateKeyTexts.goesOn}</p>}
      {phase === 'forgotten' && <p role="status">{rotateKeyTexts.forgotten}</p>}
      {phase === 'ended' && job !== null && (
        <p role="status">
          {failedStep(job) === undefined
            ? joinSentences([rotateKeyTexts.done, ...(hasOthers ? [rotateKeyTexts.doneOthers] : [])])
            : rotateKeyTexts.failed}
        </p>
      )}
    </>
  );
}

interface ButtonsProps {
  readonly job: ReturnType<typeof useAzureJob>;
  readonly onRotate: () => void;
  readonly onClose: () => void;
}

function Buttons({ job, onRotate, onClose }: ButtonsProps) {
  const { phase, stopping } = job;
  const hasFailed = job.job !== null && failedStep(job.job) !== undefined;
  const canBeginAgain = phase === 'forgotten' || (phase === 'ended' && hasFailed);
  return (
    <>
      {(phase === 'none' || phase === 'starting') && (
        <BusyButton
          busy={phase === 'starting'}
          label={rotateKeyTexts.button}
          busyLabel={rotateKeyTexts.starting}
          onClick={onRotate}
        />
      )}
      {phase === 'running' && (
        <BusyButton
          appearance="secondary"
          busy={stopping}
          label={rotateKeyTexts.stop}
          busyLabel={rotateKeyTexts.stopping}
          onClick={job.stop}
        />
      )}
      {phase === 'lost' && <Button onClick={job.look}>{azureJobTexts.look}</Button>}
      {canBeginAgain && <Button onClick={onRotate}>{rotateKeyTexts.again}</Button>}
      <Button
        appearance={phase === 'ended' || phase === 'forgotten' ? 'primary' : 'secondary'}
        disabled={phase === 'starting'}
        onClick={onClose}
      >
        {phase === 'none' || phase === 'starting' ? dialogButtonTexts.cancel : rotateKeyTexts.close}
      </Button>
    </>
  );
}
