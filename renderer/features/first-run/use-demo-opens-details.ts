/**
 * When the app started practice by itself (`npm run demo`) nobody asked for a dialog: the connection's details open
 * instead, once, as soon as it is in the list.
 */
import { useEffect, useRef } from 'react';
import { useConnections, useServices, useShell, useUi } from '../../services.tsx';

export function useDemoOpensDetails(): void {
  const { ui } = useServices();
  const id = useShell(({ demo }) => demo.connectionId);
  const isListed = useConnections(({ views }) => id !== null && views.has(id));
  const isDialogOpen = useUi(({ dialog }) => dialog?.kind === 'demo');
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (id === null || told.current === id) return;
    // Who started it in the dialog sees it there.
    if (isDialogOpen) told.current = id;
    else if (isListed) {
      told.current = id;
      ui.openDetails(id);
    }
  }, [id, isDialogOpen, isListed, ui]);
}
