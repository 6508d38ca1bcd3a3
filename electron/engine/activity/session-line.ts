/**
 * One ended session as a line of `sessions.log` (docs/operations.md), and back. Pure.
 *
 * Invariants: a line is one JSON object; names and units of its fields stay, since other programs read them, and new ones
 * are added; of what is read back nothing but ids and times is required, so that a line of another version still counts.
 */
import { z } from 'zod';
import { isErrorCode } from '../../contract/errors.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';
import { endWord } from './end-word.ts';

export function sessionLine(record: SessionRecord, connection: string): string {
  const { endpoint, endedAt, startedAt, detail } = record;
  const end = endedAt ?? startedAt;
  const person = personOf(record);
  return `${JSON.stringify({
    time: new Date(end).toISOString(),
    session: record.id,
    connection,
    connectionId: record.connectionId,
    trackingId: record.trackingId,
    peer: record.peer,
    host: endpoint?.host ?? null,
    port: endpoint?.port ?? null,
    address: endpoint?.address ?? null,
    started: new Date(startedAt).toISOString(),
    durationMs: Math.max(0, Math.round(end - startedAt)),
    dialMs: record.dialMs === null ? null : Math.round(record.dialMs * 10) / 10,
    bytesIn: record.bytesIn,
    bytesOut: record.bytesOut,
    closedBy: record.closedBy,
    why: endWord(record),
    code: record.code,
    ...(person === '' ? {} : { person }),
    detail,
  })}\n`;
}

const count = z.int().min(0).catch(0);
const text = z.string().nullable().catch(null);

const lineSchema = z.looseObject({
  time: z.iso.datetime(),
  session: z.uuid(),
  connectionId: z.uuid(),
  started: z.iso.datetime(),
  trackingId: z.string().catch(''),
  peer: text,
  host: text,
  port: z.int().nullable().catch(null),
  address: text,
  dialMs: z.number().min(0).nullable().catch(null),
  bytesIn: count,
  bytesOut: count,
  closedBy: z.enum(['app', 'endpoint', 'relay', 'host']).nullable().catch(null),
  code: text,
  detail: z.string().catch(''),
});

/** @returns null for anything that isn't a session's line. */
export function readSessionLine(line: string): SessionRecord | null {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success) return null;
  const { session, connectionId, trackingId, peer, host, port, address, code, ...rest } = parsed.data;
  return {
    id: session,
    connectionId,
    trackingId,
    peer,
    startedAt: Date.parse(rest.started),
    endedAt: Date.parse(rest.time),
    dialMs: rest.dialMs,
    endpoint: host === null || port === null ? null : { host, port, address },
    bytesIn: rest.bytesIn,
    bytesOut: rest.bytesOut,
    closedBy: rest.closedBy,
    // A newer version may know more codes; what it did is then told by who closed.
    code: code !== null && isErrorCode(code) ? code : null,
    detail: rest.detail,
  };
}

const byPerson = 'closed by ';

/** Name of the person who closed it; empty when nobody did, or nobody said who. */
function personOf({ code, detail }: SessionRecord): string {
  return endWord({ code, detail }) === 'person' && detail !== 'closed by hand'
    ? detail.slice(byPerson.length)
    : '';
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
