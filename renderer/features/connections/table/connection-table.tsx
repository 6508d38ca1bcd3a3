/**
 * The table of connections: a grid with one stop for Tab. Rows are drawn by `table-row`; pointer and keys are heard here,
 * once for all of them.
 */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useCallback, useMemo, useRef, useState, type CSSProperties, type MouseEvent } from 'react';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { tableTexts } from '../../../../electron/contract/messages/texts/window.ts';
import { columnNames, type ColumnName } from '../../../../electron/contract/default-preferences.ts';
import { ConnectionMenu, type Point } from '../../../components/connection-menu.tsx';
import { rowIdOf } from '../../../components/grid/grid-focus.ts';
import { drawnRows, maxDrawnRows } from '../../../components/grid/row-window.ts';
import { useCurrentRow } from '../../../components/grid/use-current-row.ts';
import { useSeenRows } from '../../../components/grid/use-seen-rows.ts';
import { useServices, useShell, useUi } from '../../../services.tsx';
import { changePreferences } from '../../../store/change-preferences.ts';
import { cellTip } from './cell-texts.ts';
import { tableShape, type ListWidth, type TableShape } from './columns.ts';
import { focusDetailsTitle } from './focus-details-title.ts';
import { GridTooltip, isCut } from './grid-tooltip.tsx';
import { headerChecked } from './selection.ts';
import { TableHeader, headerHeight } from './table-header.tsx';
import { compactRowHeight, rowHeight, TableRow } from './table-row.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useListWidth } from './use-list-width.ts';
import { useTableSelection } from './use-table-selection.ts';

interface OpenMenu {
  readonly ids: readonly string[];
  readonly at: Point;
}

export function ConnectionTable({ rows }: { readonly rows: readonly ConnectionView[] }) {
  const styles = useStyles();
  const services = useServices();
  const scroller = useRef<HTMLDivElement>(null);
  const { density, hiddenColumns, sort } = useShell(({ preferences }) => preferences);
  const selected = useUi((state) => state.selected);
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const width = useListWidth(scroller);
  const shape = useTableShape(width, hiddenColumns);
  const compact = density === 'compact';
  const height = compact ? compactRowHeight : rowHeight;
  const rowIds = rows.map(({ config }) => config.id);
  const current = useCurrentRow(scroller, rowIds);
  const seen = useSeenRows(scroller, height);
  const selection = useTableSelection(rowIds);
  const isLong = rows.length > maxDrawnRows;

  const openMenu = (id: string, at: Point): void => {
    const { selected: now } = services.ui.getState();
    if (!now.has(id)) selection.only(id);
    setMenu({ ids: now.has(id) ? [...now] : [id], at });
  };
  const onKeyDown = useGridKeys({
    rowIds,
    names: rows.map(({ config }) => config.name),
    rowHeight: height,
    scroller,
    current,
    selection,
    onOpenByKey: (id) => {
      selection.open(id);
      focusDetailsTitle();
    },
    onMenu: (row) => openMenu(rowIdOf(row) ?? '', pointIn(row)),
  });
  const onContextMenu = (event: MouseEvent): void => {
    const id = rowIdOf(event.target);
    if (id === null) return;
    event.preventDefault();
    // After a key that opened it already the browser asks once more.
    if (menu === null) openMenu(id, { x: event.clientX, y: event.clientY });
  };
  const onClick = (event: MouseEvent): void => {
    const id = rowIdOf(event.target);
    if (id === null || isInCheckbox(event.target)) return;
    if (event.shiftKey) selection.extend(id);
    else if (event.ctrlKey || event.metaKey) selection.toggle(id);
    else selection.open(id);
  };
  const onToggle = useCallback(
    (id: string, extend: boolean) => (extend ? selection.extend(id) : selection.toggle(id)),
    [selection],
  );
  const onSort = (column: ColumnName): void => {
    const descending = sort.column === column && !sort.descending;
    void changePreferences(services, { sort: { column, descending } });
  };
  const tipText = (cell: HTMLElement): string | null => {
    const view = rows.find(({ config }) => config.id === rowIdOf(cell));
    const column = columnNames.find((name) => name === cell.dataset['column']);
    if (!view || !column) return null;
    const tip = cellTip(view, column, { shape, compact, now: services.clock.getState().now });
    return tip === null || (tip.whenCut && !isCut(cell)) ? null : tip.text;
  };

  return (
    <>
      <div
        ref={scroller}
        role="grid"
        aria-label={tableTexts.label}
        tabIndex={-1}
        aria-multiselectable
        aria-rowcount={rows.length + 1}
        data-region="table"
        className={mergeClasses(styles.grid, width === 'least' && styles.least)}
        style={{ '--hcm-columns': shape.template } as CSSProperties}
        onClick={onClick}
        onContextMenu={onContextMenu}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          const id = rowIdOf(target);
          if (id !== null) current.setCurrent(id);
        }}
      >
        <TableHeader
          shape={shape}
          sort={sort}
          checked={headerChecked(rowIds, selected)}
          onSort={onSort}
          onToggleAll={() => selection.all()}
        />
        <div
          role="rowgroup"
          className={styles.rows}
          style={isLong ? { height: `${rows.length * height}px` } : undefined}
        >
          {drawnRows(seen, rows.length, current.index).map((index) => {
            const view = rows[index];
            return (
              view && (
                <TableRow
                  key={view.config.id}
                  view={view}
                  shape={shape}
                  compact={compact}
                  selected={selected.has(view.config.id)}
                  current={index === current.index}
                  index={index}
                  top={isLong ? index * height : null}
                  onToggle={onToggle}
                />
              )
            );
          })}
        </div>
      </div>
      <GridTooltip grid={scroller} textFor={tipText} />
      {menu && (
        <ConnectionMenu
          ids={menu.ids}
          at={menu.at}
          open
          onOpenChange={(open) => {
            if (!open) setMenu(null);
          }}
        />
      )}
    </>
  );
}

/** The same object as long as the columns are the same, so that rows aren't drawn again. */
function useTableShape(width: ListWidth, hidden: readonly ColumnName[]): TableShape {
  return useMemo(() => tableShape(width, hidden), [width, hidden]);
}

function isInCheckbox(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-select]') !== null;
}

/** Where a menu opens that a key asked for: at the beginning of the row. */
function pointIn(row: HTMLElement): Point {
  const { left, top, height } = row.getBoundingClientRect();
  return { x: left + 48, y: top + height / 2 };
}

const useStyles = makeStyles({
  grid: {
    '--hcm-column-gap': '16px',
    '--hcm-row-start': '16px',
    '--hcm-row-end': '24px',
    flexGrow: 1,
    minHeight: 0,
    outlineStyle: 'none',
    overflowX: 'hidden',
    overflowY: 'auto',
    // What is scrolled to must not lie under the header.
    scrollPaddingTop: `${headerHeight}px`,
  },
  least: {
    '--hcm-column-gap': '12px',
    '--hcm-row-start': '8px',
    '--hcm-row-end': '16px',
  },
  rows: { position: 'relative' },
});
