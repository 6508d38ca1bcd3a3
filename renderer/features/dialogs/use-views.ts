/** The connections that a dialog is about: as they were when it opened, with what is known of them now. */
import { useState } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { useConnections } from '../../services.tsx';

/**
 * One that goes away meanwhile stays in the text: a question that changes under the pointer would be answered for
 * something else.
 */
export function useViews(ids: readonly string[]): readonly ConnectionView[] {
  const views = useConnections((state) => state.views);
  const [atFirst] = useState(views);
  return ids.flatMap((id) => views.get(id) ?? atFirst.get(id) ?? []);
}
