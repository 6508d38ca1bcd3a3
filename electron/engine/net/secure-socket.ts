/**
 * TLS over a connection to a relay or proxy, verified. Owns both sockets until the promise settles, and whoever gets the
 * TLS socket owns both from then on: destroying it destroys what lies below.
 *
 * Invariant: `rejectUnauthorized: true` is passed on every dial, whatever the environment says (plan §5.10).
 */
import { isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { ignoreLateError } from './connect-tcp.ts';
import { shownChain, type ShownChain } from './presented-issuer.ts';
import type { TrustContext } from './trust.ts';

export interface SecureInput {
  /** Connected (connect-tcp.ts says why). */
  readonly below: Socket;
  /** Whose certificate is asked for, without brackets. */
  readonly host: string;
  readonly trust: TrustContext;
  readonly session?: Buffer | undefined;
  readonly onSession?: (session: Buffer) => void;
  /** What an error means; with the certificates that were shown, as far as it came to that. */
  readonly failure: (error: unknown, shown: ShownChain) => Error;
}

/** Bytes that wait in a relay socket before its source is paused. */
const writeBufferBytes = 256 * 1024;

/** Closed before the handshake was over, without an error. */
export class HandshakeClosedError extends Error {
  override readonly name = 'HandshakeClosedError';
}

/** @throws what `failure` makes of it; the signal's reason when aborted. */
export function secureSocket(input: SecureInput, signal: AbortSignal): Promise<TLSSocket> {
  const { below, host, trust, session, onSession, failure } = input;
  return new Promise((resolve, reject) => {
    const options: ConnectionOptions & { readonly highWaterMark: number } = {
      socket: below,
      ...(isIP(host) === 0 ? { servername: host } : {}),
      host,
      secureContext: trust.secureContext,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      highWaterMark: writeBufferBytes,
      ...(session === undefined ? {} : { session }),
    };
    const socket = connectTls(options);
    let shown: ShownChain = [];

    const settle = (): void => {
      signal.removeEventListener('abort', onAbort);
      below.removeListener('error', onError);
      socket.removeListener('error', onError);
      socket.removeListener('secureConnect', succeed);
      socket.removeListener('close', onClose);
      // Until its user listens the socket may already be lost; that shows as `destroyed`.
      socket.on('error', ignoreLateError);
      below.on('error', ignoreLateError);
    };
    const fail = (error: Error): void => {
      settle();
      socket.destroy();
      below.destroy();
      reject(error);
    };
    const succeed = (): void => {
      settle();
      resolve(socket);
    };
    const onError = (error: unknown): void => fail(failure(error, shown));
    const onClose = (): void => fail(failure(new HandshakeClosedError('closed during the handshake'), shown));
    const onAbort = (): void => fail(signal.reason as Error);

    // The last moment at which a certificate that was refused can be looked at. It changes nothing of the refusal, costs
    // nothing when there is none, and no byte of the peer has been handed on by then.
    const destroy = socket.destroy.bind(socket);
    socket.destroy = (error) => {
      if (error) shown = shownChain(socket);
      return destroy(error);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    below.once('error', onError);
    socket.once('error', onError);
    socket.once('close', onClose);
    socket.once('secureConnect', succeed);
    if (onSession) socket.on('session', onSession);
    if (signal.aborted) onAbort();
  });
}
