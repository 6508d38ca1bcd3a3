/**
 * What Azure says of a connection, asked by a person alone: it takes the account that is signed in and half a dozen requests.
 *
 * Invariant: an answer that comes after the part of the window is gone, or to an earlier question, is nobody's.
 */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AzureAbout } from '../../../electron/contract/azure-resource.ts';
import { toErrorData, type ErrorData } from '../../../electron/contract/errors.ts';
import { useBridge } from '../../services.tsx';

export interface About {
  /** Null until Azure has answered once. */
  readonly value: AzureAbout | null;
  /** Why the last question brought nothing. */
  readonly problem: ErrorData | null;
  readonly isAsking: boolean;
}

export function useAbout(id: string): About & { readonly ask: () => void } {
  const bridge = useBridge();
  const [about, setAbout] = useState<About>({ value: null, problem: null, isAsking: false });
  const question = useRef(0);
  const ask = useCallback(() => {
    const mine = ++question.current;
    const answer = (part: Partial<About>): void => {
      if (mine === question.current) setAbout((before) => ({ ...before, isAsking: false, ...part }));
    };
    setAbout((before) => ({ ...before, isAsking: true, problem: null }));
    bridge.call('azure.about', { id }).then(
      (value) => answer({ value }),
      (error: unknown) => answer({ problem: toErrorData(error) }),
    );
  }, [bridge, id]);
  useEffect(
    () => () => {
      question.current += 1;
    },
    [],
  );
  return { ...about, ask };
}
