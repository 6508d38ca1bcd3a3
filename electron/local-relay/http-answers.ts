/**
 * HTTP answers of the relay itself: to upgrade requests on the raw socket, to HTTP-mode senders as JSON. Owns nothing.
 *
 * Invariant: every answer carries `Date` by the relay's clock, because listeners measure their clock's error with it
 * (relay-protocol §2.4), and none carries `Via`, which would mean that a listener answered (§3.7).
 */
import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { reasonPhrase } from './tracking.ts';

const lingerMs = 5_000;

/** Refuses a handshake: status, details in the reason phrase, no body (relay-protocol §9.2 step 5). */
export function refuseUpgrade(socket: Duplex, status: number, reason: string, nowMs: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const lines = [
    `HTTP/1.1 ${status} ${reasonPhrase(reason)}`,
    `Date: ${new Date(nowMs).toUTCString()}`,
    'Content-Length: 0',
    'Connection: close',
  ];
  // Reading on lets the peer's FIN come through; a peer that sends none doesn't keep the socket.
  socket.resume();
  const linger = setTimeout(() => socket.destroy(), lingerMs);
  socket.once('close', () => clearTimeout(linger));
  socket.end(`${lines.join('\r\n')}\r\n\r\n`, 'latin1');
}

/** Numbers that .NET's enumeration serialises to (relay-protocol §3.7). */
export const errorDetailCodes = {
  gatewayTimeout: 1,
  internal: 2,
  endpointNotFound: 3,
  token: 4,
  forbidden: 5,
} as const;

export type ErrorDetailCode = (typeof errorDetailCodes)[keyof typeof errorDetailCodes];

export interface RelayFailure {
  readonly status: number;
  readonly code: ErrorDetailCode;
  readonly text: string;
}

/** Answers an HTTP-mode sender with an error of the relay's own. Does nothing once an answer has begun. */
export function answerFailure(response: ServerResponse, failure: RelayFailure, nowMs: number): void {
  if (response.headersSent || response.destroyed) return;
  const body = Buffer.from(JSON.stringify({ error: { code: failure.code, message: failure.text } }), 'utf8');
  response.sendDate = false;
  response.writeHead(failure.status, reasonPhrase(failure.text), {
    Date: new Date(nowMs).toUTCString(),
    'Content-Type': 'application/json',
    'Content-Length': body.length,
    // What is left of the request's body is not read: the connection can't serve another request.
    Connection: 'close',
  });
  response.end(body);
}
