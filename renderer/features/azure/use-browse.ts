/**
 * Hybrid Connections of a subscription as they come. Owns the look at the host: another place, or closing, ends it there.
 *
 * Invariant: what a look before still answers is dropped.
 */
import { useCallback, useEffect, useState } from 'react';
import type { CallOutput } from '../../../electron/contract/api.ts';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import type { ChosenPlace } from '../../components/azure/account-and-subscription.tsx';
import type { Bridge } from '../../bridge.ts';
import { useBridge } from '../../services.tsx';

type Browsed = CallOutput<'azure.browsed'>;

export interface BrowseState {
  readonly connections: readonly AzureConnection[];
  readonly problems: Browsed['problems'];
  readonly usage: Browsed['usage'];
  readonly isDone: boolean;
  /** Why it ended before its end. */
  readonly problem: ErrorData | null;
}

const nothing: BrowseState = {
  connections: [],
  problems: [],
  usage: { state: 'reading', connections: [], problem: null },
  isDone: false,
  problem: null,
};

/** @param place null: nothing to look at yet */
export function useBrowse(place: ChosenPlace | null): {
  readonly state: BrowseState;
  readonly again: () => void;
} {
  const bridge = useBridge();
  const [kept, setKept] = useState<{ readonly of: ChosenPlace | null; readonly state: BrowseState }>({
    of: null,
    state: nothing,
  });
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (place === null) return undefined;
    return browse(bridge, place, (change) =>
      setKept((before) => ({ of: place, state: change(before.of === place ? before.state : nothing) })),
    );
  }, [bridge, place, round]);
  const again = useCallback(() => {
    setKept({ of: null, state: nothing });
    setRound((before) => before + 1);
  }, []);
  return { state: kept.of === place ? kept.state : nothing, again };
}

/** @returns what ends it. */
function browse(
  bridge: Bridge,
  { account, subscription: { tenantId, subscriptionId } }: ChosenPlace,
  onChange: (change: (before: BrowseState) => BrowseState) => void,
): () => void {
  const stop = new AbortController();
  const hasEnded = (): boolean => stop.signal.aborted;
  let id: string | null = null;
  const end = (look: string): void =>
    void bridge.call('azure.stopBrowsing', { id: look }).catch(() => undefined);
  const run = async (): Promise<void> => {
    const look = await bridge.call('azure.browse', { accountId: account.id, tenantId, subscriptionId });
    if (hasEnded()) {
      end(look.id);
      return;
    }
    ({ id } = look);
    let after = 0;
    let isOver = false;
    while (!isOver && !hasEnded()) {
      const browsed = await bridge.call('azure.browsed', { id, after });
      if (hasEnded()) return;
      after += browsed.connections.length;
      isOver = browsed.done && browsed.usage.state !== 'reading';
      onChange((before) => withAnswer(before, browsed));
    }
  };
  run().catch((error: unknown) => {
    if (!hasEnded()) onChange((before) => withEnd(before, toErrorData(error)));
  });
  return () => {
    stop.abort();
    if (id !== null) end(id);
  };
}

/** What was found stays; the apps won't be known any more. */
function withEnd(before: BrowseState, problem: ErrorData): BrowseState {
  const { usage } = before;
  const ended = usage.state === 'reading' ? ({ ...usage, state: 'unreadable' } as const) : usage;
  return { ...before, usage: ended, isDone: true, problem };
}

function withAnswer(
  before: BrowseState,
  { connections, problems, usage, done, problem }: Browsed,
): BrowseState {
  return {
    ...before,
    connections: connections.length === 0 ? before.connections : [...before.connections, ...connections],
    problems,
    usage,
    isDone: done,
    problem,
  };
}
