/** Who is signed in with Azure on the host, read once and again after each change. */
import { useCallback, useEffect, useState } from 'react';
import type { AzureAccount } from '../../../electron/contract/azure.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { useBridge } from '../../services.tsx';

interface Accounts {
  /** Null until they are known. */
  readonly accounts: readonly AzureAccount[] | null;
  readonly problem: ErrorData | null;
}

export function useAccounts(): Accounts & { readonly readAgain: () => void } {
  const bridge = useBridge();
  const [state, setState] = useState<Accounts>({ accounts: null, problem: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    bridge.call('azure.accounts', {}).then(
      ({ accounts }) => {
        if (!isOver) setState({ accounts, problem: null });
      },
      (error: unknown) => {
        if (!isOver) setState(({ accounts }) => ({ accounts, problem: toErrorData(error) }));
      },
    );
    return () => {
      isOver = true;
    };
  }, [bridge, round]);
  const readAgain = useCallback(() => setRound((before) => before + 1), []);
  return { ...state, readAgain };
}
