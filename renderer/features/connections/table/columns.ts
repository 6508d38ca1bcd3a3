/**
 * Which columns the list shows and how wide they are (design §7, §16). It follows the width of the list, not of the
 * window: open details take columns away as a narrow window does. Pure.
 */
import type { ColumnName } from '../../../../electron/contract/default-preferences.ts';

/** By the width of the list: from 1120, from 700, from 540, and below. */
export type ListWidth = 'wide' | 'medium' | 'narrow' | 'least';

export interface TableShape {
  readonly width: ListWidth;
  readonly columns: readonly ColumnName[];
  readonly showsSparkline: boolean;
  /** Below the name, because it has no column of its own. */
  readonly namespaceBelowName: boolean;
  /** Status shows whichever leg is worse, because the endpoint's has no column of its own. */
  readonly worseLegInStatus: boolean;
  /** CSS `grid-template-columns`, the checkbox first. */
  readonly template: string;
}

export function listWidth(pixels: number): ListWidth {
  if (pixels >= 1120) return 'wide';
  if (pixels >= 700) return 'medium';
  return pixels >= 540 ? 'narrow' : 'least';
}

const columnsByWidth: Readonly<Record<ListWidth, readonly ColumnName[]>> = {
  wide: ['name', 'status', 'namespace', 'endpoint', 'endpointStatus', 'sessions', 'traffic'],
  medium: ['name', 'status', 'endpointStatus', 'sessions', 'traffic'],
  narrow: ['name', 'status', 'endpointStatus'],
  least: ['name', 'status'],
};

/** The name has what the others leave; where that is little they shrink before it does. */
const trackOf: Readonly<Record<ColumnName, string>> = {
  name: 'minmax(111px, 1fr)',
  status: 'minmax(176px, 208px)',
  namespace: '132px',
  endpoint: 'minmax(150px, 1.7fr)',
  endpointStatus: 'minmax(140px, 155px)',
  sessions: '56px',
  traffic: '132px',
};

export function tableShape(width: ListWidth, hidden: readonly ColumnName[]): TableShape {
  const columns = columnsByWidth[width].filter(
    (column) => column === 'name' || column === 'status' || !hidden.includes(column),
  );
  const showsSparkline = width === 'wide';
  const tracks = columns.map((column) => {
    if (column === 'traffic' && !showsSparkline) return '72px';
    // Beside it the longest line of a state fits at 400 px.
    return column === 'name' && width === 'least' ? 'minmax(104px, 1fr)' : trackOf[column];
  });
  return {
    width,
    columns,
    showsSparkline,
    namespaceBelowName: !columns.includes('namespace'),
    worseLegInStatus: !columns.includes('endpointStatus'),
    template: ['32px', ...tracks].join(' '),
  };
}
