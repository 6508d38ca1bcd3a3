/** Import… of the application menu. Not over another dialog, and not for somebody who may only look. */
import { useEffect } from 'react';
import { useConnectionActions } from '../../components/connection-actions.ts';
import { useServices } from '../../services.tsx';

export function useImportWanted(): void {
  const { bridge, ui } = useServices();
  const actions = useConnectionActions();
  useEffect(
    () =>
      bridge.on('import.wanted', () => {
        if (ui.getState().dialog === null) actions.openDialog({ kind: 'import' });
      }),
    [bridge, ui, actions],
  );
}
