/**
 * Work in Azure as a dialog follows it: begun once, asked about for as long as the dialog is there. The work is the host's: it
 * goes on when the dialog closes, and ends before its end only by `stop`.
 *
 * Invariants: one question at a time; an answer that tells nothing new isn't asked for again at once; a host that can't be
 * asked is told of, and asked again when the person wants it; one that knows nothing of it any more isn't asked again.
 */
import { useCallback, useEffect, useState } from 'react';
import type { AzureJob } from '../../../../electron/contract/azure-resource.ts';
import { toErrorData, type ErrorData } from '../../../../electron/contract/errors.ts';
import type { Bridge } from '../../../bridge.ts';
import { useBridge } from '../../../services.tsx';

export interface AzureJobState {
  /**
   * `lost`: it was begun, and the host doesn't say how it goes. `forgotten`: nor will it, for it was restarted, or the work
   * ended a while ago.
   */
  readonly phase: 'none' | 'starting' | 'running' | 'lost' | 'forgotten' | 'ended';
  readonly id: string | null;
  /** Null until the first answer. */
  readonly job: AzureJob | null;
  /** Why it didn't begin, or why the host can't be asked. */
  readonly problem: ErrorData | null;
  /** It ends behind the step under way. */
  readonly stopping: boolean;
}

export interface AzureJobActions {
  readonly start: (begin: () => Promise<{ readonly id: string }>) => void;
  readonly stop: () => void;
  /** Asks again after `lost`. */
  readonly look: () => void;
  /** Back to nothing, for another try. */
  readonly reset: () => void;
}

const noJob: AzureJobState = { phase: 'none', id: null, job: null, problem: null, stopping: false };

/** Between two questions of which the first brought nothing new. */
const idleMs = 1_000;

/** @param begun id of work that was begun before, to be followed from the first moment on. */
export function useAzureJob(begun: string | null = null): AzureJobState & AzureJobActions {
  const bridge = useBridge();
  const [state, setState] = useState<AzureJobState>(() =>
    begun === null ? noJob : { ...noJob, phase: 'running', id: begun },
  );
  const { id, phase } = state;
  const isFollowed = phase === 'running';

  useEffect(() => {
    if (id === null || !isFollowed) return undefined;
    return follow(
      bridge,
      id,
      (job) => setState((before) => ({ ...before, job, phase: job.done ? 'ended' : 'running' })),
      (error) => setState((before) => ({ ...before, ...unanswered(toErrorData(error)) })),
    );
  }, [bridge, id, isFollowed]);

  const start = useCallback<AzureJobActions['start']>((begin) => {
    setState({ ...noJob, phase: 'starting' });
    begin().then(
      (begun) => setState({ ...noJob, phase: 'running', id: begun.id }),
      (error: unknown) => setState({ ...noJob, problem: toErrorData(error) }),
    );
  }, []);

  const stop = useCallback(() => {
    if (id === null) return;
    setState((before) => ({ ...before, stopping: true, problem: null }));
    bridge
      .call('azure.stopJob', { id })
      .catch((error: unknown) =>
        setState((before) => ({ ...before, stopping: false, problem: toErrorData(error) })),
      );
  }, [bridge, id]);

  const look = useCallback(() => setState((before) => ({ ...before, phase: 'running', problem: null })), []);
  const reset = useCallback(() => setState(noJob), []);
  return { ...state, start, stop, look, reset };
}

/** A host that answers that it knows nothing of it won't ever know more. */
function unanswered(problem: ErrorData): Pick<AzureJobState, 'phase' | 'problem'> {
  return problem.code === 'HCM6018' ? { phase: 'forgotten', problem: null } : { phase: 'lost', problem };
}

function follow(
  bridge: Bridge,
  id: string,
  onJob: (job: AzureJob) => void,
  onError: (error: unknown) => void,
): () => void {
  let isEnded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function ask(after: number): Promise<void> {
    try {
      const job = await bridge.call('azure.progress', { id, after });
      if (isEnded) return;
      onJob(job);
      if (job.done) return;
      if (job.revision > after) void ask(job.revision);
      else timer = setTimeout(() => void ask(after), idleMs);
    } catch (error) {
      if (!isEnded) onError(error);
    }
  }

  void ask(0);
  return () => {
    isEnded = true;
    clearTimeout(timer);
  };
}
