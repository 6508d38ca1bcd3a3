/** Asks Azure about a string once typing pauses. Only the answer to the last question counts. */
import { useEffect, useRef, useState } from 'react';
import type { CallInput } from '../../../electron/contract/api.ts';
import { toErrorData } from '../../../electron/contract/errors.ts';
import { useBridge } from '../../services.tsx';
import type { Answer } from './preview-row.ts';

/** Each question opens a connection to Azure and one to the endpoint. */
export const typingPauseMs = 400;

/**
 * @param question differs when what is asked about does; null asks nothing.
 * @param inputFor what to ask, made only when it is sent: it holds the key.
 */
export function useInspection(
  question: number | null,
  inputFor: () => CallInput<'connections.inspect'>,
): Answer {
  const bridge = useBridge();
  const [last, setLast] = useState<{ readonly question: number; readonly answer: Answer } | null>(null);
  const latestInput = useRef(inputFor);
  useEffect(() => {
    latestInput.current = inputFor;
  });

  useEffect(() => {
    if (question === null) return;
    let counts = true;
    const tell = (answer: Answer): void => {
      if (counts) setLast({ question, answer });
    };
    const timer = setTimeout(() => {
      bridge.call('connections.inspect', latestInput.current()).then(
        (inspection) => tell({ kind: 'answered', inspection }),
        (error: unknown) => tell({ kind: 'failed', problem: toErrorData(error) }),
      );
    }, typingPauseMs);
    return () => {
      counts = false;
      clearTimeout(timer);
    };
  }, [bridge, question]);

  if (question === null) return { kind: 'notAsked' };
  return last?.question === question ? last.answer : { kind: 'asking' };
}
