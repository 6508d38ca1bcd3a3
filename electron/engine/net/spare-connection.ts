/**
 * A connection to the relay that is dialled before it is asked for, so that a busy Hybrid Connection answers an accept
 * without waiting for name, proxy, TCP and TLS: over the internet that is three round trips of four. Owns the connection
 * that waits, or its dial; one at most, and not for long.
 *
 * Invariants: none is dialled for sessions that come singly; none outlives the control channel it was dialled beside.
 */
import type { TLSSocket } from 'node:tls';
import type { Clock, Disposer } from '../clock.ts';
import type { DialRelay } from './dial-relay.ts';

export interface DialledRendezvous {
  readonly socket: TLSSocket;
  /** It waited, so the other side may have given it up unnoticed: what fails on it is worth a second try. */
  readonly wasSpare: boolean;
}

/** How a session gets to the relay. */
export interface RendezvousDialer {
  dial(host: string, port: number, timeoutMs: number, signal: AbortSignal): Promise<DialledRendezvous>;
  /** A session was opened at this host. */
  opened(host: string, port: number): void;
}

interface Spare {
  readonly place: string;
  readonly socket: Promise<TLSSocket>;
  /** It is taken or given up: its timer and its watchers go. */
  readonly release: () => void;
  /** Ends the dial, or closes what was dialled. */
  readonly giveUp: () => void;
}

/** Sessions that follow each other within this time are worth a spare. */
const busyWithinMs = 10_000;
/** Well below what servers and boxes on the way give a connection without a request. */
const keptMs = 10_000;
const dialTimeoutMs = 10_000;

export class SpareConnection implements RendezvousDialer {
  readonly #clock: Clock;
  readonly #dialRelay: DialRelay;
  #spare: Spare | undefined;
  #channel: AbortSignal | undefined;
  #lastOpened: { readonly place: string; readonly atMs: number } | undefined;

  constructor(ports: { readonly clock: Clock; readonly dialRelay: DialRelay }) {
    this.#clock = ports.clock;
    this.#dialRelay = ports.dialRelay;
  }

  /** A control channel opened: until it closes a spare may wait beside it. */
  follow(untilClosed: AbortSignal): void {
    this.clear();
    this.#channel = untilClosed;
    untilClosed.addEventListener(
      'abort',
      () => {
        if (this.#channel === untilClosed) this.#end();
      },
      { once: true },
    );
    if (untilClosed.aborted) this.#end();
  }

  /** The way to the relay may have changed: what was dialled along the old one is of no use. */
  clear(): void {
    this.#spare?.giveUp();
  }

  /** @throws what the dial throws */
  async dial(host: string, port: number, timeoutMs: number, signal: AbortSignal): Promise<DialledRendezvous> {
    const spare = this.#spare;
    if (spare?.place === placeOf(host, port)) {
      spare.release();
      const socket = await usable(spare, signal);
      if (socket) return { socket, wasSpare: true };
      signal.throwIfAborted();
    }
    return { socket: await this.#dialRelay(host, port, timeoutMs, signal), wasSpare: false };
  }

  opened(host: string, port: number): void {
    const place = placeOf(host, port);
    const before = this.#lastOpened;
    const atMs = this.#clock.monotonicMs();
    this.#lastOpened = { place, atMs };
    const isBusy = before?.place === place && atMs - before.atMs <= busyWithinMs;
    if (!isBusy || this.#channel === undefined || this.#spare !== undefined) return;
    this.#spare = this.#dialSpare(host, port);
  }

  #end(): void {
    this.#channel = undefined;
    this.clear();
  }

  #dialSpare(host: string, port: number): Spare {
    const stop = new AbortController();
    const socket = this.#dialRelay(host, port, dialTimeoutMs, stop.signal);
    let cancelTimer: Disposer = () => undefined;
    let dialled: TLSSocket | undefined;
    const spare: Spare = {
      place: placeOf(host, port),
      socket,
      release: () => {
        if (this.#spare === spare) this.#spare = undefined;
        cancelTimer();
        dialled?.removeListener('readable', spare.giveUp);
        dialled?.removeListener('close', spare.giveUp);
      },
      giveUp: () => {
        spare.release();
        stop.abort();
        dialled?.destroy();
      },
    };
    socket.then(
      (open) => {
        if (stop.signal.aborted) open.destroy();
        if (this.#spare !== spare) return;
        dialled = open;
        cancelTimer = this.#clock.after(keptMs, spare.giveUp);
        // A relay has nothing to say before it was asked: an end or an error page, either way not usable.
        open.once('readable', spare.giveUp);
        open.once('close', spare.giveUp);
      },
      // The next session dials for itself and tells why it fails.
      spare.giveUp,
    );
    return spare;
  }
}

/** What was dialled ahead, once it is there; undefined when it failed or `signal` ended the wait. */
async function usable(spare: Spare, signal: AbortSignal): Promise<TLSSocket | undefined> {
  const onAbort = (): void => spare.giveUp();
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  try {
    const socket = await spare.socket;
    return socket.destroyed ? undefined : socket;
  } catch {
    return undefined;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

function placeOf(host: string, port: number): string {
  return `${host}:${port}`;
}
