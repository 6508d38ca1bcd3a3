/** Limits and times of the relay. The defaults are the real service's where they are known (relay-protocol §3.4, §3.7, §8). */

export interface RelayLimits {
  /** A sender waits this long for the listener's accept or reject (§3.4). */
  readonly acceptWindowMs: number;
  /** A listener has this long for the `response` of an HTTP request, and for each silence inside its body (§3.7). */
  readonly responseMs: number;
  /** Tokens count for this long after their `se` (§2.4). */
  readonly tokenGraceMs: number;
  /** A peer that takes no byte for this long while data waits for it is aborted (§4.2). */
  readonly sendLimitMs: number;
  /** Closing handshakes, TLS handshakes and request headers have this long. */
  readonly handshakeMs: number;
  /** A session closed in one direction and silent in the other is aborted after this. The service has no such limit (§4.2). */
  readonly halfClosedIdleMs: number;
  readonly listenersPerEntity: number;
  /** Connects and HTTP requests that wait for a listener, all entities together. */
  readonly pendingExchanges: number;
  /** Open TCP connections, all kinds together. */
  readonly connections: number;
  /** Header block of a handshake or request, and of a response over the control channel (§8). */
  readonly headerBytes: number;
  /** A message, or a body, on the control channel (§3.7). */
  readonly controlMessageBytes: number;
  /** What a sender may send before its handshake was answered. */
  readonly earlyDataBytes: number;
}

export const defaultLimits: RelayLimits = {
  acceptWindowMs: 30_000,
  responseMs: 60_000,
  tokenGraceMs: 300_000,
  sendLimitMs: 60_000,
  handshakeMs: 60_000,
  halfClosedIdleMs: 3_600_000,
  listenersPerEntity: 25,
  pendingExchanges: 5_000,
  connections: 10_000,
  headerBytes: 32 * 1024,
  controlMessageBytes: 64 * 1024,
  earlyDataBytes: 64 * 1024,
};
