/**
 * One channel's life, from what must be there before it makes sense to its end. Owns the channel and the time limit
 * until it is open.
 *
 * Invariants: opening ends in time; `onClosed` comes at most once, and nothing at all after `close`; after `retire` only
 * the senders are still told that the relay announced before it knew of the end (relay-protocol §3.9).
 */
import { HcmError } from '../../contract/errors.ts';
import type { Clock, Disposer } from '../clock.ts';
import type { ControlChannel, ControlChannelHandler } from '../relay/control-channel.ts';

export interface ChannelAttemptPorts {
  readonly clock: Clock;
  /** For all of it, until the channel is open. */
  readonly timeoutMs: number;
  /** Its failure is the attempt's. */
  readonly prepare: (signal: AbortSignal) => Promise<void>;
  readonly createChannel: (handler: ControlChannelHandler) => ControlChannel;
}

export class ChannelAttempt {
  readonly #ports: ChannelAttemptPorts;
  readonly #handler: ControlChannelHandler;
  readonly #stop = new AbortController();
  #phase: 'opening' | 'open' | 'retired' | 'ended' = 'opening';
  #channel: ControlChannel | undefined;
  #cancelLimit: Disposer | undefined;

  constructor(ports: ChannelAttemptPorts, handler: ControlChannelHandler) {
    this.#ports = ports;
    this.#handler = handler;
  }

  open(): void {
    this.limit(this.#ports.timeoutMs);
    this.#ports.prepare(this.#stop.signal).then(
      () => this.#dial(),
      (error: unknown) => this.#failed(asHcmError(error)),
    );
  }

  /** Gives it this long to be open from now on. */
  limit(timeoutMs: number): void {
    if (this.#phase !== 'opening') return;
    this.#cancelLimit?.();
    this.#cancelLimit = this.#ports.clock.after(timeoutMs, () => {
      const channel = this.#channel;
      this.#failed(new HcmError('HCM2003', { seconds: timeoutMs / 1000 }));
      channel?.close();
    });
  }

  renewToken(): void {
    if (this.#phase === 'open') this.#channel?.renewToken();
  }

  /** @returns false when there is no way to ask this relay. */
  check(limitMs: number): boolean {
    return this.#phase !== 'open' || this.#channel?.check(limitMs) === true;
  }

  /** Ends it, and an open channel in order. */
  close(): void {
    this.#end();
    this.#channel?.close();
  }

  /** As `close`, for a channel that another one stands in for. */
  retire(): void {
    if (this.#phase !== 'open') {
      this.close();
      return;
    }
    this.#phase = 'retired';
    this.#channel?.retire();
  }

  #dial(): void {
    if (this.#phase !== 'opening') return;
    const handler = this.#handler;
    this.#channel = this.#ports.createChannel({
      ...handler,
      onOpen: () => {
        if (this.#phase !== 'opening') return;
        this.#phase = 'open';
        this.#cancelLimit?.();
        handler.onOpen();
      },
      onAccept: (accept) => {
        if (this.#phase !== 'ended') handler.onAccept(accept);
      },
      onAnswered: (milliseconds) => {
        if (this.#phase === 'open') handler.onAnswered(milliseconds);
      },
      onClosed: (failure) => {
        if (this.#phase === 'retired') this.#end();
        else this.#failed(failure);
      },
    });
    this.#channel.open();
  }

  #failed(failure: HcmError): void {
    if (this.#phase === 'ended') return;
    this.#end();
    this.#handler.onClosed(failure);
  }

  #end(): void {
    this.#phase = 'ended';
    this.#cancelLimit?.();
    this.#stop.abort(new HcmError('HCM3123', { reason: 'channel closed' }));
  }
}

function asHcmError(error: unknown): HcmError {
  return error instanceof HcmError ? error : new HcmError('HCM9001', {}, { cause: error });
}
