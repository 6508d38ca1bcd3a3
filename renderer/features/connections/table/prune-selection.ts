/**
 * A command must not reach a row that the person has filtered away, or one that is gone. A row that leaves a pressed chip
 * by itself stays selected: its details are open, and closing them then would look like a fault.
 */
import type { Services } from '../../../services.tsx';
import { filterRows } from './filter-rows.ts';
import { pruned } from './selection.ts';

/** @returns what ends it. */
export function startPruning({ ui, connections }: Pick<Services, 'ui' | 'connections'>): () => void {
  function keep(isThere: (id: string) => boolean): void {
    const { selected } = ui.getState();
    const left = pruned(selected, isThere);
    if (left === selected) return;
    ui.select(left);
    if (left.size === 0) ui.closeDetails();
  }

  const ends = [
    ui.subscribe(({ filter, group }, before) => {
      if (filter === before.filter && group === before.group) return;
      const views = [...connections.getState().views.values()];
      const shown = new Set(filterRows(views, { text: filter, group }).map(({ config }) => config.id));
      keep((id) => shown.has(id));
    }),
    connections.subscribe(({ views }, before) => {
      if (views !== before.views) keep((id) => views.has(id));
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
