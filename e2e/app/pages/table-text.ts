/** The window's table as text, cell by cell, below the headings that it has on a terminal. */
import { watchHeadTexts } from '../../../electron/contract/messages/texts/cli-status.ts';
import { tableHeadTexts } from '../../../electron/contract/messages/texts/cli.ts';
import type { ColumnName } from '../../../electron/contract/default-preferences.ts';
import type { StatusPicture } from '../../fixtures/status-picture.ts';
import type { MainWindow } from './main-window.ts';

const heads: Readonly<Record<ColumnName, string>> = {
  name: tableHeadTexts.name,
  status: tableHeadTexts.status,
  namespace: tableHeadTexts.namespace,
  endpoint: tableHeadTexts.endpoint,
  endpointStatus: tableHeadTexts.endpointStatus,
  sessions: tableHeadTexts.sessions,
  traffic: watchHeadTexts.traffic,
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
