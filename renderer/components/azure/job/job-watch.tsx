/**
 * Follows work in Azure that was begun in this window while no dialog shows it, and tells how it ended: whoever closes the
 * dialog still hears of keys that other hosts need now, or of something that was made by half.
 */
import { useEffect, useRef } from 'react';
import type { AzureJob } from '../../../../electron/contract/azure-resource.ts';
import { azureJobEndTexts } from '../../../../electron/contract/messages/texts/azure-job.ts';
import { fillText } from '../../../../electron/contract/messages/message-text.ts';
import { describeError } from '../../../../electron/contract/messages/messages.ts';
import { otherListeners } from '../../../../electron/contract/redundancy-advice.ts';
import { useServices, useUi, type Services } from '../../../services.tsx';
import { failedStep } from './failed-step.ts';
import { useAzureJob } from './use-azure-job.ts';

type Ends = (typeof azureJobEndTexts)[keyof typeof azureJobEndTexts];

/** Null where the host doesn't know it any more. */
type Ended = AzureJob | null;

/** Before a host that didn't answer is asked again. */
const againMs = 5_000;

export function JobWatch() {
  const services = useServices();
  const { connections, ui } = services;
  const dialog = useUi((state) => state.dialog);
  const rotations = useUi((state) => state.rotations);
  const creation = useUi((state) => state.creation);
  const unseen = [...rotations].filter(([id]) => dialog?.kind !== 'rotateKeys' || dialog.id !== id);
  const isMadeUnseen = creation !== null && !creation.isTold && dialog?.kind !== 'createInAzure';

  function rotated(id: string, job: Ended): void {
    ui.rotationEnded(id);
    const view = connections.getState().views.get(id);
    // Removed meanwhile: nobody waits for it.
    if (view === undefined) return;
    const mustSync = (otherListeners(view) ?? 0) > 0;
    tell(
      services,
      mustSync ? azureJobEndTexts.rotationOfSeveral : azureJobEndTexts.rotation,
      view.config.name,
      job,
    );
  }

  return (
    <>
      {unseen.map(([id, jobId]) => (
        <Unseen key={jobId} jobId={jobId} onEnd={(job) => rotated(id, job)} />
      ))}
      {isMadeUnseen && (
        <Unseen
          key={creation.jobId}
          jobId={creation.jobId}
          onEnd={(job) => {
            // What is left half done is shown when the dialog is opened again.
            if (job !== null && failedStep(job) === undefined) ui.creationEnded();
            else ui.creationTold(creation.jobId);
            tell(services, azureJobEndTexts.creation, creation.plan.name, job);
          }}
        />
      )}
    </>
  );
}

interface UnseenProps {
  readonly jobId: string;
  readonly onEnd: (job: Ended) => void;
}

function Unseen({ jobId, onEnd }: UnseenProps) {
  const { phase, job, look } = useAzureJob(jobId);
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    if (phase === 'ended' || phase === 'forgotten') end.current(phase === 'ended' ? job : null);
    if (phase !== 'lost') return undefined;
    const timer = setTimeout(look, againMs);
    return () => clearTimeout(timer);
  }, [phase, job, look]);
  return null;
}

function tell({ toasts }: Services, ends: Ends, name: string, job: Ended): void {
  if (job === null) {
    toasts.show('error', fillText(ends.unknown, { name }));
    return;
  }
  const step = failedStep(job);
  if (step === undefined) {
    toasts.show('success', fillText(ends.done, { name }));
  } else if (step.problem === null || step.problem.code === 'HCM6002') {
    toasts.show('info', fillText(ends.stopped, { name }));
  } else {
    const { title, code } = describeError(step.problem);
    toasts.show('error', fillText(ends.failed, { name, problem: title }), code);
  }
}
