/**
 * Ends the expectations of clicks that came to nothing: after 3 s without a word from the host the true state is shown
 * again, and the person is told once, however many rows the click was for.
 */
import { doneTexts } from '../../electron/contract/messages/texts/actions.ts';
import { expectedForMs, type ConnectionsStore, type ExpectedState } from './connections-store.ts';
import type { ToastsStore } from './toasts-store.ts';

interface Due {
  readonly expectation: ExpectedState;
  readonly dueAt: number;
}

/** @returns what ends the watching. */
export function startExpectationTimers(connections: ConnectionsStore, toasts: ToastsStore): () => void {
  let due: ReadonlyMap<string, Due> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function follow(): void {
    const { expected } = connections.getState();
    const dueAt = Date.now() + expectedForMs;
    due = new Map(
      [...expected].map(([id, expectation]) => {
        const known = due.get(id);
        return [id, known?.expectation === expectation ? known : { expectation, dueAt }];
      }),
    );
    schedule();
  }

  function schedule(): void {
    clearTimeout(timer);
    if (due.size === 0) return;
    const next = Math.min(...[...due.values()].map(({ dueAt }) => dueAt));
    timer = setTimeout(expire, Math.max(0, next - Date.now()));
  }

  function expire(): void {
    const now = Date.now();
    const late = [...due].filter(([, { dueAt }]) => dueAt <= now);
    const forgotten = late.filter(([id]) => connections.forget(id));
    if (forgotten.some(([, { expectation }]) => !expectation.isHope)) toasts.show('info', doneTexts.noEffect);
    schedule();
  }

  const unsubscribe = connections.subscribe(({ expected }, before) => {
    if (expected !== before.expected) follow();
  });
  follow();
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
