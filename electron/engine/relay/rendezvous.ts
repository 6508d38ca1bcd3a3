/**
 * The client's side of a WebSocket handshake on a connection that is open already: accepting, rejecting, or (for a
 * sender) connecting. Owns the socket until the handshake is answered (relay-protocol §3.4, §3.5, §5.1).
 *
 * No extension is ever offered: what a listener offers would be told to the sender as selected (§3.4 step 5).
 */
import { createHash, randomBytes } from 'node:crypto';
import { request, type IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { HcmError } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import { dialFailure, readableReason, systemCode, trackingIdIn } from './failures.ts';
import { FrameSocket, type FrameSocketOptions } from './frame-socket.ts';

/** RFC 6455 §1.3. */
const acceptSuffix = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const maxHeaderBytes = 32 * 1024;

export interface HandshakeInput {
  /** A verified connection to the host; given away. */
  readonly socket: TLSSocket;
  /** Value of the Host header. */
  readonly authority: string;
  /** Path and query. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly subprotocol?: string | undefined;
  readonly timeoutMs: number;
  readonly clock: Clock;
}

/** An answer other than 101. */
export interface HandshakeRefusal {
  readonly status: number;
  readonly reason: string;
  readonly trackingId: string;
}

export type HandshakeResult =
  | { readonly opened: true; readonly frames: FrameSocket }
  | { readonly opened: false; readonly refusal: HandshakeRefusal };

/**
 * Sends the upgrade request and reads the answer.
 * @throws HcmError HCM2053 when there is no answer, or none that is HTTP; HCM2003 after `timeoutMs`.
 */
export function openWebSocket(input: HandshakeInput, options: FrameSocketOptions): Promise<HandshakeResult> {
  const { socket, clock, timeoutMs } = input;
  const key = randomBytes(16).toString('base64');
  return new Promise((resolve, reject) => {
    if (socket.destroyed) {
      reject(new HcmError('HCM2053', { reason: 'connection lost' }));
      return;
    }
    const upgrade = request({
      createConnection: () => socket,
      method: 'GET',
      path: input.target,
      maxHeaderSize: maxHeaderBytes,
      headers: {
        Host: input.authority,
        Upgrade: 'websocket',
        Connection: 'Upgrade',
        'Sec-WebSocket-Version': '13',
        'Sec-WebSocket-Key': key,
        ...(input.subprotocol === undefined ? {} : { 'Sec-WebSocket-Protocol': input.subprotocol }),
        ...input.headers,
      },
    });
    const fail = (error: HcmError): void => {
      cancelTimer();
      upgrade.destroy();
      socket.destroy();
      reject(error);
    };
    const cancelTimer = clock.after(timeoutMs, () =>
      fail(new HcmError('HCM2003', { seconds: timeoutMs / 1000 })),
    );
    upgrade.on('error', (error: Error) => {
      const failure = dialFailure(error, {});
      fail(new HcmError('HCM2053', { reason: systemCode(error) || failure.code }, { cause: error }));
    });
    upgrade.on('response', (response: IncomingMessage) => {
      cancelTimer();
      response.resume();
      response.on('error', ignoreBodyError);
      socket.destroySoon();
      const reason = response.statusMessage ?? '';
      resolve({
        opened: false,
        refusal: {
          status: response.statusCode ?? 0,
          reason: readableReason(reason),
          trackingId: trackingIdIn(reason),
        },
      });
    });
    upgrade.on('upgrade', (response: IncomingMessage, _socket: unknown, head: Buffer) => {
      const problem = answerProblem(response, key, input.subprotocol);
      if (problem !== undefined) {
        fail(new HcmError('HCM2053', { reason: problem }));
        return;
      }
      cancelTimer();
      resolve({ opened: true, frames: new FrameSocket(socket, head, options) });
    });
    upgrade.end();
  });
}

/** RFC 6455 §4.1: what makes a client fail the connection although the status is 101. */
function answerProblem(
  response: IncomingMessage,
  key: string,
  offered: string | undefined,
): string | undefined {
  const expected = createHash('sha1')
    .update(key + acceptSuffix)
    .digest('base64');
  if (response.headers['sec-websocket-accept'] !== expected) return 'wrong Sec-WebSocket-Accept';
  if (response.headers['sec-websocket-extensions'] !== undefined) return 'an extension that was not offered';
  const chosen = response.headers['sec-websocket-protocol'];
  if (chosen !== undefined && chosen !== offered) return 'a sub-protocol that was not offered';
  return undefined;
}

/** The body of a refusal is of no use; its loss is no news. */
function ignoreBodyError(): void {
  return;
}
