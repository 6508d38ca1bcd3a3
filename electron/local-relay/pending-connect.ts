/**
 * One sender whose handshake waits for a listener. Owns the sender's socket, its timers and its one-time id until the
 * outcome.
 *
 *   waiting ──► accepted | rejected (by a listener) | refused (by the relay) | gone (the sender left)
 *
 * Invariants: exactly one outcome; afterwards the id is worthless and no timer is left; what the sender sends too early is
 * bounded.
 */
import { STATUS_CODES } from 'node:http';
import type { ControlChannel } from './control-channel.ts';
import { acceptMessage } from './control-messages.ts';
import { connectHeaders } from './headers.ts';
import { refuseUpgrade } from './http-answers.ts';
import { refuseWithDetails } from './refusal.ts';
import { remoteOf } from './relay-context.ts';
import type { RelayContext } from './relay-context.ts';
import type { Arrival } from './rendezvous-desk.ts';
import { rendezvousAddress } from './rendezvous-address.ts';

export type ConnectOutcome =
  | { readonly kind: 'accepted'; readonly listener: Arrival }
  | { readonly kind: 'rejected'; readonly status: number; readonly reason: string }
  | { readonly kind: 'refused'; readonly status: number; readonly text: string }
  | { readonly kind: 'gone'; readonly reason: string };

export interface PendingConnectOptions {
  readonly arrival: Arrival;
  readonly peer: string;
  readonly entity: string;
  readonly earlyDataBytes: number;
  readonly onOutcome: (outcome: ConnectOutcome) => void;
}

export class PendingConnect {
  readonly arrival: Arrival;
  readonly peer: string;
  readonly entity: string;
  /** Who was offered the sender; undefined while nobody is there. */
  channel: ControlChannel | undefined;
  readonly #context: RelayContext;
  readonly #options: PendingConnectOptions;
  readonly #id: string;
  readonly #window: NodeJS.Timeout;
  #delay: NodeJS.Timeout | undefined;
  #offeredAtMs = 0;
  #acceptedAfterMs = 0;
  #early: Buffer[];
  #earlyBytes: number;
  #ended = false;

  constructor(context: RelayContext, options: PendingConnectOptions) {
    this.arrival = options.arrival;
    this.peer = options.peer;
    this.entity = options.entity;
    this.#context = context;
    this.#options = options;
    this.#early = [options.arrival.head];
    this.#earlyBytes = options.arrival.head.length;
    this.#id = context.desk.issue(options.peer, 'accept', (listener) => this.#claimed(listener));
    this.#window = setTimeout(
      () =>
        this.end({ kind: 'refused', status: 504, text: 'The listener did not accept in the required time.' }),
      context.limits.acceptWindowMs,
    );
    const { socket } = this.arrival;
    socket.setTimeout(0);
    // Reading is the only way to notice that the sender left.
    socket.on('data', this.#onEarlyData).once('end', this.#onGone).once('close', this.#onGone);
    socket.resume();
  }

  /** How long the listener took from the `accept` to its upgrade; 0 before. */
  get acceptedAfterMs(): number {
    return this.#acceptedAfterMs;
  }

  /** Offers the sender to a listener. */
  deliver(channel: ControlChannel): void {
    this.channel = channel;
    const { plan } = this.#context;
    if (plan.ignoresConnects(this.entity)) return;
    const delayMs = plan.acceptDelayMs(this.entity);
    clearTimeout(this.#delay);
    if (delayMs > 0) this.#delay = setTimeout(() => this.#send(channel), delayMs);
    else this.#send(channel);
  }

  end(outcome: ConnectOutcome): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#context.desk.withdraw(this.#id);
    clearTimeout(this.#window);
    clearTimeout(this.#delay);
    this.arrival.socket.off('data', this.#onEarlyData).off('end', this.#onGone).off('close', this.#onGone);
    this.arrival.socket.pause();
    this.#options.onOutcome(outcome);
  }

  /** What the sender sent before it was answered. */
  takeEarlyData(): Buffer {
    const early = Buffer.concat(this.#early);
    this.#early = [];
    return early;
  }

  /** The listener's own words, nothing added (relay-protocol §3.5). */
  answerRejected(status: number, reason: string): void {
    refuseUpgrade(this.arrival.socket, status, reason, this.#context.now());
  }

  readonly #onEarlyData = (chunk: Buffer): void => {
    this.#earlyBytes += chunk.length;
    this.#early.push(chunk);
    if (this.#earlyBytes > this.#options.earlyDataBytes) {
      this.end({ kind: 'refused', status: 400, text: 'Data before the handshake was answered.' });
    }
  };

  readonly #onGone = (): void => {
    this.end({ kind: 'gone', reason: 'sender left while it waited' });
  };

  #send(channel: ControlChannel): void {
    const { request, target } = this.arrival;
    const text = acceptMessage({
      address: rendezvousAddress(channel.host, target, 'accept', this.#id),
      id: this.#id,
      connectHeaders: connectHeaders(request),
      remoteEndpoint: remoteOf(request),
    });
    // Official clients read a control message into 64 KiB and fail beyond (relay-protocol §3.3).
    if (Buffer.byteLength(text) >= this.#context.limits.controlMessageBytes) {
      this.end({ kind: 'refused', status: 431, text: 'The request headers are too large to be relayed.' });
      return;
    }
    channel.send(text);
    this.#offeredAtMs = performance.now();
  }

  /** A listener came to the rendezvous: to accept, or to reject when it brings a status (relay-protocol §3.5). */
  #claimed(listener: Arrival): void {
    const { statusCode, statusDescription } = listener.target;
    if (statusCode === undefined) {
      this.#acceptedAfterMs = performance.now() - this.#offeredAtMs;
      this.end({ kind: 'accepted', listener });
      return;
    }
    const status = /^[2-9]\d\d$/.test(statusCode) ? Number(statusCode) : undefined;
    if (status === undefined) {
      refuseWithDetails(this.#context, listener, this.peer, 400, 'sb-hc-statusCode must be from 200 to 999.');
      this.end({ kind: 'refused', status: 502, text: 'The listener rejected with a status that is none.' });
      return;
    }
    refuseUpgrade(listener.socket, 410, 'Gone', this.#context.now());
    this.end({ kind: 'rejected', status, reason: statusDescription ?? STATUS_CODES[status] ?? '' });
  }
}
