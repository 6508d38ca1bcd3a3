/**
 * One session as `hcm sessions` prints it and scripts read it. Names and order of the fields are a promise; new ones may be
 * added at the end.
 */
import type { SessionView } from '../contract/api.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { namespaceOf } from '../contract/connection-row.ts';
import { formatHostPort } from '../contract/host-port.ts';
import { closeReasonText } from '../contract/messages/close-reason.ts';

export interface SessionRow {
  readonly id: string;
  /** Name of its connection. */
  readonly connection: string;
  readonly namespace: string;
  readonly connectionId: string;
  /** The service's id, for support tickets. */
  readonly trackingId: string;
  /** The app as the relay sees it, `address:port`; null when the relay doesn't say. */
  readonly peer: string | null;
  /** `host:port`, and the IP address that was dialled last; null when it didn't come to that. */
  readonly endpoint: string | null;
  readonly address: string | null;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly openMs: number;
  readonly dialMs: number | null;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly closedBy: SessionView['closedBy'];
  readonly code: string | null;
  /** The window's words, English for scripts; null while it is open. */
  readonly why: string | null;
}

type Owner = Pick<ConnectionView, 'config'>;

export function sessionRow(session: SessionView, { config }: Owner, now: number): SessionRow {
  const { endpoint, endedAt } = session;
  return {
    id: session.id,
    connection: config.name,
    namespace: namespaceOf(config.host),
    connectionId: session.connectionId,
    trackingId: session.trackingId,
    peer: session.peer,
    endpoint: endpoint === null ? null : formatHostPort(endpoint),
    address: endpoint?.address ?? null,
    startedAt: new Date(session.startedAt).toISOString(),
    endedAt: endedAt === null ? null : new Date(endedAt).toISOString(),
    openMs: Math.max(0, Math.round((endedAt ?? now) - session.startedAt)),
    dialMs: session.dialMs,
    bytesIn: session.bytesIn,
    bytesOut: session.bytesOut,
    closedBy: session.closedBy,
    code: session.code,
    why: endedAt === null ? null : closeReasonText(session),
  };
}
