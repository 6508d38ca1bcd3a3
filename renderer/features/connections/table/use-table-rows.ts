/**
 * The rows that are shown, in their order. The order is made when the person sorts and when a connection comes or goes,
 * and then stands: a change of state or traffic moves no row (design §7).
 */
import { useMemo, useState } from 'react';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { useConnections, useServices, useShell, useUi } from '../../../services.tsx';
import { filterRows } from './filter-rows.ts';
import { sortRows, type Sort } from './sort-rows.ts';

type Views = ReadonlyMap<string, ConnectionView>;

interface Order {
  readonly sort: Sort;
  readonly ids: readonly string[];
}

const noOrder: Order = { sort: { column: 'name', descending: false }, ids: [] };

export function useTableRows(): readonly ConnectionView[] {
  const { traffic } = useServices();
  const views = useConnections((state) => state.views);
  const sort = useShell(({ preferences }) => preferences.sort);
  const text = useUi(({ filter }) => filter);
  const group = useUi((state) => state.group);
  const [kept, setKept] = useState(noOrder);

  let order = kept;
  if (!stillStands(kept, sort, views)) {
    const { byId } = traffic.getState();
    const rateOf = (id: string): number => byId.get(id)?.rates.at(-1) ?? 0;
    order = { sort, ids: sortRows([...views.values()], sort, rateOf).map(({ config }) => config.id) };
    setKept(order);
  }
  const { ids } = order;
  return useMemo(
    () =>
      filterRows(
        ids.flatMap((id) => views.get(id) ?? []),
        { text, group },
      ),
    [ids, views, text, group],
  );
}

function stillStands(order: Order, sort: Sort, views: Views): boolean {
  return (
    order.sort.column === sort.column &&
    order.sort.descending === sort.descending &&
    order.ids.length === views.size &&
    order.ids.every((id) => views.has(id))
  );
}
