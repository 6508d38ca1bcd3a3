/**
 * One verified TLS connection to a relay. Owns the socket until the promise settles, and the cache of TLS sessions by
 * which later dials to the same host resume (a full handshake costs two round trips more).
 *
 * Invariant: `rejectUnauthorized: true` is passed on every dial, whatever the environment says (plan §5.10).
 */
import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { HcmError } from '../../contract/errors.ts';
import { dialFailure } from '../relay/failures.ts';
import type { TrustContext } from './trust.ts';

export interface RelayDialOptions {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  readonly trust: TrustContext;
  /** For name, TCP and TLS together. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** Bytes that wait in a relay socket before its source is paused. */
const writeBufferBytes = 256 * 1024;
const maxSessions = 512;
/** Time for one address before the next is tried; Node's 250 ms would give good ones up on slow links. */
const addressAttemptMs = 2_500;

/** A way to dial a relay whose trust is settled already: all that the wire needs to know of dialling. */
export type DialRelay = (
  host: string,
  port: number,
  timeoutMs: number,
  signal: AbortSignal,
) => Promise<TLSSocket>;

/** Dials relays; one per engine, so that its TLS sessions are shared by all connections to a host. */
export class RelayDialer {
  readonly #sessions = new Map<string, Buffer>();

  /**
   * @throws HcmError HCM20xx; HCM2003 after `timeoutMs`; the signal's reason when aborted.
   */
  dial(options: RelayDialOptions): Promise<TLSSocket> {
    const { host, port, trust, timeoutMs, signal } = options;
    const key = `${trust.id}|${host}|${port}`;
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) {
        reject(abortReason(signal));
        return;
      }
      const tcp: Socket = connectTcp({
        host,
        port,
        noDelay: true,
        keepAlive: true,
        keepAliveInitialDelay: 60_000,
        autoSelectFamilyAttemptTimeout: addressAttemptMs,
      });
      const session = this.#sessions.get(key);
      const tlsOptions: ConnectionOptions & { readonly highWaterMark: number } = {
        socket: tcp,
        ...(isIP(host) === 0 ? { servername: host } : {}),
        host,
        secureContext: trust.secureContext,
        rejectUnauthorized: true,
        minVersion: 'TLSv1.2',
        highWaterMark: writeBufferBytes,
        ...(session === undefined ? {} : { session }),
      };
      const socket = connectTls(tlsOptions);

      const settle = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        tcp.removeListener('error', fail);
        socket.removeListener('error', fail);
        socket.removeListener('secureConnect', succeed);
        socket.removeListener('close', onClose);
      };
      const fail = (error: unknown): void => {
        settle();
        // A session that the other side can't take must not fail the next dial too.
        this.#sessions.delete(key);
        socket.on('error', ignoreLateError);
        tcp.on('error', ignoreLateError);
        socket.destroy();
        tcp.destroy();
        reject(
          error instanceof Error && signal?.aborted === true ? error : dialFailure(error, { host, port }),
        );
      };
      const succeed = (): void => {
        settle();
        // Until its user listens the socket may already be lost; that shows as `destroyed`.
        tcp.on('error', ignoreLateError);
        socket.on('error', ignoreLateError);
        resolve(socket);
      };
      const onClose = (): void =>
        fail(new HcmError('HCM2005', { host, port, reason: 'closed during the handshake' }));
      const onAbort = (): void => fail(abortReason(signal));
      const timer = setTimeout(
        () => fail(new HcmError('HCM2003', { host, port, seconds: timeoutMs / 1000 })),
        timeoutMs,
      );

      signal?.addEventListener('abort', onAbort, { once: true });
      tcp.once('error', fail);
      socket.once('error', fail);
      socket.once('close', onClose);
      socket.once('secureConnect', succeed);
      socket.on('session', (fresh: Buffer) => this.#remember(key, fresh));
    });
  }

  #remember(key: string, session: Buffer): void {
    if (this.#sessions.size >= maxSessions && !this.#sessions.has(key)) this.#sessions.clear();
    this.#sessions.set(key, session);
  }
}

function abortReason(signal: AbortSignal | undefined): Error {
  const reason: unknown = signal?.reason;
  return reason instanceof Error ? reason : new HcmError('HCM3123');
}

/** Who uses the socket hears its `close`; an error that nobody listens for would end the process. */
function ignoreLateError(): void {
  return;
}
