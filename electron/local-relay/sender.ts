/**
 * The sender's side: listens on a local TCP port and opens one relay connection for each accepted socket
 * (relay-protocol §5). Owns the listening socket and every session.
 *
 * Invariants: one TCP connection is one relay connection, never shared; a session that can't be opened ends its TCP
 * connection with a reset, so that the app sees a failure and not an empty answer; bound to loopback unless told.
 */
import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { HcmError } from '../contract/errors.ts';
import type { RelayTarget } from '../contract/connection-string.ts';
import { systemClock } from '../engine/clock.ts';
import { RelayDialer } from '../engine/net/dial-relay.ts';
import { createTrust } from '../engine/net/trust.ts';
import { defaultFrameSocketOptions } from '../engine/relay/frame-socket.ts';
import { authority, connectTarget } from '../engine/relay/relay-address.ts';
import { openWebSocket } from '../engine/relay/rendezvous.ts';
import { createSasToken, sasResource } from '../engine/relay/sas-token.ts';
import { TcpPump, type PumpEnd } from '../engine/tunnel/tcp-pump.ts';

export interface SenderOptions {
  readonly target: RelayTarget;
  /** Address to listen on, normally 127.0.0.1. */
  readonly bindAddress: string;
  /** 0 for any free port. */
  readonly port: number;
  /** CA that alone is trusted for the relay; null for the system's. */
  readonly caPem: string | null;
  readonly platform: NodeJS.Platform;
  /** Further CAs in PEM, or null. */
  readonly extraCaPem?: string | null;
  /** Knows the way to relays, such as a proxy; one that dials them straight when left out. */
  readonly dialer?: RelayDialer;
  readonly onEvent?: (event: SenderEvent) => void;
  /** Half-closed sessions without traffic end after this long, milliseconds. */
  readonly halfCloseTimeoutMs?: number;
}

export type SenderEvent =
  | { readonly type: 'opened'; readonly sessionId: string }
  | { readonly type: 'refused'; readonly sessionId: string; readonly error: HcmError }
  | { readonly type: 'ended'; readonly sessionId: string; readonly end: PumpEnd };

export interface Sender {
  readonly port: number;
  /** Ends every session; calling it again does nothing. */
  close(): Promise<void>;
}

const dialTimeoutMs = 15_000;
/** The relay answers when the listener accepted: up to 30 s; .NET waits 70 s (relay-protocol §5.1). */
const handshakeTimeoutMs = 70_000;
const tokenLifeSeconds = 60 * 60;
const defaultHalfCloseTimeoutMs = 5 * 60_000;
const maxSessions = 10_000;

/**
 * @throws HcmError HCM7001 when the port is in use, HCM7002 when it may not be used.
 */
export async function startSender(options: SenderOptions): Promise<Sender> {
  const sender = new RunningSender(options);
  await sender.listen();
  return sender;
}

class RunningSender implements Sender {
  readonly #options: SenderOptions;
  readonly #server: Server;
  readonly #dialer: RelayDialer;
  readonly #stop = new AbortController();
  readonly #sessions = new Map<string, { readonly socket: Socket; pump?: TcpPump }>();

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#dialer = options.dialer ?? new RelayDialer();
    this.#server = createServer({ allowHalfOpen: true, pauseOnConnect: true, noDelay: true }, (socket) => {
      void this.#serve(socket);
    });
    this.#server.maxConnections = maxSessions;
    // Every session that is being opened listens once.
    setMaxListeners(maxSessions, this.#stop.signal);
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  listen(): Promise<void> {
    const { port, bindAddress } = this.#options;
    return new Promise((resolve, reject) => {
      // Stays: an accept that fails later (no descriptors left) is one app's trouble and not the sender's end.
      this.#server.on('error', (error: NodeJS.ErrnoException) => {
        const code = error.code === 'EADDRINUSE' ? 'HCM7001' : 'HCM7002';
        reject(
          new HcmError(code, { port, address: bindAddress, reason: error.code ?? '' }, { cause: error }),
        );
      });
      this.#server.listen(port, bindAddress, () => resolve());
    });
  }

  async close(): Promise<void> {
    this.#stop.abort(new HcmError('HCM3123', { reason: 'sender stopped' }));
    for (const { socket, pump } of this.#sessions.values()) {
      if (pump) pump.stop('sender stopped');
      else socket.resetAndDestroy();
    }
    if (!this.#server.listening) return;
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #serve(socket: Socket): Promise<void> {
    const sessionId = randomUUID();
    const session: { readonly socket: Socket; pump?: TcpPump } = { socket };
    this.#sessions.set(sessionId, session);
    socket.on('error', () => undefined);
    const emit = this.#options.onEvent ?? (() => undefined);
    try {
      const frames = await this.#openRelay(sessionId);
      const end = await new Promise<PumpEnd>((resolve) => {
        session.pump = new TcpPump(socket, frames, {
          clock: systemClock,
          halfCloseTimeoutMs: this.#options.halfCloseTimeoutMs ?? defaultHalfCloseTimeoutMs,
          onEnd: resolve,
        });
        emit({ type: 'opened', sessionId });
        session.pump.start();
        if (this.#stop.signal.aborted) session.pump.stop('sender stopped');
      });
      emit({ type: 'ended', sessionId, end });
    } catch (error) {
      if (!socket.destroyed) socket.resetAndDestroy();
      const failure = error instanceof HcmError ? error : new HcmError('HCM9001', {}, { cause: error });
      emit({ type: 'refused', sessionId, error: failure });
    } finally {
      this.#sessions.delete(sessionId);
    }
  }

  async #openRelay(sessionId: string) {
    const { target } = this.#options;
    const token = this.#token();
    const relay: TLSSocket = await this.#dialer.dial({
      host: target.host,
      port: target.port,
      timeoutMs: dialTimeoutMs,
      trust: this.#trust,
      signal: this.#stop.signal,
    });
    const onStop = (): void => void relay.destroy();
    this.#stop.signal.addEventListener('abort', onStop, { once: true });
    try {
      const result = await openWebSocket(
        {
          socket: relay,
          authority: authority(target.host, target.port),
          target: connectTarget(target.entityPath, sessionId),
          headers: { ServiceBusAuthorization: token },
          timeoutMs: handshakeTimeoutMs,
          clock: systemClock,
        },
        { clock: systemClock, ...defaultFrameSocketOptions },
      );
      if (result.opened) return result.frames;
      const { status, reason, trackingId } = result.refusal;
      const code = status === 404 ? 'HCM7010' : status === 401 || status === 403 ? 'HCM2020' : 'HCM7011';
      throw new HcmError(code, { host: target.host, name: target.entityPath, status, reason, trackingId });
    } finally {
      this.#stop.signal.removeEventListener('abort', onStop);
    }
  }

  get #trust() {
    const { platform, extraCaPem = null, caPem } = this.#options;
    this.#madeTrust ??= createTrust({ platform, extraCaPem });
    return this.#madeTrust.contextFor(caPem);
  }

  #madeTrust: ReturnType<typeof createTrust> | undefined;

  #token(): string {
    const { target } = this.#options;
    return createSasToken({
      resource: sasResource(target.host, target.entityPath),
      keyName: target.keyName,
      key: target.key,
      expiresAtSeconds: Date.now() / 1000 + tokenLifeSeconds,
    });
  }
}
