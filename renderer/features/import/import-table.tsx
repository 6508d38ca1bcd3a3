/** The entries of the file: a tick for each that can be taken, and what will happen with it, was found out, or came of it. */
import { Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { importColumnTexts, importDialogTexts } from '../../../electron/contract/messages/texts/import.ts';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import type { ImportRow } from '../../../electron/contract/import-view.ts';
import { useConnections, useNow } from '../../services.tsx';
import { belowNarrow } from '../../theme/media.ts';
import { ImportRowLine } from './import-row-line.tsx';
import { canTake, type ImportState } from './import-state.ts';
import type { ImportActions } from './use-import.ts';

export interface ImportTableProps {
  readonly state: ImportState;
  readonly actions: Pick<ImportActions, 'toggle' | 'toggleAll'>;
}

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'fixed', borderCollapse: 'collapse' },
  head: {
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    textAlign: 'start',
    verticalAlign: 'bottom',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
  },
  tick: { width: '32px', padding: '0' },
  connection: { width: '28%', [belowNarrow]: { width: '42%' } },
  endpoint: { width: '26%', [belowNarrow]: { display: 'none' } },
});

const outcomeColumn = {
  preview: 'outcome',
  verify: 'check',
  switch: 'result',
} as const;

export function ImportTable({ state, actions }: ImportTableProps) {
  const styles = useStyles();
  const { step, rows, ticked, busy } = state;
  const isOver = step === 'switch';
  const views = useConnections((all) => (isOver ? all.views : null));
  const now = useNow();
  const possible = rows.filter(canTake).length;
  const byPlace = isOver && views !== null ? placesOf(views) : null;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {!isOver && (
            <td className={styles.tick}>
              {possible > 0 && (
                <Checkbox
                  aria-label={importDialogTexts.tickAll}
                  checked={ticked.size === 0 ? false : ticked.size === possible || 'mixed'}
                  disabled={busy !== null}
                  onChange={actions.toggleAll}
                />
              )}
            </td>
          )}
          <th scope="col" className={mergeClasses(styles.head, styles.connection)}>
            {importColumnTexts.connection}
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.endpoint)}>
            {importColumnTexts.endpoint}
          </th>
          <th scope="col" className={styles.head}>
            {importColumnTexts[outcomeColumn[step === 'choose' || step === 'locked' ? 'preview' : step]]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ImportRowLine
            key={row.row}
            row={row}
            step={step}
            isTicked={ticked.has(row.row)}
            locked={busy !== null}
            view={byPlace?.get(placeOf(row)) ?? null}
            // Only what is live needs the time: else every line would be drawn each second.
            now={isOver ? now : 0}
            onToggle={actions.toggle}
          />
        ))}
      </tbody>
    </table>
  );
}

function placeOf({ host, name }: Pick<ImportRow, 'host' | 'name'>): string {
  return `${host} ${name}`.toLowerCase();
}

function placesOf(views: ReadonlyMap<string, ConnectionView>): ReadonlyMap<string, ConnectionView> {
  return new Map([...views.values()].map((view) => [placeOf(view.config), view]));
}
