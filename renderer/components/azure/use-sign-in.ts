/**
 * One sign-in as the window does it: begun at the host, finished by the person elsewhere, waited for here. Owns it: what is
 * under way ends with the component, or with the next one.
 *
 * Invariant: a secret is passed on once and kept nowhere.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AzureAccount, SignInInput, SignInStep } from '../../../electron/contract/azure.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import type { Bridge } from '../../bridge.ts';
import { useBridge } from '../../services.tsx';

export type SignInState =
  | { readonly phase: 'idle'; readonly problem: ErrorData | null }
  | { readonly phase: 'starting' }
  | {
      readonly phase: 'waiting';
      readonly id: string;
      readonly step: SignInStep;
      /** Why its page couldn't be opened here: on another device it goes on. */
      readonly problem: ErrorData | null;
    };

export interface SignInActions {
  readonly start: (input: SignInInput) => void;
  readonly cancel: () => void;
  /** Shows the page of the sign-in in this computer's browser. */
  readonly openPage: () => void;
}

const idle: SignInState = { phase: 'idle', problem: null };

export function useSignIn(onSignedIn: (account: AzureAccount) => void): {
  readonly state: SignInState;
  readonly actions: SignInActions;
} {
  const bridge = useBridge();
  const [state, setState] = useState<SignInState>(idle);
  const tell = useRef(onSignedIn);
  const underway = useRef<Underway | null>(null);
  useEffect(() => {
    tell.current = onSignedIn;
  });

  const end = useCallback(() => {
    underway.current?.end();
    underway.current = null;
  }, []);
  useEffect(() => end, [end]);

  const openPage = useCallback(
    (id: string) =>
      void bridge.call('app.openSignIn', { id }).catch((error: unknown) => {
        if (underway.current?.id !== id) return;
        setState((before) =>
          before.phase === 'waiting' ? { ...before, problem: toErrorData(error) } : before,
        );
      }),
    [bridge],
  );

  const actions = useMemo(
    (): SignInActions => ({
      start: (input) => {
        end();
        setState({ phase: 'starting' });
        underway.current = begin(bridge, input, {
          onStep: (id, step) => {
            setState({ phase: 'waiting', id, step, problem: null });
            if (step.kind === 'browser') openPage(id);
          },
          onSignedIn: (account) => {
            underway.current = null;
            setState(idle);
            tell.current(account);
          },
          onProblem: (problem) => {
            underway.current = null;
            setState({ phase: 'idle', problem });
          },
        });
      },
      cancel: () => {
        end();
        setState(idle);
      },
      openPage: () => {
        const id = underway.current?.id ?? null;
        if (id !== null) openPage(id);
      },
    }),
    [bridge, end, openPage],
  );
  return { state, actions };
}

interface Listener {
  readonly onStep: (id: string, step: SignInStep) => void;
  readonly onSignedIn: (account: AzureAccount) => void;
  readonly onProblem: (problem: ErrorData) => void;
}

interface Underway {
  /** Null until the host has answered. */
  readonly id: string | null;
  readonly end: () => void;
}

/** After its end nobody is told anything any more. */
function begin(bridge: Bridge, input: SignInInput, listener: Listener): Underway {
  const stop = new AbortController();
  const hasEnded = (): boolean => stop.signal.aborted;
  let id: string | null = null;
  const cancel = (started: string): void => {
    bridge.call('azure.cancelSignIn', { id: started }).catch(() => undefined);
  };
  const run = async (): Promise<void> => {
    const started = await bridge.call('azure.startSignIn', input);
    if (hasEnded()) {
      cancel(started.id);
      return;
    }
    ({ id } = started);
    listener.onStep(id, started.step);
    let account: AzureAccount | null = null;
    // Asked again for as long as the host keeps it, which ends it in time.
    while (account === null && !hasEnded()) ({ account } = await bridge.call('azure.waitForSignIn', { id }));
    if (account === null || hasEnded()) return;
    stop.abort();
    listener.onSignedIn(account);
  };
  run().catch((error: unknown) => {
    if (hasEnded()) return;
    stop.abort();
    listener.onProblem(toErrorData(error));
  });
  return {
    get id() {
      return id;
    },
    end: () => {
      if (hasEnded()) return;
      stop.abort();
      if (id !== null) cancel(id);
    },
  };
}
