/**
 * In which order the open sessions stand. A click on a head sorts them once; their figures then change in place, because
 * a row that moves each second can't be read or closed (design §7). Pure.
 */
import type { SessionView } from '../../../electron/contract/api.ts';
import { compareNames } from '../../../electron/contract/locale-formats.ts';

export type SortColumn = 'started' | 'peer' | 'rate' | 'toEndpoint' | 'toApp' | 'connect';

export interface SessionOrder {
  readonly column: SortColumn;
  readonly descending: boolean;
  /** As they were sorted when that was asked for; null: by their start, always. */
  readonly ids: readonly string[] | null;
}

export const newestFirst: SessionOrder = { column: 'started', descending: true, ids: null };

/** Figures begin with the largest, words with A; another click turns it round. */
export function sortedBy(
  column: SortColumn,
  before: SessionOrder,
  sessions: readonly SessionView[],
  rateOf: (id: string) => number | null,
): SessionOrder {
  const descending = before.column === column ? !before.descending : column !== 'peer';
  const keyOf = (session: SessionView): number | string => {
    switch (column) {
      case 'started':
        return session.startedAt;
      case 'peer':
        return session.peer ?? '';
      case 'rate':
        return rateOf(session.id) ?? -1;
      case 'toEndpoint':
        return session.bytesIn;
      case 'toApp':
        return session.bytesOut;
      case 'connect':
        return session.dialMs ?? -1;
    }
  };
  const sign = descending ? -1 : 1;
  const ids = [...sessions]
    .sort((one, other) => sign * compare(keyOf(one), keyOf(other)) || other.startedAt - one.startedAt)
    .map(({ id }) => id);
  return { column, descending, ids };
}

/** Those that came since stand first, newest first. */
export function inOrder(
  sessions: readonly SessionView[],
  { ids, descending }: SessionOrder,
): readonly SessionView[] {
  const places = new Map(ids?.map((id, place) => [id, place]));
  const sign = ids === null && !descending ? -1 : 1;
  return [...sessions].sort(
    (one, other) =>
      (places.get(one.id) ?? -1) - (places.get(other.id) ?? -1) || sign * (other.startedAt - one.startedAt),
  );
}

function compare(one: number | string, other: number | string): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return compareNames(String(one), String(other));
}
