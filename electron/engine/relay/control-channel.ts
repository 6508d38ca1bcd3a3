/**
 * The control channel of one hybrid connection: a WebSocket on which the relay announces senders (relay-protocol §3).
 * Owns the socket, its keep-alive and its token renewal.
 *
 *      open() ──► 101 ──► onOpen ──► messages… ──► onClosed(failure)
 *            └──► onClosed(failure)
 *
 * Invariants: `onClosed` comes exactly once unless `close` was called before; after it no timer of this
 * channel lives, and its socket only for the seconds of an orderly Close. The token travels in a header, never in a URL.
 */
import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { WebSocket } from 'ws';
import { HcmError, type ErrorDetails } from '../../contract/errors.ts';
import type { Clock, Disposer, Random } from '../clock.ts';
import { proxyOf, type DialRelay } from '../net/dial-relay.ts';
import { closeFailure, dialFailure, statusFailure } from './failures.ts';
import type { KeepAliveHabit, KeepAliveHabits } from './keep-alive-habits.ts';
import {
  maxControlMessageBytes,
  notImplementedResponse,
  parseControlMessage,
  renewTokenMessage,
  type AcceptMessage,
  type RequestMessage,
} from './messages.ts';
import { authority, listenUrl, type RelayEntity } from './relay-address.ts';
import type { RelayToken, TokenPurpose } from './relay-token.ts';

export interface ControlChannelTimes {
  /** TCP, TLS and the upgrade together. */
  readonly openTimeoutMs: number;
  readonly pingIntervalMs: number;
  readonly pongTimeoutMs: number;
  readonly tokenLifeMs: number;
  /** How long the relay may take to answer our Close. */
  readonly closeTimeoutMs: number;
}

/** relay-protocol §2.4, §3.8. */
export const defaultControlChannelTimes: ControlChannelTimes = {
  openTimeoutMs: 21_000,
  pingIntervalMs: 30_000,
  pongTimeoutMs: 15_000,
  tokenLifeMs: 60 * 60_000,
  closeTimeoutMs: 3_000,
};

export interface ControlChannelInput {
  readonly entity: RelayEntity;
  /** GUID of this listener; the same across reconnects. */
  readonly listenerId: string;
  readonly userAgent: string;
  readonly times: ControlChannelTimes;
}

export interface ControlChannelPorts {
  readonly clock: Clock;
  readonly random: Random;
  /** A key signs one at once, with that life; Entra has to be asked. */
  readonly createToken: (lifeMs: number, purpose: TokenPurpose) => RelayToken | Promise<RelayToken>;
  readonly dialRelay: DialRelay;
  readonly keepAlive: KeepAliveHabits;
}

export interface ControlChannelHandler {
  onOpen(): void;
  onAccept(accept: AcceptMessage): void;
  /** An HTTP sender; the channel has answered what can be answered here, the rest needs a rendezvous. */
  onRequestElsewhere(request: RequestMessage): void;
  onTokenRenewed(): void;
  /** It is tried again for as long as the last one counts. */
  onTokenNotRenewed(problem: HcmError): void;
  /** How long the relay took to answer a Ping, milliseconds. */
  onAnswered(milliseconds: number): void;
  /** A message that was not followed; the channel lives on. */
  onIgnored(problem: HcmError): void;
  onClosed(failure: HcmError): void;
}

/** Entra may give a token that it gave before, and that ends soon. */
const renewAtLeastMs = 1_000;
/** A renewal that failed is tried again after this to twice this … */
const renewAgainMs = 30_000;
/** … until this long before the token ends; then the relay ends the channel, and a new one has a new token. */
const renewUntilMs = 60_000;
/** A relay that dislikes a Ping ends the channel at once. */
const dislikeMs = 5_000;
/** TCP's own keep-alive, where Pings can't tell that the line is dead. */
const tcpKeepAliveMs = 30_000;

/** Control messages carry at most 64 KiB of JSON or body; beyond this the relay has lost its mind. */
const maxPayloadBytes = 1024 * 1024;

