/**
 * Dials the endpoint of a connection: DNS, then `mayDial` for every address, then TCP to those that are left. Owns the
 * socket until the promise settles.
 *
 * Invariant: no address is dialled that `mayDial` has not allowed in this very dial; the name is resolved once, so
 * that what was judged is what is dialled.
 */
import type { LookupAddress } from 'node:dns';
import { connect, isIP, type LookupFunction, type Socket } from 'node:net';
import { HcmError, type ErrorCode } from '../../contract/errors.ts';
import type { Clock } from '../clock.ts';
import type { MayDial } from '../policy/may-dial.ts';
import { addressAttemptMs } from '../net/connect-tcp.ts';
import { resolveName, type Resolve } from '../net/resolve-name.ts';
import { systemCode } from '../relay/failures.ts';
import { sharedRead } from './shared-read.ts';

export interface TargetDialOptions {
  /** Name or address, without brackets. */
  readonly host: string;
  readonly port: number;
  readonly mayDial: MayDial;
  /** For name and TCP together. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  readonly signal?: AbortSignal | undefined;
  readonly resolve?: Resolve;
}

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOTFOUND: 'HCM3101',
  EAI_AGAIN: 'HCM3101',
  EAI_FAIL: 'HCM3101',
  EAI_NODATA: 'HCM3101',
  EAI_NONAME: 'HCM3101',
  ECONNREFUSED: 'HCM3102',
  EHOSTUNREACH: 'HCM3103',
  ENETUNREACH: 'HCM3103',
  ENETDOWN: 'HCM3103',
  EHOSTDOWN: 'HCM3103',
  EADDRNOTAVAIL: 'HCM3103',
  EACCES: 'HCM3103',
  ETIMEDOUT: 'HCM3104',
  EMFILE: 'HCM3107',
  ENFILE: 'HCM3107',
};

/**
 * @returns a connected socket, half-open allowed, paused until its user reads.
 * @throws HcmError HCM31xx; the signal's reason when aborted; what a port threw that must not throw.
 */
export async function dialTarget(options: TargetDialOptions): Promise<Socket> {
  const { host, port, timeoutMs, clock, signal } = options;
  signal?.throwIfAborted();
  const deadline = new AbortController();
  const cancelDeadline = clock.after(timeoutMs, () =>
    deadline.abort(new HcmError('HCM3104', { host, port, seconds: timeoutMs / 1000 })),
  );
  const stop = signal === undefined ? deadline.signal : AbortSignal.any([deadline.signal, signal]);
  try {
    const addresses = await abortable(allowedAddresses(options), stop);
    return await connectTo(host, port, addresses, stop);
  } catch (error) {
    throw stop.aborted ? stop.reason : targetFailure(error, host, port);
  } finally {
    cancelDeadline();
  }
}

async function allowedAddresses({
  host,
  port,
  mayDial,
  resolve,
}: TargetDialOptions): Promise<LookupAddress[]> {
  const family = isIP(host);
  const found = family === 0 ? await (resolve ?? resolveName)(host) : [{ address: host, family }];
  let reason = 'the name has no address';
  const allowed = found.filter(({ address }) => {
    const verdict = mayDial(host, port, address);
    if (!verdict.allowed) reason = verdict.reason;
    return verdict.allowed;
  });
  if (allowed.length === 0) throw new HcmError('HCM3106', { host, port, reason });
  return allowed;
}

function connectTo(
  host: string,
  port: number,
  addresses: LookupAddress[],
  stop: AbortSignal,
): Promise<Socket> {
  return new Promise((resolve, reject) => {
    // Handing the judged addresses in as the answer of a look-up lets Node try them as RFC 8305 says.
    const judged: LookupFunction = (_host, _options, callback) => callback(null, addresses);
    const only = addresses[0];
    const { onread, belongsTo } = sharedRead();
    const socket = connect({
      onread,
      ...(addresses.length === 1 && only ? { host: only.address } : { host, lookup: judged }),
      port,
      autoSelectFamily: addresses.length > 1,
      autoSelectFamilyAttemptTimeout: addressAttemptMs,
      allowHalfOpen: true,
      noDelay: true,
      keepAlive: true,
      keepAliveInitialDelay: 60_000,
    });
    belongsTo(socket);
    const settle = (): void => {
      stop.removeEventListener('abort', onAbort);
      socket.removeListener('error', fail);
      socket.removeListener('connect', succeed);
    };
    const fail = (error: unknown): void => {
      settle();
      socket.on('error', () => undefined);
      socket.destroy();
      reject(error instanceof Error ? error : new Error('dial failed', { cause: error }));
    };
    const succeed = (): void => {
      settle();
      // Until its user listens the endpoint may already have gone; that shows as `destroyed`.
      socket.on('error', () => undefined);
      socket.pause();
      resolve(socket);
    };
    const onAbort = (): void => fail(stop.reason);
    socket.once('error', fail);
    socket.once('connect', succeed);
    if (stop.aborted) onAbort();
    else stop.addEventListener('abort', onAbort, { once: true });
  });
}

function abortable<T>(work: Promise<T>, stop: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = (): void => reject(stop.reason as Error);
    if (stop.aborted) onAbort();
    stop.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => stop.removeEventListener('abort', onAbort));
  });
}

/** What a failed dial to the endpoint means. */
function targetFailure(error: unknown, host: string, port: number): Error {
  if (error instanceof HcmError) return error;
  const name = systemCode(error);
  // Not the system's word: a bug of ours, which is no trouble of the endpoint.
  if (name === '') return error instanceof Error ? error : new Error('dial failed', { cause: error });
  return new HcmError(codes[name] ?? 'HCM3105', { host, port, reason: name }, { cause: error });
}

/** The address that a failed dial tried last; null when it didn't come to that. */
export function dialledAddress(error: unknown): string | null {
  const cause = error instanceof HcmError ? error.cause : error;
  // Several addresses that were all tried come as one error of errors.
  const last: unknown = cause instanceof AggregateError ? cause.errors.at(-1) : cause;
  return last instanceof Error && 'address' in last && typeof last.address === 'string' ? last.address : null;
}
