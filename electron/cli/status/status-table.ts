/**
 * The window's table on a terminal: the same words and numbers, the ones that need somebody first. As the window does, it
 * leaves columns out where there is no room for them. Pure.
 */
import { connectionRow } from '../../contract/connection-row.ts';
import type { ConnectionView } from '../../contract/connection-view.ts';
import { unknownValue } from '../../contract/format.ts';
import { sessionsText, trafficText } from '../../contract/messages/connection-figures.ts';
import { watchHeadTexts } from '../../contract/messages/texts/cli-status.ts';
import { tableHeadTexts } from '../../contract/messages/texts/cli.ts';
import { groupOf } from '../../contract/messages/host-sentence.ts';
import type { StatusGroup } from '../../contract/status.ts';
import type { Paint } from '../paint.ts';
import { azureCell, endpointCell, worseLegCell } from '../render/leg-cells.ts';
import { tableLines, tableWidth, type TableCell } from '../render/table.ts';
import { compareNames } from '../../contract/locale-formats.ts';

export interface StatusTableLook {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  readonly maxWidth: number;
  readonly paint: Paint;
  /** Bytes per second by id; undefined: there is no such column. */
  readonly rates?: ReadonlyMap<string, number>;
}

type Column = 'name' | 'status' | 'namespace' | 'endpoint' | 'endpointStatus' | 'sessions' | 'traffic';

/** From wide to narrow, as in the window. */
const shapes: readonly (readonly Column[])[] = [
  ['name', 'status', 'namespace', 'endpoint', 'endpointStatus', 'sessions', 'traffic'],
  ['name', 'status', 'endpoint', 'endpointStatus', 'sessions', 'traffic'],
  ['name', 'status', 'endpointStatus', 'sessions', 'traffic'],
  ['name', 'status', 'endpointStatus'],
  ['name', 'status'],
];

/** The heads first, then a line for each connection. */
export function statusTable(views: readonly ConnectionView[], look: StatusTableLook): readonly string[] {
  const candidates = shapes.map((shape) => {
    const columns = shape.filter((column) => column !== 'traffic' || look.rates !== undefined);
    return [columns.map(headOf), ...views.map((view) => cells(view, columns, look))];
  });
  const fitting = candidates.find((rows) => tableWidth(rows) <= look.maxWidth);
  return tableLines(fitting ?? candidates.at(-1) ?? [], look.maxWidth);
}

const rank: Readonly<Record<StatusGroup, number>> = { attention: 0, recovering: 1, working: 2, off: 3 };

function headOf(column: Column): string {
  return column === 'traffic' ? watchHeadTexts.traffic : tableHeadTexts[column];
}

/** A short terminal shows what somebody should look at. */
export function worstFirst(views: readonly ConnectionView[]): readonly ConnectionView[] {
  return [...views].sort(
    (one, other) =>
      rank[groupOf(one)] - rank[groupOf(other)] ||
      compareNames(one.config.name, other.config.name) ||
      compareNames(one.config.id, other.config.id),
  );
}

function cells(
  view: ConnectionView,
  columns: readonly Column[],
  { now, paint, rates }: StatusTableLook,
): readonly TableCell[] {
  const row = connectionRow(view);
  return columns.map((column): TableCell => {
    switch (column) {
      case 'name':
      case 'namespace':
        return row[column];
      case 'status':
        return columns.includes('endpointStatus')
          ? azureCell(view, now, paint)
          : worseLegCell(view, now, paint);
      case 'endpoint':
        return row.endpoint ?? unknownValue;
      case 'endpointStatus':
        return endpointCell(view, paint);
      case 'sessions':
        return sessionsText(view);
      case 'traffic':
        return trafficText(view, rates?.get(row.id) ?? null);
    }
  });
}
