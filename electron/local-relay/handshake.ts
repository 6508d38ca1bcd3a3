/** The relay's side of WebSocket handshakes on the data plane (RFC 6455 §4.2). Pure, but for writing the answer. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const acceptGuid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const protocolToken = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What is wrong with the request as a WebSocket handshake; undefined when nothing is. */
export function handshakeProblem(request: IncomingMessage): string | undefined {
  const { headers } = request;
  if (request.method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket') {
    return webSocketOnlyText;
  }
  if (!/^[+/0-9A-Za-z]{22}==$/.test(headers['sec-websocket-key'] ?? '')) {
    return 'Sec-WebSocket-Key is missing or malformed';
  }
  return headers['sec-websocket-version'] === '13' ? undefined : 'Sec-WebSocket-Version must be 13';
}

/** What users see when a proxy removed the upgrade headers (relay-protocol §3.2). */
export const webSocketOnlyText = 'This endpoint is only for web-socket requests';

/** Sub-protocols that the request offers, in order. */
export function offeredProtocols(request: IncomingMessage): readonly string[] {
  return (request.headers['sec-websocket-protocol'] ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => protocolToken.test(name));
}

export interface HandshakeAnswer {
  readonly protocol: string | undefined;
  readonly trackingId: string;
  readonly nowMs: number;
}

/** Answers 101. No extension is ever selected (relay-protocol §9.1 row 13). */
export function acceptUpgrade(request: IncomingMessage, socket: Duplex, answer: HandshakeAnswer): void {
  const key = request.headers['sec-websocket-key'] ?? '';
  const lines = [
    'HTTP/1.1 101 Switching Protocols',
    'Upgrade: websocket',
    'Connection: Upgrade',
    `Sec-WebSocket-Accept: ${createHash('sha1').update(`${key}${acceptGuid}`).digest('base64')}`,
    ...(answer.protocol === undefined ? [] : [`Sec-WebSocket-Protocol: ${answer.protocol}`]),
    `Date: ${new Date(answer.nowMs).toUTCString()}`,
    `TrackingId: ${answer.trackingId}`,
  ];
  socket.write(`${lines.join('\r\n')}\r\n\r\n`);
}
