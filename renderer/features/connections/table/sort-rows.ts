/** The order of rows for a column (design §7). Pure. Rows that are equal there stand in the order of their names. */
import { namespaceOf } from '../../../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { formatHostPort } from '../../../../electron/contract/host-port.ts';
import { endpointStatusWord, statusWord } from '../../../../electron/contract/messages/messages.ts';
import type { Preferences } from '../../../../electron/contract/preferences.ts';
import type { ColumnName } from '../../../../electron/contract/default-preferences.ts';
import { azureUrgency, endpointUrgency } from './shown-leg.ts';
import { compareNames } from '../../../../electron/contract/locale-formats.ts';

export type Sort = Preferences['sort'];

/** `sql2` before `sql10`, whatever the case. */

type SortKey = readonly (string | number)[];

/** @param rateOf bytes per second now, of the connection with this id. */
export function sortRows(
  views: readonly ConnectionView[],
  { column, descending }: Sort,
  rateOf: (id: string) => number,
): readonly ConnectionView[] {
  const keyed = views.map((view) => ({ view, key: sortKey(view, column, rateOf) }));
  const direction = descending ? -1 : 1;
  keyed.sort(
    (one, other) =>
      direction * compareKeys(one.key, other.key) ||
      compareNames(one.view.config.name, other.view.config.name) ||
      compareNames(one.view.config.id, other.view.config.id),
  );
  return keyed.map(({ view }) => view);
}

function sortKey(view: ConnectionView, column: ColumnName, rateOf: (id: string) => number): SortKey {
  const { config, azure, endpoint } = view;
  switch (column) {
    case 'name':
      return [config.name];
    case 'status':
      return [azureUrgency(view), statusWord(azure.status)];
    case 'namespace':
      return [namespaceOf(config.host)];
    case 'endpoint':
      return [config.endpoint === null ? '' : formatHostPort(config.endpoint)];
    case 'endpointStatus':
      return [endpointUrgency(view), endpointStatusWord(endpoint.status)];
    case 'sessions':
      return [view.sessions];
    case 'traffic':
      return [rateOf(config.id)];
  }
}

function compareKeys(one: SortKey, other: SortKey): number {
  for (const [index, value] of one.entries()) {
    const against = other[index];
    const order =
      typeof value === 'number' && typeof against === 'number'
        ? value - against
        : compareNames(String(value), String(against));
    if (order !== 0) return order;
  }
  return 0;
}
