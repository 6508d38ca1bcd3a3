/**
 * What a dialog asks the host once, and again when the person wants it.
 *
 * Invariant: what an earlier question still answers is dropped.
 */
import { useCallback, useEffect, useState } from 'react';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';

type Read<Value> = () => Promise<Value>;

export interface Answer<Value> {
  /** Null until it is there. */
  readonly value: Value | null;
  readonly problem: ErrorData | null;
  readonly again: () => void;
}

interface Known<Value> {
  readonly of: Read<Value> | null;
  readonly round: number;
  readonly value: Value | null;
  readonly problem: ErrorData | null;
}

/** @param read the same function for as long as it means the same; null asks nothing. */
export function useAnswer<Value>(read: Read<Value> | null): Answer<Value> {
  const [round, setRound] = useState(0);
  const [known, setKnown] = useState<Known<Value>>({ of: null, round, value: null, problem: null });

  useEffect(() => {
    if (read === null) return undefined;
    let isOver = false;
    read().then(
      (value) => {
        if (!isOver) setKnown({ of: read, round, value, problem: null });
      },
      (error: unknown) => {
        // What was known before is better than nothing.
        if (!isOver)
          setKnown((before) => ({
            of: read,
            round,
            value: before.of === read ? before.value : null,
            problem: toErrorData(error),
          }));
      },
    );
    return () => {
      isOver = true;
    };
  }, [read, round]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  const isOwn = read !== null && known.of === read;
  return {
    value: isOwn ? known.value : null,
    problem: isOwn && known.round === round ? known.problem : null,
    again,
  };
}
