/** What stands in one cell: a line or two, a leg, or figures. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { namespaceOf } from '../../../../electron/contract/connection-row.ts';
import type { ConnectionView } from '../../../../electron/contract/connection-view.ts';
import { unknownValue } from '../../../../electron/contract/format.ts';
import { bracketHost } from '../../../../electron/contract/host-port.ts';
import { isLive, sessionsText } from '../../../../electron/contract/messages/connection-figures.ts';
import type { ColumnName } from '../../../../electron/contract/default-preferences.ts';
import { useCellStyles } from './cell-styles.ts';
import { addressLine } from './cell-texts.ts';
import type { TableShape } from './columns.ts';
import { isEndpointWorse } from './shown-leg.ts';
import { AzureLeg, EndpointLeg } from './status-cells.tsx';
import { TrafficFigures } from './traffic-cell.tsx';

interface TableCellProps {
  readonly column: ColumnName;
  readonly view: ConnectionView;
  readonly shape: TableShape;
  readonly compact: boolean;
}

export function TableCell({ column, view, shape, compact }: TableCellProps): ReactNode {
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

const useStyles = makeStyles({
  endpoint: { display: 'flex', minWidth: 0 },
  port: { flexShrink: 0, whiteSpace: 'nowrap', lineHeight: tokens.lineHeightBase300 },
});
