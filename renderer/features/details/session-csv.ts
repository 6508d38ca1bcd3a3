/**
 * The list of sessions as a file for a spreadsheet: RFC 4180, ISO times with zone. Pure.
 *
 * Invariant: no cell begins like a formula. App addresses and reasons come from outside, and a spreadsheet would run them.
 */
import type { SessionView } from '../../../electron/contract/api.ts';
import { closeReason } from '../../../electron/contract/messages/close-reason.ts';
import { enSessionCsvHeads } from '../../../electron/contract/messages/en-sessions.ts';

type Column = keyof typeof enSessionCsvHeads;

const columns = Object.keys(enSessionCsvHeads) as readonly Column[];

/** @param now for sessions that are still open, milliseconds since 1970-01-01 UTC. */
export function sessionCsv(sessions: readonly SessionView[], now: number): string {
  const heads = columns.map((column) => enSessionCsvHeads[column]);
  const rows = sessions.map((session) => {
    const cells = cellsOf(session, now);
    return columns.map((column) => cells[column]);
  });
  return [heads, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function cellsOf(session: SessionView, now: number): Readonly<Record<Column, string | number>> {
  const { startedAt, endedAt } = session;
  return {
    started: new Date(startedAt).toISOString(),
    ended: endedAt === null ? '' : new Date(endedAt).toISOString(),
    peer: session.peer ?? '',
    openSeconds: Math.max(0, Math.round(((endedAt ?? now) - startedAt) / 1000)),
    bytesIn: session.bytesIn,
    bytesOut: session.bytesOut,
    connectMs: session.dialMs === null ? '' : Math.round(session.dialMs),
    why: endedAt === null ? '' : closeReason(session).text,
    code: session.code ?? '',
    trackingId: session.trackingId,
  };
}

/** Tabs and line breaks at the front are skipped by some spreadsheets before they look for a formula. */
export function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[\s]*[=+\-@]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
