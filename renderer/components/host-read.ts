/**
 * What a part of the window reads from the host while somebody looks at it: at once, then whenever its source says so.
 *
 * Invariants: nothing is read while the window is hidden, and everything anew when it is seen again or another host
 * answers; a failure keeps what was read before and says what is wrong.
 */
import { useEffect, useState } from 'react';
import { toErrorData, type ErrorData } from '../../electron/contract/errors.ts';
import { useShell } from '../services.tsx';
import { createPacedReads, pacedReadMs } from './paced-reads.ts';
import { usePageVisible } from './page-visible.ts';

/** Must stay the same object for as long as it means the same: another one starts anew. */
export interface HostSource<Value> {
  readonly read: () => Promise<Value>;
  /** Reads once a second. */
  readonly poll?: true;
  /** Says when to read again. @returns what ends it. */
  readonly follow?: (again: () => void) => () => void;
}

export interface HostRead<Value> {
  /** Null until it was read once. */
  readonly value: Value | null;
  /** Why the last read brought nothing. */
  readonly problem: ErrorData | null;
}

export function useHostRead<Value>(source: HostSource<Value>): HostRead<Value> {
  const isVisible = usePageVisible();
  const mode = useShell(({ host }) => host.mode);
  const [state, setState] = useState<HostRead<Value>>({ value: null, problem: null });
  useEffect(() => {
    if (!isVisible || mode === 'starting') return undefined;
    return startReads(
      source,
      (value) =>
        setState((before) =>
          before.value === value && before.problem === null ? before : { value, problem: null },
        ),
      (error) => setState(({ value }) => ({ value, problem: toErrorData(error) })),
    );
  }, [source, isVisible, mode]);
  return state;
}

function startReads<Value>(
  { read, poll, follow }: HostSource<Value>,
  onValue: (value: Value) => void,
  onError: (error: unknown) => void,
): () => void {
  let ended = false;
  const reads = createPacedReads(async () => {
    try {
      const value = await read();
      if (!ended) onValue(value);
    } catch (error) {
      if (!ended) onError(error);
    }
  });
  reads.request();
  const timer = poll ? setInterval(() => reads.request(), pacedReadMs) : undefined;
  const unfollow = follow?.(() => reads.request());
  return () => {
    ended = true;
    clearInterval(timer);
    unfollow?.();
    reads.stop();
  };
}
