/** Above the rows: all that can be added, and a button for each column that sorts by it. One stop for Tab, arrows inside. */
import { Checkbox, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowDown12Regular, ArrowUp12Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import {
  configureTexts,
  configureColumnTexts,
} from '../../../electron/contract/messages/texts/azure-configure.ts';
import { chooseColumns, type ChooseColumn, type ChooseSort } from './choose-rows.ts';
import { useColumnStyles } from './column-styles.ts';

export interface ChooseHeaderProps {
  readonly sort: ChooseSort;
  readonly checked: boolean | 'mixed';
  readonly disabled: boolean;
  readonly onSort: (column: ChooseColumn) => void;
  readonly onTickAll: () => void;
}

const useStyles = makeStyles({
  group: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  row: { height: '36px', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  button: {
    ...typographyStyles.caption1,
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    maxWidth: '100%',
    minHeight: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground3,
    cursor: 'pointer',
    outlineStyle: 'none',
    ':hover': { color: tokens.colorNeutralForeground1 },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  sorted: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  text: { overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' },
  arrow: { flexShrink: 0 },
});

export function ChooseHeader({ sort, checked, disabled, onSort, onTickAll }: ChooseHeaderProps) {
  const styles = useStyles();
  const columns = useColumnStyles();
  /** Where Tab leads to: the box, or a column. */
  const [stop, setStop] = useState<ChooseColumn | null>(null);
  const Arrow = sort.descending ? ArrowDown12Regular : ArrowUp12Regular;
  return (
    <div role="rowgroup" className={styles.group}>
      <div role="row" aria-rowindex={1} className={mergeClasses(columns.row, styles.row)}>
        <div role="columnheader" className={columns.tick}>
          <Checkbox
            checked={checked}
            disabled={disabled}
            aria-label={configureTexts.selectAll}
            tabIndex={stop === null ? 0 : -1}
            onFocus={() => setStop(null)}
            onChange={onTickAll}
          />
        </div>
        {chooseColumns.map((column) => {
          const isSorted = sort.column === column;
          const order = sort.descending ? 'descending' : 'ascending';
          return (
            <div
              key={column}
              role="columnheader"
              aria-sort={isSorted ? order : 'none'}
              className={mergeClasses(columns.cell, columns[column])}
            >
              <button
                type="button"
                className={mergeClasses(styles.button, isSorted && styles.sorted)}
                tabIndex={stop === column ? 0 : -1}
                onFocus={() => setStop(column)}
                onClick={() => onSort(column)}
              >
                <span className={styles.text}>{configureColumnTexts[column]}</span>
                {isSorted && <Arrow aria-hidden className={styles.arrow} />}
              </button>
            </div>
          );
        })}
      </div>
    </div>
  );
}
