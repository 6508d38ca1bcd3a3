/** What came of a change that applies at once: a tick for a moment, or a sentence until the next try. Owns the tick's timer. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { joinLines } from '../../../electron/contract/messages/join-texts.ts';
import { describeError } from '../../../electron/contract/messages/messages.ts';

export const savedShownMs = 2_000;

export interface Saving {
  readonly isSaved: boolean;
  /** Why the last change wasn't taken; the value of before counts. */
  readonly problem: string | null;
  /** Never rejects. @returns whether it was taken. */
  run(act: () => Promise<unknown>): Promise<boolean>;
  /** A value that isn't even tried. */
  refuse(problem: string): void;
  /** The person goes on. */
  forget(): void;
}

export function useSaving(): Saving {
  const [isSaved, setSaved] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
      clearTimeout(timer.current);
    };
  }, []);
  const run = useCallback(async (act: () => Promise<unknown>) => {
    setProblem(null);
    setSaved(false);
    try {
      await act();
    } catch (error) {
      const { title, cause } = describeError(toErrorData(error));
      if (isThere.current) setProblem(joinLines([title, cause]));
      return false;
    }
    if (!isThere.current) return true;
    setSaved(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setSaved(false), savedShownMs);
    return true;
  }, []);
  const refuse = useCallback((sentence: string) => {
    setSaved(false);
    setProblem(sentence);
  }, []);
  const forget = useCallback(() => setProblem(null), []);
  return { isSaved, problem, run, refuse, forget };
}
