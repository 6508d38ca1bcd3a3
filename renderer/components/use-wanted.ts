/**
 * Follows what is asked for outside of the page: by the application menu, the tray, a click on a notification, the window's
 * own ×. A dialog that is open stays: what was typed there counts more.
 */
import { useEffect } from 'react';
import type { WantedPage } from '../../electron/contract/shell-api.ts';
import { useServices, type Services } from '../services.tsx';
import { useConnectionActions, type ConnectionActions } from './connection-actions.ts';

export function useWanted(): void {
  const services = useServices();
  const actions = useConnectionActions();
  useEffect(() => {
    const { bridge, ui } = services;
    let endWaiting = (): void => undefined;
    const ends = [
      () => endWaiting(),
      bridge.on('page.wanted', ({ page }) => {
        if (ui.getState().dialog === null) showPage(services, actions, page);
      }),
      bridge.on('connection.wanted', ({ id }) => {
        endWaiting();
        endWaiting = showConnection(services, id);
      }),
      bridge.on('closing.asked', ({ hasTray }) => {
        const { dialog } = ui.getState();
        if (dialog === null) ui.openDialog({ kind: 'closing', hasTray });
        // A second × while it says so, or nothing can be said over what is open.
        else
          void bridge
            .call('app.hide', { wasRead: dialog.kind === 'closing', dontShowAgain: false })
            .catch(() => undefined);
      }),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [services, actions]);
}

function showPage({ ui }: Services, actions: ConnectionActions, page: WantedPage): void {
  switch (page) {
    case 'connections':
      ui.closePage();
      return;
    case 'settings':
      ui.openPage({ kind: 'settings', section: 'general' });
      return;
    case 'help':
      ui.openPage({ kind: 'help', topic: 'start' });
      return;
    case 'shortcuts':
    case 'about':
    case 'import':
    case 'configure':
    case 'enterManually':
      actions.openDialog({ kind: page });
      return;
  }
}

/** How long a list that is older than the notification may take to be renewed. */
const renewedWithinMs = 10_000;

/**
 * Behind an open dialog, too: it is there when that closes. A page that was out of sight learns only now of what was added
 * meanwhile; one that was removed moves nothing.
 * @returns what ends the waiting for it.
 */
function showConnection({ ui, connections }: Services, id: string): () => void {
  const show = (): boolean => {
    if (!connections.getState().views.has(id)) return false;
    ui.closePage();
    ui.clearFilters();
    ui.openDetails(id);
    return true;
  };
  if (show()) return () => undefined;
  const unsubscribe = connections.subscribe(() => {
    if (show()) end();
  });
  const timer = setTimeout(unsubscribe, renewedWithinMs);
  const end = (): void => {
    clearTimeout(timer);
    unsubscribe();
  };
  return end;
}
