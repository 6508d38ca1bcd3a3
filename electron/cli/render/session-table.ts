/** Sessions for people: the open ones by how long they are open, the ended ones by when and why. */
import { formatBytes, formatDuration, formatMoment, unknownValue } from '../../contract/format.ts';
import { sessionTableHeadTexts } from '../../contract/messages/texts/cli-sessions.ts';
import { momentWordTexts } from '../../contract/messages/texts/status.ts';
import type { SessionRow } from '../session-row.ts';
import type { Shorten } from '../short-ids.ts';
import { renderTable } from './table.ts';

export function renderOpenSessions(rows: readonly SessionRow[], short: Shorten): string {
  const { id, connection, peer, endpoint, openFor, toEndpoint, toApp } = sessionTableHeadTexts;
  return renderTable([
    [id, connection, peer, endpoint, openFor, toEndpoint, toApp],
    ...rows.map((row) => [...first(row, short), formatDuration(row.openMs), ...bytes(row)]),
  ]);
}

export function renderEndedSessions(rows: readonly SessionRow[], short: Shorten, now: number): string {
  const { id, connection, peer, endpoint, ended, openFor, toEndpoint, toApp, why } = sessionTableHeadTexts;
  return renderTable([
    [id, connection, peer, endpoint, ended, openFor, toEndpoint, toApp, why],
    ...rows.map((row) => [
      ...first(row, short),
      row.endedAt === null ? unknownValue : formatMoment(Date.parse(row.endedAt), now, momentWordTexts),
      formatDuration(row.openMs),
      ...bytes(row),
      row.why ?? '',
    ]),
  ]);
}

function first(row: SessionRow, short: Shorten): readonly string[] {
  return [short(row.id), row.connection, row.peer ?? unknownValue, row.endpoint ?? unknownValue];
}

function bytes({ bytesIn, bytesOut }: SessionRow): readonly string[] {
  return [formatBytes(bytesIn), formatBytes(bytesOut)];
}
