/**
 * One connection in the table. Drawn again only when its own view, its selection or the table's shape changes; clicks and
 * keys are heard by the grid around it, so that a row needs no handlers of its own.
 */
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type CSSProperties } from 'react';
import { useStore } from 'zustand';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { tableTexts } from '../../../../electron/contract/messages/texts/window.ts';
import { fillText } from '../../../../electron/contract/messages/message-text.ts';
import type { ColumnName } from '../../../../electron/contract/default-preferences.ts';
import { useServices } from '../../../services.tsx';
import { forcedColors, reducedMotion } from '../../../theme/media.ts';
import { useCellStyles } from './cell-styles.ts';
import type { TableShape } from './columns.ts';
import { rowName } from './row-name.ts';
import { TableCell } from './table-cell.tsx';
import { useTurnedRed } from './use-turned-red.ts';

export const rowHeight = 48;
export const compactRowHeight = 36;

interface TableRowProps {
  readonly view: ConnectionView;
  readonly shape: TableShape;
  readonly compact: boolean;
  readonly selected: boolean;
  /** The row that the Tab key leads to. */
  readonly current: boolean;
  /** Counts from 0, of all rows. */
  readonly index: number;
  /** Distance from the first row where only some rows are drawn, CSS pixels. */
  readonly top: number | null;
  readonly onToggle: (id: string, extend: boolean) => void;
}

export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { view, shape, compact, selected, current, index, top, onToggle } = props;
  const styles = useStyles();
  const cells = useCellStyles();
  const { id, name } = view.config;
  const turnedRed = useTurnedRed(view);
  const label = useStore(useServices().clock, ({ now }) => rowName(view, now));
  const place: CSSProperties | undefined =
    top === null ? undefined : { position: 'absolute', insetInline: 0, top: `${top}px` };
  return (
    <div
      role="row"
      data-row-id={id}
      aria-label={label}
      aria-selected={selected}
      // The header is row 1.
      aria-rowindex={index + 2}
      tabIndex={current ? 0 : -1}
      className={mergeClasses(
        styles.row,
        compact && styles.compact,
        selected && styles.selected,
        turnedRed && styles.turnedRed,
      )}
      style={place}
    >
      <div role="gridcell" data-select className={styles.select}>
        <Checkbox
          tabIndex={-1}
          checked={selected}
          aria-label={fillText(tableTexts.select, { name })}
          onChange={(event) => onToggle(id, isShift(event.nativeEvent))}
        />
      </div>
      {shape.columns.map((column) => (
        <div
          key={column}
          role="gridcell"
          data-column={column}
          className={mergeClasses(cells.cell, isFigure(column) && cells.figure)}
        >
          <TableCell column={column} view={view} shape={shape} compact={compact} />
        </div>
      ))}
    </div>
  );
});

function isFigure(column: ColumnName): boolean {
  return column === 'sessions' || column === 'traffic';
}

function isShift(event: Event): boolean {
  return event instanceof MouseEvent && event.shiftKey;
}

const useStyles = makeStyles({
  row: {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: 'var(--hcm-columns)',
    columnGap: 'var(--hcm-column-gap)',
    boxSizing: 'border-box',
    height: `${rowHeight}px`,
    paddingInline: 'var(--hcm-row-start) var(--hcm-row-end)',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: tokens.colorNeutralBackground1,
    cursor: 'default',
    userSelect: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    outlineStyle: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  compact: { height: `${compactRowHeight}px` },
  selected: {
    backgroundColor: tokens.colorBrandBackground2,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    '::before': {
      content: '""',
      position: 'absolute',
      insetBlock: 0,
      insetInlineStart: 0,
      width: '3px',
      backgroundColor: tokens.colorCompoundBrandStroke,
      // The outline below says it there.
      [forcedColors]: { display: 'none' },
    },
    [forcedColors]: { outline: '2px solid Highlight', outlineOffset: '-2px' },
  },
  turnedRed: {
    animationName: {
      from: { backgroundColor: tokens.colorStatusDangerBackground1 },
      to: { backgroundColor: tokens.colorStatusDangerBackground1 },
    },
    animationDuration: '2s',
    [reducedMotion]: { animationName: 'none' },
  },
  select: { display: 'flex', alignItems: 'center', justifyContent: 'center' },
});
