/**
 * An import as the dialog does it, by the app's calls: the connections themselves stay in the app's main process. Ends it
 * there when the dialog goes.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { HcmError, toErrorData } from '../../../electron/contract/errors.ts';
import { maxImportBytes } from '../../../electron/contract/import-view.ts';
import type { Bridge } from '../../bridge.ts';
import { useBridge } from '../../services.tsx';
import {
  afterFailure,
  afterOpening,
  afterVerifying,
  emptyImport,
  withAllTicks,
  withRows,
  withTick,
  type ImportState,
} from './import-state.ts';

export interface ImportActions {
  readonly choose: () => void;
  /** Dropped or pasted. */
  readonly read: (file: string, content: Blob) => void;
  readonly unlock: (passphrase: string) => void;
  readonly toggle: (row: number) => void;
  readonly toggleAll: () => void;
  readonly verify: () => void;
  readonly stop: () => void;
  readonly apply: () => void;
  /** Back to the first step. */
  readonly restart: () => void;
}

export function useImport(): { readonly state: ImportState; readonly actions: ImportActions } {
  const bridge = useBridge();
  const [state, setState] = useState(emptyImport);
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  });
  const isOpen = useRef(true);

  useEffect(() => {
    isOpen.current = true;
    const unsubscribe = bridge.on('import.rowsChanged', ({ rows }) =>
      setState((before) => withRows(before, rows)),
    );
    return () => {
      isOpen.current = false;
      unsubscribe();
      close(bridge);
    };
  }, [bridge]);

  /** One thing at a time; what went wrong is told in the dialog. */
  const run = useCallback(
    async <Answer>(
      busy: NonNullable<ImportState['busy']>,
      call: () => Promise<Answer>,
      next: (state: ImportState, answer: Answer) => ImportState,
    ): Promise<void> => {
      setState((before) => ({ ...before, busy, error: null }));
      try {
        const answer = await call();
        if (isOpen.current) setState((before) => next(before, answer));
      } catch (error) {
        if (isOpen.current) setState((before) => afterFailure(before, toErrorData(error)));
      }
    },
    [],
  );

  const actions = useMemo((): ImportActions => {
    const ticked = (): number[] => [...latest.current.ticked];
    return {
      choose: () => void run('opening', () => bridge.call('import.choose', {}), afterOpening),
      read: (file, content) =>
        void run(
          'opening',
          async () => bridge.call('import.read', { file, bytes: await bytesOf(content) }),
          afterOpening,
        ),
      unlock: (passphrase) =>
        void run('opening', () => bridge.call('import.unlock', { passphrase }), afterOpening),
      toggle: (row) => setState((before) => withTick(before, row)),
      toggleAll: () => setState(withAllTicks),
      verify: () => {
        setState((before) => ({ ...before, step: 'verify' }));
        const rows = ticked();
        void run(
          'verifying',
          () => bridge.call('import.verify', { rows }),
          (before, answer) => afterVerifying(before, answer.rows),
        );
      },
      stop: () => void bridge.call('import.stopVerifying', {}).catch(() => undefined),
      apply: () => {
        const rows = ticked();
        void run(
          'importing',
          () => bridge.call('import.apply', { rows }),
          (before, answer) => ({ ...before, step: 'switch', rows: answer.rows, busy: null }),
        );
      },
      restart: () => {
        close(bridge);
        setState(emptyImport);
      },
    };
  }, [bridge, run]);

  return { state, actions };
}

/** Without an answer it ends by itself. */
function close(bridge: Bridge): void {
  bridge.call('import.close', {}).catch(() => undefined);
}

/** @throws HcmError HCM1082, HCM1061 */
async function bytesOf(content: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (content.size > maxImportBytes)
    throw new HcmError('HCM1082', { reason: 'bytes', limit: maxImportBytes / 1024 / 1024 });
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch (error) {
    // A folder, or a file that went away meanwhile.
    throw new HcmError('HCM1061', {}, { cause: error });
  }
}
