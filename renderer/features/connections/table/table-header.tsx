/** The row above the rows: select all, and a button for each column that sorts by it. One stop for Tab, arrows inside. */
import { Checkbox, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import { columnNameTexts } from '../../../../electron/contract/messages/texts/toolbar.ts';
import { tableTexts } from '../../../../electron/contract/messages/texts/window.ts';
import type { ColumnName } from '../../../../electron/contract/default-preferences.ts';
import type { TableShape } from './columns.ts';
import type { Sort } from './sort-rows.ts';

interface TableHeaderProps {
  readonly shape: TableShape;
  readonly sort: Sort;
  readonly checked: boolean | 'mixed';
  readonly onSort: (column: ColumnName) => void;
  readonly onToggleAll: () => void;
}

export const headerHeight = 36;

export function TableHeader({ shape, sort, checked, onSort, onToggleAll }: TableHeaderProps) {
  const styles = useStyles();
  // Where Tab leads to: the box, or a column. Not Fluent's arrow navigation, which puts hidden stops of its own in between.
  const [stop, setStop] = useState<ColumnName | null>(null);
  const current = stop !== null && shape.columns.includes(stop) ? stop : null;
  return (
    <div role="rowgroup" className={styles.group}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        <div role="columnheader" className={styles.select}>
          <Checkbox
            checked={checked}
            aria-label={tableTexts.selectAll}
            tabIndex={current === null ? 0 : -1}
            onFocus={() => setStop(null)}
            onChange={onToggleAll}
          />
        </div>
        {shape.columns.map((column) => (
          <ColumnHeader
            key={column}
            column={column}
            descending={sort.column === column ? sort.descending : null}
            isStop={column === current}
            onFocus={setStop}
            onSort={onSort}
          />
        ))}
      </div>
    </div>
  );
}

interface ColumnHeaderProps {
  readonly column: ColumnName;
  /** Null: the rows aren't sorted by this column. */
  readonly descending: boolean | null;
  readonly isStop: boolean;
  readonly onFocus: (column: ColumnName) => void;
  readonly onSort: (column: ColumnName) => void;
}

function ColumnHeader({ column, descending, isStop, onFocus, onSort }: ColumnHeaderProps) {
  const styles = useStyles();
  const isSorted = descending !== null;
  const isFigure = column === 'sessions' || column === 'traffic';
  const Arrow = descending === true ? ArrowDown12Regular : ArrowUp12Regular;
  return (
    <div
      role="columnheader"
      aria-sort={!isSorted ? 'none' : descending ? 'descending' : 'ascending'}
      className={mergeClasses(
        styles.cell,
        (column === 'status' || column === 'endpointStatus') && styles.besideIcon,
        isFigure && styles.figure,
      )}
    >
      <button
        type="button"
        className={mergeClasses(styles.button, isSorted && styles.sorted, isFigure && styles.wide)}
        tabIndex={isStop ? 0 : -1}
        onFocus={() => onFocus(column)}
        onClick={() => onSort(column)}
      >
        <span className={styles.text}>{columnNameTexts[column]}</span>
        {isSorted && <Arrow aria-hidden className={styles.arrow} />}
      </button>
    </div>
  );
}

const useStyles = makeStyles({
  group: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: {
    display: 'grid',
    gridTemplateColumns: 'var(--hcm-columns)',
    columnGap: 'var(--hcm-column-gap)',
    alignItems: 'center',
    boxSizing: 'border-box',
    height: `${headerHeight}px`,
    paddingInline: 'var(--hcm-row-start) var(--hcm-row-end)',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  select: { display: 'flex', alignItems: 'center', justifyContent: 'center' },
  cell: { display: 'flex', minWidth: 0 },
  /** Above the words, not above their icon. */
  besideIcon: { paddingLeft: '24px' },
  figure: { justifyContent: 'flex-end' },
  button: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    minWidth: 0,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground3,
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  sorted: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  /** Grows over the gap at its left rather than being cut: its arrow needs room, too. */
  wide: { flexShrink: 0 },
  text: { overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' },
  arrow: { flexShrink: 0 },
});
