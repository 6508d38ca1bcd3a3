/** Head of a column of the open sessions that sorts by it. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import { sessionHeadTexts } from '../../../electron/contract/messages/texts/sessions.ts';
import type { SessionOrder, SortColumn } from './session-order.ts';
import { useSessionTableStyles } from './session-table-styles.ts';

export interface SessionHeadProps {
  readonly column: SortColumn;
  readonly order: SessionOrder;
  readonly onSort: (column: SortColumn) => void;
  readonly className?: string | undefined;
}

export function SessionHead({ column, order, onSort, className }: SessionHeadProps) {
  const styles = useStyles();
  const tableStyles = useSessionTableStyles();
  const isSorted = order.column === column;
  const Arrow = order.descending ? ArrowDown12Regular : ArrowUp12Regular;
  return (
    <th
      aria-sort={!isSorted ? 'none' : order.descending ? 'descending' : 'ascending'}
      className={mergeClasses(tableStyles.head, className)}
    >
      <button
        type="button"
        className={mergeClasses(styles.button, isSorted && styles.sorted)}
        onClick={() => onSort(column)}
      >
        {sessionHeadTexts[column]}
        {isSorted && <Arrow aria-hidden />}
      </button>
    </th>
  );
}

const useStyles = makeStyles({
  button: {
    display: 'inline-flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXXS,
    minHeight: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1 },
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  sorted: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});
