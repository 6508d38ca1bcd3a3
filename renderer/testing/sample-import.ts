/** Entries of a file, as the app shows them to the page. */
import type { ImportRow } from '../../electron/contract/import-view.ts';

/** A connection that can be added, unless it is said otherwise. */
export function sampleImportRow(row: number, change: Partial<ImportRow> = {}): ImportRow {
  return {
    row,
    place: `hybridConnection[${row}]`,
    name: `connection-${row}`,
    host: 'contoso.servicebus.windows.net',
    kind: 'relay',
    endpoint: null,
    action: 'add',
    problem: null,
    differs: [],
    check: { state: 'notAsked', problem: null },
    ...change,
  };
}
