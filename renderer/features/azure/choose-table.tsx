/**
 * The Hybrid Connections of a subscription as a grid with one stop for Tab: ticked by pointer and keys, sorted by each column,
 * and only those drawn that can be seen.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef, type KeyboardEvent } from 'react';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import { configureTexts } from '../../../electron/contract/messages/texts/azure-configure.ts';
import {
  moveInHeader,
  moveInRow,
  rowAfterKey,
  rowIdOf,
  rowsPerPage,
} from '../../components/grid/grid-focus.ts';
import { drawnRows, maxDrawnRows } from '../../components/grid/row-window.ts';
import { useCurrentRow } from '../../components/grid/use-current-row.ts';
import { useSeenRows } from '../../components/grid/use-seen-rows.ts';
import { useMediaQuery } from '../../components/use-media-query.ts';
import { belowNarrow } from '../../theme/media.ts';
import { allTicked, canAdd, type Choice } from './choice.ts';
import { ChooseHeader } from './choose-header.tsx';
import { ChooseRow } from './choose-row.tsx';
import { noteOf, type AppsKnown, type ChooseColumn, type ChooseSort } from './choose-rows.ts';

export interface ChooseTableProps {
  readonly rows: readonly AzureConnection[];
  readonly choice: Choice;
  readonly apps: AppsKnown;
  readonly sort: ChooseSort;
  readonly disabled: boolean;
  /** Something below it needs the room. */
  readonly isShort: boolean;
  readonly onSort: (column: ChooseColumn) => void;
  readonly onTick: (id: string, extend: boolean) => void;
  readonly onTickAll: () => void;
  readonly onHelp: (id: string) => void;
}

const rowHeight = 40;
/** With namespace and endpoint below the name. */
const tallRowHeight = 64;

const useStyles = makeStyles({
  grid: {
    // Columns in the order of the table; the same for head and rows.
    '--hcm-choose':
      '24px minmax(0, 1.2fr) minmax(80px, 0.7fr) minmax(0, 1.2fr) minmax(0, 1.8fr) 60px minmax(0, 1.3fr) minmax(0, 1.5fr)',
    maxHeight: 'max(216px, 100vh - 480px)',
    overflowX: 'hidden',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: 'none',
    scrollPaddingTop: '36px',
    '@media (min-width: 560px) and (max-width: 859.98px)': {
      '--hcm-choose':
        '24px minmax(0, 1.2fr) minmax(0, 1.3fr) minmax(0, 1.9fr) 60px minmax(0, 1fr) minmax(0, 1.5fr)',
    },
    [belowNarrow]: { '--hcm-choose': '24px minmax(0, 1.4fr) minmax(0, 1fr)' },
  },
  // In a narrow window the dialog scrolls; a list that scrolls inside of it is hard to hit.
  whole: { [belowNarrow]: { maxHeight: 'none' } },
  short: { maxHeight: '176px' },
  rows: { position: 'relative' },
});

export function ChooseTable(props: ChooseTableProps) {
  const { rows, choice, apps, sort, disabled, onSort, onTick, onTickAll, onHelp } = props;
  const { isShort } = props;
  const styles = useStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const isTall = useMediaQuery(belowNarrow.replace('@media ', ''));
  const height = isTall ? tallRowHeight : rowHeight;
  const ids = rows.map(({ resourceId }) => resourceId);
  const current = useCurrentRow(scroller, ids);
  const seen = useSeenRows(scroller, height);
  const isLong = rows.length > maxDrawnRows;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    if (isHandled(event)) event.preventDefault();
  }

  function isHandled({ key, target, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
    if (altKey || !(target instanceof HTMLElement)) return false;
    if (ctrlKey || metaKey) {
      if (key.toLowerCase() !== 'a' || shiftKey) return false;
      onTickAll();
      return true;
    }
    const id = rowIdOf(target);
    if (id === null) {
      if (key === 'ArrowRight' || key === 'ArrowLeft')
        return moveInHeader(target, key === 'ArrowRight' ? 1 : -1);
      if (key === 'ArrowDown') current.focus(current.index);
      return key === 'ArrowDown';
    }
    if (key === ' ' && !(target instanceof HTMLInputElement)) {
      onTick(id, shiftKey);
      return true;
    }
    if (key === 'Enter' && !(target instanceof HTMLButtonElement)) {
      const row = rows.find(({ resourceId }) => resourceId === id);
      if (row && (noteOf(row, choice)?.help ?? null) !== null) onHelp(id);
      return true;
    }
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      moveInRow(target, key === 'ArrowRight' ? 1 : -1);
      return true;
    }
    const page = scroller.current ? rowsPerPage(scroller.current, height) : 1;
    const to = rowAfterKey(key, ids.indexOf(id), ids.length, page);
    if (to !== null) current.focus(to);
    return to !== null;
  }

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={configureTexts.table}
      aria-rowcount={rows.length + 1}
      aria-multiselectable
      tabIndex={-1}
      className={mergeClasses(styles.grid, isShort ? styles.short : !isLong && styles.whole)}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const id = rowIdOf(target);
        if (id !== null) current.setCurrent(id);
      }}
    >
      <ChooseHeader
        sort={sort}
        checked={allTicked(choice, rows)}
        disabled={disabled}
        onSort={onSort}
        onTickAll={onTickAll}
      />
      <div
        role="rowgroup"
        className={styles.rows}
        style={isLong ? { height: `${rows.length * height}px` } : undefined}
      >
        {drawnRows(seen, rows.length, current.index).map((index) => {
          const row = rows[index];
          return (
            row && (
              <ChooseRow
                key={row.resourceId}
                row={row}
                choice={choice}
                apps={apps}
                height={height}
                index={index}
                top={isLong ? index * height : null}
                isCurrent={index === current.index}
                canTick={canAdd(row, choice) && !disabled}
                onTick={onTick}
                onHelp={onHelp}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
