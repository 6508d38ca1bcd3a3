/** Short messages at the bottom right. Never the only record of anything (design §12). */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ErrorCode } from '../../electron/contract/errors.ts';

export interface Toast {
  readonly id: number;
  /** Errors stay until they are closed and are read out at once. */
  readonly intent: 'info' | 'success' | 'error';
  readonly text: string;
  /** Last and small, for whoever searches for it. */
  readonly code: ErrorCode | null;
}

export interface ToastsStore extends StoreApi<{ readonly toasts: readonly Toast[] }> {
  show(intent: Toast['intent'], text: string, code?: ErrorCode): void;
  close(id: number): void;
}

/** More would cover the window. The oldest goes first. */
const maxToasts = 4;

export function createToastsStore(): ToastsStore {
  let lastId = 0;
  const store = createStore<{ readonly toasts: readonly Toast[] }>(() => ({ toasts: [] }));
  return {
    ...store,
    show: (intent, text, code) => {
      lastId += 1;
      const toasts = [...store.getState().toasts, { id: lastId, intent, text, code: code ?? null }];
      store.setState({ toasts: toasts.slice(-maxToasts) });
    },
    close: (id) => store.setState({ toasts: store.getState().toasts.filter((toast) => toast.id !== id) }),
  };
}
