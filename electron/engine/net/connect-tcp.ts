/**
 * A TCP connection to a relay or a proxy, by all addresses of its name (RFC 8305). Owns the socket until the promise settles;
 * then it belongs to the caller.
 *
 * Invariant: what it gives is connected. TLS must not be laid over a socket that still connects: when its first address fails
 * Node goes on to the next with another handle, TLS keeps the first one, which is freed by then, and the process ends with
 * SIGSEGV (seen in Node 20.20 and 24.21).
 */
import { connect, type LookupFunction, type Socket } from 'node:net';

export interface TcpTarget {
  /** Without brackets. */
  readonly host: string;
  readonly port: number;
  /** The system's resolver when left out. */
  readonly lookup?: LookupFunction | undefined;
}

/** Time for one address before the next is tried; Node's 250 ms would give good ones up on slow links. */
export const addressAttemptMs = 2_500;

/** @throws what `failure` makes of an error; the signal's reason when aborted. */
export function connectTcp(
  { host, port, lookup }: TcpTarget,
  failure: (error: unknown) => Error,
  signal: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      ...(lookup === undefined ? {} : { lookup }),
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: 60_000,
      autoSelectFamilyAttemptTimeout: addressAttemptMs,
    });
    const settle = (): void => {
      signal.removeEventListener('abort', onAbort);
      socket.removeListener('error', onError);
      socket.removeListener('connect', succeed);
      socket.on('error', ignoreLateError);
    };
    const fail = (error: Error): void => {
      settle();
      socket.destroy();
      reject(error);
    };
    const succeed = (): void => {
      settle();
      resolve(socket);
    };
    const onError = (error: unknown): void => fail(failure(error));
    const onAbort = (): void => fail(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    socket.once('error', onError);
    socket.once('connect', succeed);
    if (signal.aborted) onAbort();
  });
}

/** Who uses the socket hears its `close`; an error that nobody listens for would end the process. */
export function ignoreLateError(): void {
  return;
}
