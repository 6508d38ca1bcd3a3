/** The selected connections that are still there. */
import { useMemo } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { useConnections, useUi } from '../../services.tsx';

export function useSelectedViews(): readonly ConnectionView[] {
  const selected = useUi((state) => state.selected);
  const views = useConnections((state) => state.views);
  return useMemo(() => [...selected].flatMap((id) => views.get(id) ?? []), [selected, views]);
}
