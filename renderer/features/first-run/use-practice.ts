/** What the dialog can do with the practice relay. Its state is the app's: this only asks for changes of it. */
import { useEffect, useState } from 'react';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import type { DemoState } from '../../../electron/contract/shell-api.ts';
import { useServices, useShell, type Services } from '../../services.tsx';

export interface Practice {
  readonly state: DemoState;
  readonly ending: boolean;
  /** What the last try to start or to end met. */
  readonly problem: ErrorData | null;
  readonly start: () => void;
  /** @returns whether it ended. */
  readonly end: () => Promise<boolean>;
}

/** Starts it when it is off. One that runs already, or failed before, is shown as it is. */
export function usePractice(): Practice {
  const services = useServices();
  const state = useShell(({ demo }) => demo);
  const [ending, setEnding] = useState(false);
  const [refusal, setRefusal] = useState<ErrorData | null>(null);

  useEffect(() => {
    if (services.shell.getState().demo.phase === 'off') startPractice(services);
  }, [services]);

  async function end(): Promise<boolean> {
    setEnding(true);
    setRefusal(null);
    try {
      await services.bridge.call('demo.stop', {});
      return true;
    } catch (error) {
      setRefusal(toErrorData(error));
      return false;
    } finally {
      setEnding(false);
    }
  }

  return {
    state,
    ending,
    problem: refusal ?? state.problem,
    start: () => {
      setRefusal(null);
      startPractice(services);
    },
    end,
  };
}

function startPractice({ bridge, shell }: Services): void {
  // At once, so that a second press finds it started.
  const expected: DemoState = { phase: 'starting', steps: [], url: null, connectionId: null, problem: null };
  shell.setState({ demo: expected });
  bridge.call('demo.start', {}).then(
    ({ state }) => {
      // Events tell more, and in their order: an answer can be older than the event of its end.
      if (shell.getState().demo === expected) shell.setState({ demo: state });
    },
    (error: unknown) =>
      shell.setState({ demo: { ...expected, phase: 'failed', problem: toErrorData(error) } }),
  );
}
