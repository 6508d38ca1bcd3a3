/**
 * The list of sessions as a file for a spreadsheet: RFC 4180, ISO times with zone. Pure.
 *
 * Invariants: heads and reasons are English, whatever the language; no cell begins like a formula. App addresses and reasons come from outside, and a spreadsheet would run them.
 */
import type { SessionView } from '../../../electron/contract/api.ts';
import { closeReason } from '../../../electron/contract/messages/close-reason.ts';
import { inEnglish } from '../../../electron/contract/messages/localised.ts';

/** Other programs read the list by these names: they are the same in every language, and new ones go to the end. */
const heads = {
  started: 'Started',
  ended: 'Ended',
  peer: 'App address',
  openSeconds: 'Open for (s)',
  bytesIn: 'To endpoint (bytes)',
  bytesOut: 'To app (bytes)',
  connectMs: 'Connect (ms)',
  why: 'Why',
  code: 'Code',
  trackingId: 'Tracking id',
} as const satisfies Record<string, string>;

type Column = keyof typeof heads;

const columns = Object.keys(heads) as readonly Column[];

/** @param now for sessions that are still open, milliseconds since 1970-01-01 UTC. */
export function sessionCsv(sessions: readonly SessionView[], now: number): string {
  const rows = sessions.map((session) => {
    const cells = cellsOf(session, now);
    return columns.map((column) => cells[column]);
  });
  return [Object.values(heads), ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
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
    why: endedAt === null ? '' : inEnglish(() => closeReason(session).text),
    code: session.code ?? '',
    trackingId: session.trackingId,
  };
}

/** Tabs and line breaks at the front are skipped by some spreadsheets before they look for a formula. */
export function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[\s]*[=+\-@]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
