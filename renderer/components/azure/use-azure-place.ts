/**
 * Account and subscription that a person chooses in a dialog: reads who is signed in, then the account's subscriptions.
 *
 * Invariant: what an earlier choice still answers is dropped.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { CallOutput } from '../../../electron/contract/api.ts';
import type { AzureAccount, AzureSubscription } from '../../../electron/contract/azure.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { useBridge } from '../../services.tsx';

type Found = CallOutput<'azure.subscriptions'>;

export interface PlaceState {
  /** Null until they are known. */
  readonly accounts: readonly AzureAccount[] | null;
  readonly account: AzureAccount | null;
  /** Of the account; null while they are being read. */
  readonly found: Found | null;
  readonly subscription: AzureSubscription | null;
  /** Why accounts or subscriptions can't be read at all. */
  readonly problem: ErrorData | null;
}

export interface PlaceActions {
  readonly chooseAccount: (account: AzureAccount) => void;
  readonly chooseSubscription: (subscription: AzureSubscription | null) => void;
  /** Somebody signed in: reads all anew and goes on with that account. */
  readonly signedIn: (account: AzureAccount) => void;
  readonly readAgain: () => void;
}

const nothing: PlaceState = { accounts: null, account: null, found: null, subscription: null, problem: null };

export function useAzurePlace(): { readonly state: PlaceState; readonly actions: PlaceActions } {
  const bridge = useBridge();
  const [state, setState] = useState(nothing);
  const [wantedId, setWantedId] = useState<string | null>(null);
  /** Raised to read anew. */
  const [round, setRound] = useState(0);
  /** What was chosen is chosen again when all is read anew. */
  const wanted = useRef<AzureSubscription | null>(null);

  useEffect(() => {
    let isOver = false;
    const change = (part: Partial<PlaceState>): void => {
      if (!isOver) setState((before) => ({ ...before, ...part }));
    };
    const read = async (): Promise<void> => {
      const { accounts } = await bridge.call('azure.accounts', {});
      // One that works, unless it was asked for another.
      const usual = accounts.find(({ needsSignIn }) => !needsSignIn) ?? accounts[0];
      const account = accounts.find(({ id }) => id === wantedId) ?? usual ?? null;
      change({ accounts, account, problem: null });
      if (account === null || isOver) return;
      const found = await bridge.call('azure.subscriptions', { accountId: account.id });
      change({ found, subscription: subscriptionOf(found, wanted.current) });
    };
    read().catch((error: unknown) => change({ problem: toErrorData(error) }));
    return () => {
      isOver = true;
    };
  }, [bridge, wantedId, round]);

  const readAgain = useCallback(() => {
    setState((before) => ({ ...before, found: null, subscription: null, problem: null }));
    setRound((before) => before + 1);
  }, []);
  const actions = useMemo(
    (): PlaceActions => ({
      chooseAccount: ({ id }) => {
        setWantedId(id);
        readAgain();
      },
      chooseSubscription: (subscription) => {
        wanted.current = subscription;
        setState((before) => ({ ...before, subscription }));
      },
      signedIn: ({ id }) => {
        setWantedId(id);
        readAgain();
      },
      readAgain,
    }),
    [readAgain],
  );
  return { state, actions };
}

/** Where there is no choice, none is asked for. */
function subscriptionOf(
  { subscriptions }: Found,
  wanted: AzureSubscription | null,
): AzureSubscription | null {
  const same = subscriptions.find(
    ({ accountId, tenantId, subscriptionId }) =>
      accountId === wanted?.accountId &&
      tenantId === wanted.tenantId &&
      subscriptionId === wanted.subscriptionId,
  );
  const enabled = subscriptions.filter(isEnabled);
  return same ?? (enabled.length === 1 ? (enabled[0] ?? null) : null);
}

export function isEnabled({ state }: AzureSubscription): boolean {
  return state === '' || state.toLowerCase() === 'enabled';
}