export class ControlChannel {
  readonly #input: ControlChannelInput;
  readonly #ports: ControlChannelPorts;
  readonly #handler: ControlChannelHandler;
  readonly #stop = new AbortController();
  #socket: WebSocket | undefined;
  #proxy: string | null = null;
  #done = false;
  /** Closed in order, and another channel stands in for this one. */
  #retiring = false;
  #cancelPing: Disposer | undefined;
  #pingSentMs: number | undefined;
  #habit: KeepAliveHabit = 'ping';
  /** When the first sign of life went out, by the monotonic clock; undefined once it was answered. */
  #firstSignMs: number | undefined;
  #tokenLifeMs = 0;
  #tokenEndsMs = 0;
  /** Of the renewals that were begun only the last one counts. */
  #renewals = 0;
  #cancelRenewal: Disposer | undefined;
  #cancelOpen: Disposer | undefined;

  constructor(input: ControlChannelInput, ports: ControlChannelPorts, handler: ControlChannelHandler) {
    this.#input = input;
    this.#ports = ports;
    this.#handler = handler;
  }

  open(): void {
    const { entity, times } = this.#input;
    this.#cancelOpen = this.#ports.clock.after(times.openTimeoutMs, () =>
      this.#end(new HcmError('HCM2003', { host: entity.host, seconds: times.openTimeoutMs / 1000 })),
    );
    this.#connect().catch((error: unknown) =>
      this.#end(dialFailure(error, { host: entity.host, port: entity.port })),
    );
  }

  /** The token comes first: no relay waits with an open socket until Entra has answered. */
  async #connect(): Promise<void> {
    const { entity, times } = this.#input;
    const { createToken, dialRelay } = this.#ports;
    const token = await createToken(times.tokenLifeMs, 'handshake');
    if (this.#done) return;
    this.#counts(token);
    this.#upgrade(
      await dialRelay(entity.host, entity.port, times.openTimeoutMs, this.#stop.signal),
      token.text,
    );
  }

  /** As {@link close}, but senders that the relay announced before it read our Close are still told of. */
  retire(): void {
    if (this.#done) return;
    this.#retiring = true;
    this.close();
  }

  /** Ends the channel by an orderly Close; nothing is reported any more. Calling it again does nothing. */
  close(): void {
    if (this.#done) return;
    this.#finish();
    const socket = this.#socket;
    if (socket?.readyState !== WebSocket.OPEN) {
      socket?.terminate();
      return;
    }
    const cancel = this.#ports.clock.after(this.#input.times.closeTimeoutMs, () => socket.terminate());
    socket.once('close', cancel);
    socket.close(1000, 'Normal Closure');
  }

  #upgrade(tls: TLSSocket, token: string): void {
    this.#proxy = proxyOf(tls);
    if (this.#done) {
      tls.destroy();
      return;
    }
    const { entity, listenerId, userAgent } = this.#input;
    const { keepAlive } = this.#ports;
    this.#habit = keepAlive.of(this.#authority);
    if (this.#habit === 'pong') tls.setKeepAlive(true, tcpKeepAliveMs);
    const socket = new WebSocket(listenUrl(entity, listenerId), {
      createConnection: () => tls,
      perMessageDeflate: false,
      followRedirects: false,
      maxPayload: maxPayloadBytes,
      headers: {
        Host: this.#authority,
        ServiceBusAuthorization: token,
        'Relay-User-Agent': userAgent,
      },
    });
    this.#socket = socket;
    socket.on('open', () => this.#opened());
    socket.on('message', (data, isBinary) => {
      if (!isBinary) this.#message(textOf(data));
    });
    socket.on('pong', () => this.#answered());
    socket.on('ping', () => this.#heard());
    socket.on('unexpected-response', (_request, response) => this.#refused(response));
    socket.on('error', (error) => this.#failed(error));
    socket.on('close', (code, reason) =>
      this.#end(closeFailure(code, reason.toString('utf8'), this.#where())),
    );
  }

  #opened(): void {
    if (this.#done) return;
    this.#cancelOpen?.();
    this.#armPing();
    this.#armRenewal();
    // At once as well, so that nobody waits half a minute to see how far Azure is; only measured, no answer ends nothing.
    this.#firstSignMs = this.#ports.clock.monotonicMs();
    this.#sign();
    this.#handler.onOpen();
  }

  #refused(response: IncomingMessage): void {
    response.resume();
    response.on('error', () => undefined);
    this.#end(
      statusFailure(
        {
          status: response.statusCode ?? 0,
          reason: response.statusMessage ?? '',
          date: response.headers.date ?? '',
          receivedAtMs: this.#ports.clock.now(),
        },
        this.#where(),
      ),
    );
  }

  #failed(error: Error): void {
    const code = (error as { code?: unknown }).code;
    const brokeProtocol = typeof code === 'string' && code.startsWith('WS_ERR_');
    const notRelay = /invalid (upgrade|sec-websocket)|server sent/iu.test(error.message);
    if (brokeProtocol)
      this.#end(new HcmError('HCM2035', { ...this.#where(), reason: code }, { cause: error }));
    else if (notRelay) this.#end(new HcmError('HCM2014', this.#where(), { cause: error }));
    else this.#end(dialFailure(error, this.#where()));
  }

  get #authority(): string {
    return authority(this.#input.entity.host, this.#input.entity.port);
  }

  #where(): ErrorDetails {
    const { host, entityPath: name } = this.#input.entity;
    return { host, name, ...(this.#proxy === null ? {} : { proxy: this.#proxy }) };
  }

  #message(text: string | undefined): void {
    if (this.#done && !this.#retiring) return;
    this.#heard();
    let message;
    try {
      if (text === undefined) throw new HcmError('HCM2051', { reason: 'too large' });
      message = parseControlMessage(text);
    } catch (error) {
      if (!(error instanceof HcmError)) throw error;
      this.#handler.onIgnored(error);
      return;
    }
    if (message.kind === 'accept') this.#handler.onAccept(message);
    else if (message.kind === 'unknown') {
      this.#handler.onIgnored(
        new HcmError('HCM2051', { reason: `unknown message ${message.keys.join(',')}`.slice(0, 200) }),
      );
    } else if (message.id === undefined) this.#handler.onRequestElsewhere(message);
    // The body, if any, comes as a binary message of its own and is dropped above.
    else this.#socket?.send(notImplementedResponse(message.id));
  }

  #heard(): void {
    if (!this.#done) this.#armPing();
  }

  #answered(): void {
    const sentMs = this.#pingSentMs;
    this.#pingSentMs = undefined;
    if (sentMs !== undefined) {
      this.#firstSignMs = undefined;
      this.#ports.keepAlive.answered(this.#authority);
    }
    this.#heard();
    // A Pong that nobody asked for says nothing about time.
    if (sentMs !== undefined && !this.#done)
      this.#handler.onAnswered(this.#ports.clock.monotonicMs() - sentMs);
  }

  #sign(): void {
    if (this.#habit === 'ping') this.#ping();
    else this.#socket?.pong();
  }

  #ping(): void {
    this.#pingSentMs = this.#ports.clock.monotonicMs();
    this.#socket?.ping();
  }

  /** A Ping after silence, and the end when that isn't answered; a Pong asks for nothing (relay-protocol §3.8). */
  #armPing(): void {
    const { pingIntervalMs, pongTimeoutMs } = this.#input.times;
    this.#cancelPing?.();
    this.#cancelPing = this.#ports.clock.after(pingIntervalMs, () => {
      this.#sign();
      if (this.#habit === 'ping') this.#awaitAnswer(pongTimeoutMs);
      else this.#armPing();
    });
  }

  #awaitAnswer(limitMs: number): void {
    this.#cancelPing?.();
    this.#cancelPing = this.#ports.clock.after(limitMs, () =>
      this.#end(new HcmError('HCM2034', { ...this.#where(), seconds: limitMs / 1000 })),
    );
  }

  /** Well before expiry, at 75-80 % of the token's life (relay-protocol §2.4). */
  #armRenewal(): void {
    const { clock, random } = this.#ports;
    this.#cancelRenewal?.();
    const delayMs = Math.max(this.#tokenLifeMs * (0.75 + 0.05 * random()), renewAtLeastMs);
    this.#cancelRenewal = clock.after(delayMs, () => this.#renew());
  }

  /**
   * Is the relay still there? Asked at once, and answered within this time or the channel has ended.
   * @returns false when it can't be asked
   */
  check(limitMs: number): boolean {
    if (this.#done || this.#socket?.readyState !== WebSocket.OPEN) return true;
    if (this.#habit === 'pong') return false;
    this.#ping();
    this.#awaitAnswer(limitMs);
    return true;
  }

  /** Sends a fresh token at once: the key behind it has changed. */
  renewToken(): void {
    if (!this.#done && this.#socket?.readyState === WebSocket.OPEN) this.#renew();
  }

  /** Sent at once where a key signs it, as somebody who waits for a new key expects. */
  #renew(): void {
    const renewal = ++this.#renewals;
    this.#cancelRenewal?.();
    const isLate = (): boolean => this.#done || renewal !== this.#renewals;
    const failed = (error: unknown): void => {
      if (isLate()) return;
      const problem = error instanceof HcmError ? error : new HcmError('HCM9001', {}, { cause: error });
      this.#handler.onTokenNotRenewed(problem);
      this.#armRenewalAgain();
    };
    try {
      const token = this.#ports.createToken(this.#input.times.tokenLifeMs, 'renewal');
      if (!(token instanceof Promise)) this.#sendToken(token);
      else token.then((fresh) => (isLate() ? undefined : this.#sendToken(fresh)), failed);
    } catch (error) {
      failed(error);
    }
  }

  #sendToken(token: RelayToken): void {
    const sentMs = this.#ports.clock.monotonicMs();
    // A refusal comes as Close 1008.
    this.#socket?.send(renewTokenMessage(token.text), (error) => {
      if (this.#done) return;
      if (error) {
        this.#armRenewalAgain();
        return;
      }
      this.#counts(token, sentMs);
      this.#armRenewal();
      this.#handler.onTokenRenewed();
    });
  }

  #counts({ lifeMs }: RelayToken, fromMs = this.#ports.clock.monotonicMs()): void {
    this.#tokenLifeMs = lifeMs;
    this.#tokenEndsMs = fromMs + lifeMs;
  }

  #armRenewalAgain(): void {
    const { clock, random } = this.#ports;
    const delayMs = renewAgainMs * (1 + random());
    this.#cancelRenewal?.();
    if (clock.monotonicMs() + delayMs > this.#tokenEndsMs - renewUntilMs) return;
    this.#cancelRenewal = clock.after(delayMs, () => this.#renew());
  }

  #end(failure: HcmError): void {
    if (this.#done) return;
    this.#judgeHabit(failure);
    this.#finish();
    this.#socket?.terminate();
    this.#handler.onClosed(failure);
  }

  /** Deleted, refused and fallen silent have reasons of their own. */
  #judgeHabit({ code }: HcmError): void {
    const { clock, keepAlive } = this.#ports;
    if (this.#firstSignMs === undefined || clock.monotonicMs() - this.#firstSignMs > dislikeMs) return;
    if (code === 'HCM2030' || code === 'HCM2031' || code === 'HCM2034') return;
    keepAlive.dropped(this.#authority, this.#habit);
  }

  #finish(): void {
    this.#done = true;
    this.#stop.abort();
    this.#cancelOpen?.();
    this.#cancelPing?.();
    this.#cancelRenewal?.();
  }
}

/** The text of a message; undefined when it is larger than any control message may be. */
function textOf(data: WebSocket.RawData): string | undefined {
  const buffer = Array.isArray(data)
    ? Buffer.concat(data)
    : data instanceof ArrayBuffer
      ? Buffer.from(data)
      : data;
  return buffer.length > maxControlMessageBytes ? undefined : buffer.toString('utf8');
}
