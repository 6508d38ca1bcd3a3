/** The window's table as text, cell by cell, below the headings that it has on a terminal. */
import { enTrafficHead } from '../../../electron/contract/messages/en-cli-status.ts';
import { enTableHeads } from '../../../electron/contract/messages/en-cli.ts';
import type { ColumnName } from '../../../electron/contract/preferences.ts';
import type { StatusPicture } from '../../fixtures/status-picture.ts';
import type { MainWindow } from './main-window.ts';

const heads: Readonly<Record<ColumnName, string>> = {
  name: enTableHeads.name,
  status: enTableHeads.status,
  namespace: enTableHeads.namespace,
  endpoint: enTableHeads.endpoint,
  endpointStatus: enTableHeads.endpointStatus,
  sessions: enTableHeads.sessions,
  traffic: enTrafficHead,
};

/** All of one moment: rows go on while somebody reads. */
export async function tableText({ table }: MainWindow): Promise<StatusPicture['rows']> {
  const rows = await table.evaluate((grid) =>
    [...grid.querySelectorAll('[data-row-id]')].map((row) =>
      [...row.querySelectorAll<HTMLElement>('[data-column]')].map((cell): readonly [string, string] => {
        const column = cell.dataset['column'] ?? '';
        // Below the endpoint stands the address that its name leads to; a terminal has no room for it.
        const text = column === 'endpoint' ? (cell.firstElementChild?.textContent ?? '') : cell.innerText;
        return [column, text.split('\n').join(' · ')];
      }),
    ),
  );
  return Object.fromEntries(
    rows.map((cells) => [
      cells.find(([column]) => column === 'name')?.[1] ?? '',
      Object.fromEntries(cells.map(([column, text]) => [heads[column as ColumnName], text])),
    ]),
  );
}
