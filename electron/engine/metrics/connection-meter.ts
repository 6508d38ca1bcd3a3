/**
 * What a connection's supervision tells whoever counts. The only word that the supervision knows of metrics: without a
 * meter nothing is counted and nothing kept.
 */
import type { ErrorCode } from '../../contract/errors.ts';
import type { SessionRecord } from '../tunnel/session-record.ts';

/** A session as it is at the moment when it is looked at. */
export interface MeteredSession {
  readonly record: Pick<SessionRecord, 'bytesIn' | 'bytesOut'>;
}

export interface ConnectionMeter {
  /** A control channel is open: the first one, or one beside it. */
  channelOpened(): void;
  /** @param wasOpen the channel that the connection stood on is lost; else an attempt failed */
  channelFailed(code: ErrorCode, wasOpen: boolean): void;
  /** The endpoint was reached for a session. */
  dialled(milliseconds: number): void;
  sessionOpened(session: MeteredSession): void;
  sessionEnded(session: MeteredSession, record: SessionRecord): void;
  /** A sender was turned away at a limit. */
  sessionRefused(code: ErrorCode): void;
}
