/** The list with its bars above and its strip below, and what stands in its place while there is nothing to list. */
import { makeStyles, mergeClasses } from '@fluentui/react-components';
import { useConnections, useShell, useUi } from '../../services.tsx';
import { belowWide } from '../../theme/media.ts';
import { EndOfLifeStrip } from './end-of-life-strip.tsx';
import { MessageBars } from './message-bars.tsx';
import { ConnectionTable } from './table/connection-table.tsx';
import { NoMatch } from './table/no-match.tsx';
import { TableSkeleton } from './table/table-skeleton.tsx';
import { useTableRows } from './table/use-table-rows.ts';

export function ConnectionList() {
  const styles = useStyles();
  const detailsOpen = useUi((state) => state.detailsOpen);
  return (
    <div className={mergeClasses(styles.list, detailsOpen && styles.covered)}>
      <main className={styles.main}>
        <MessageBars />
        <Rows />
      </main>
      <EndOfLifeStrip />
    </div>
  );
}

function Rows() {
  const rows = useTableRows();
  const loaded = useConnections((state) => state.loaded);
  const isEmpty = useConnections(({ views }) => views.size === 0);
  const mode = useShell(({ host }) => host.mode);
  if (!loaded && mode !== 'unreachable') return <TableSkeleton />;
  return rows.length === 0 && !isEmpty ? <NoMatch /> : <ConnectionTable rows={rows} />;
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
  // Still there, so that it keeps its place; out of reach of keys and screen readers.
  covered: { [belowWide]: { visibility: 'hidden' } },
  main: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
});
