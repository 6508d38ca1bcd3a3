import { useEffect } from 'react';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { useConnection } from '../services.tsx';

/**
 * The connection that a dialog is about. When it is removed meanwhile, by the command line say, the dialog closes: one that
 * nobody sees would keep all keys of the window to itself.
 */
export function useConnectionOfDialog(id: string, onGone: () => void): ConnectionView | undefined {
  const view = useConnection(id);
  const isGone = view === undefined;
  useEffect(() => {
    if (isGone) onGone();
  }, [isGone, onGone]);
  return view;
}
