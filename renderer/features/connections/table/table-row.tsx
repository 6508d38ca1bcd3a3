/**
 * One connection in the table. Drawn again only when its own view, its selection or the table's shape changes; clicks and
 * keys are heard by the grid around it, so that a row needs no handlers of its own.
 */
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { memo, type CSSProperties, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { namespaceOf } from '../../../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { unknownValue } from '../../../../electron/contract/format.ts';
import { bracketHost } from '../../../../electron/contract/host-port.ts';
import { enTable } from '../../../../electron/contract/messages/en-window.ts';
import { fillText } from '../../../../electron/contract/messages/message-text.ts';
import type { ColumnName } from '../../../../electron/contract/preferences.ts';
import { useServices } from '../../../services.tsx';
import { forcedColors } from '../../../theme/media.ts';
import { useCellStyles } from './cell-styles.ts';
import { addressLine, isLive, sessionsText } from './cell-texts.ts';
import type { TableShape } from './columns.ts';
import { rowName } from './row-name.ts';
import { isEndpointWorse } from './shown-leg.ts';
import { AzureLeg, EndpointLeg } from './status-cells.tsx';
import { TrafficFigures } from './traffic-cell.tsx';

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
      className={mergeClasses(styles.row, compact && styles.compact, selected && styles.selected)}
      style={place}
    >
      <div role="gridcell" data-select className={styles.select}>
        <Checkbox
          tabIndex={-1}
          checked={selected}
          aria-label={fillText(enTable.select, { name })}
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
          <Cell column={column} view={view} shape={shape} compact={compact} />
        </div>
      ))}
    </div>
  );
});

interface CellProps {
  readonly column: ColumnName;
  readonly view: ConnectionView;
  readonly shape: TableShape;
  readonly compact: boolean;
}

function Cell({ column, view, shape, compact }: CellProps): ReactNode {
  const cells = useCellStyles();
  const { config } = view;
  switch (column) {
    case 'name': {
      const below = shape.namespaceBelowName && !compact ? namespaceOf(config.host) : '';
      return <Lines first={config.name} second={below} strong />;
    }
    case 'status':
      return shape.worseLegInStatus && isEndpointWorse(view) ? (
        <EndpointLeg view={view} compact={compact} />
      ) : (
        <AzureLeg view={view} compact={compact} />
      );
    case 'namespace':
      return <Lines first={namespaceOf(config.host)} second="" />;
    case 'endpoint':
      return <Endpoint view={view} compact={compact} />;
    case 'endpointStatus':
      return <EndpointLeg view={view} compact={compact} />;
    case 'sessions':
      return (
        <span className={mergeClasses(cells.line, (view.sessions === 0 || !isLive(view)) && cells.quiet)}>
          {sessionsText(view)}
        </span>
      );
    case 'traffic':
      return <TrafficFigures view={view} showsSparkline={shape.showsSparkline} />;
  }
}

function Lines(props: { readonly first: string; readonly second: string; readonly strong?: true }) {
  const cells = useCellStyles();
  return (
    <>
      <span data-cut className={mergeClasses(cells.line, props.strong && cells.strong)}>
        {props.first}
      </span>
      {props.second !== '' && (
        <span data-cut className={cells.second}>
          {props.second}
        </span>
      )}
    </>
  );
}

/** Only the host shrinks: the port is always readable. */
function Endpoint({ view, compact }: { readonly view: ConnectionView; readonly compact: boolean }) {
  const styles = useStyles();
  const cells = useCellStyles();
  const { endpoint } = view.config;
  const address = compact ? '' : addressLine(view);
  if (endpoint === null) return <span className={cells.quiet}>{unknownValue}</span>;
  return (
    <>
      <span className={styles.endpoint}>
        <span data-cut className={cells.line}>
          {bracketHost(endpoint.host)}
        </span>
        <span className={styles.port}>{`:${endpoint.port}`}</span>
      </span>
      {address !== '' && <span className={cells.second}>{address}</span>}
    </>
  );
}

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
  select: { display: 'flex', alignItems: 'center', justifyContent: 'center' },
  endpoint: { display: 'flex', minWidth: 0 },
  port: { flexShrink: 0, whiteSpace: 'nowrap', lineHeight: tokens.lineHeightBase300 },
});
