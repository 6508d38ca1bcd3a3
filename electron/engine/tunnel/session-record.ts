/**
 * What is known about one session: the evidence that it leaves behind (product E5). Pure data.
 */
import type { ErrorCode } from '../../contract/errors.ts';

/** `app` is the sender's side, `endpoint` the service behind this host, `relay` Azure, `host` this program. */
export type ClosedBy = 'app' | 'endpoint' | 'relay' | 'host';

export interface SessionEndpoint {
  readonly host: string;
  readonly port: number;
  readonly address: string | null;
}

export interface SessionRecord {
  readonly id: string;
  readonly connectionId: string;
  /** The service's id of the accepted connection, for support tickets. */
  readonly trackingId: string;
  /** The app as the relay sees it, `address:port`; null when the relay doesn't say. */
  readonly peer: string | null;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Name and TCP connect of the endpoint, milliseconds; null while or when it wasn't reached. */
  readonly dialMs: number | null;
  /** Where it was dialled; `address` is the IP address that was tried last, null when it didn't come to that. */
  readonly endpoint: SessionEndpoint | null;
  /** Bytes from the app to the endpoint. */
  readonly bytesIn: number;
  /** Bytes from the endpoint to the app. */
  readonly bytesOut: number;
  readonly closedBy: ClosedBy | null;
  /** Why it failed or was cut; null after an orderly end. */
  readonly code: ErrorCode | null;
  /** For logs: close code, errno. Never payload. */
  readonly detail: string;
}
