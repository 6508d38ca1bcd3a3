/**
 * Carries bytes both ways between a TCP socket and a frame socket, with back-pressure and half-close by the table of
 * relay-protocol §4.2. Used by the listener (TCP is the endpoint) and by the sender (TCP is the local app). Owns both
 * sockets from `start` on.
 *
 *        TCP FIN ──► Close 1000 after draining          Close 1000/1005 ──► FIN after draining
 *        TCP RST ──► drop the WebSocket (an abort)      Close 1001      ──► FIN, answer, drop what TCP still sends
 *                                                       other / lost    ──► RST
 *
 * Invariants: memory is bounded by the two sockets' buffers and one chunk each; `onEnd` is called exactly once, when
 * both sockets are finished or destroyed.
 */
import type { Socket } from 'node:net';
import type { Clock, Disposer } from '../clock.ts';
import { FrameError, type CloseInfo } from '../relay/frames.ts';
import { SilenceError, type FrameSocket, type FrameSocketHandler } from '../relay/frame-socket.ts';
import { systemCode } from '../relay/failures.ts';
import { resetSocket } from './reset-socket.ts';

/** Who ended a pump first. `tcp` and `relay` are its two sides, `host` is this program. */
export type PumpSide = 'tcp' | 'relay' | 'host';

export interface PumpEnd {
  /** The side whose end, abort or decision came first. */
  readonly by: PumpSide;
  readonly how: 'ended' | 'aborted' | 'silent' | 'halfCloseTimeout' | 'stopped' | 'protocolError';
  /** For logs: a Close code, an errno. Never payload. */
  readonly detail: string;
}

export interface PumpOptions {
  readonly clock: Clock;
  /** A half-closed pump without traffic for this long is ended. */
  readonly halfCloseTimeoutMs: number;
  readonly onEnd: (end: PumpEnd) => void;
}

export class TcpPump implements FrameSocketHandler {
  readonly #tcp: Socket;
  readonly #frames: FrameSocket;
  readonly #options: PumpOptions;
  #bytesToTcp = 0;
  #bytesToRelay = 0;
  #first: PumpEnd | undefined;
  #tcpEnded = false;
  #relayEnded = false;
  /** The other end is gone (1001): what TCP still sends goes nowhere. */
  #dropFromTcp = false;
  #tcpClosed = false;
  #framesDone = false;
  #ended = false;
  #cancelHalfClose: Disposer | undefined;
  #progressAtTick = -1;

  constructor(tcp: Socket, frames: FrameSocket, options: PumpOptions) {
    this.#tcp = tcp;
    this.#frames = frames;
    this.#options = options;
  }

  get bytesToTcp(): number {
    return this.#bytesToTcp;
  }

  get bytesToRelay(): number {
    return this.#bytesToRelay;
  }

  start(): void {
    const tcp = this.#tcp;
    tcp.on('error', (error) => this.#tcpAborted(systemCode(error) || error.message));
    tcp.on('close', () => {
      this.#tcpClosed = true;
      if (!this.#tcpEnded) this.#tcpAborted('closed');
      this.#checkEnd();
    });
    if (tcp.destroyed) {
      this.#tcpClosed = true;
      this.#tcpAborted('closed before it was used');
    }
    tcp.on('data', (chunk) => this.#fromTcp(chunk));
    tcp.on('end', () => this.#tcpFinished());
    tcp.on('drain', () => this.#frames.resume());
    this.#frames.start(this);
    tcp.resume();
  }

  /** Ends both sides at once: each sees an abort. */
  stop(detail: string): void {
    this.#note({ by: 'host', how: 'stopped', detail });
    this.#abortBoth();
  }

  onData(part: Buffer): void {
    this.#bytesToTcp += part.length;
    if (!this.#tcp.write(part)) this.#frames.pause();
  }

  onDrain(): void {
    this.#tcp.resume();
  }

  onClose({ code, reason }: CloseInfo): void {
    this.#relayEnded = true;
    if (code === 1000 || code === 1005) {
      this.#note({ by: 'relay', how: 'ended', detail: String(code) });
      this.#tcp.end();
      this.#armHalfClose();
    } else if (code === 1001) {
      this.#note({ by: 'relay', how: 'ended', detail: '1001' });
      this.#dropFromTcp = true;
      this.#tcp.end();
      this.#tcp.resume();
      this.#frames.sendClose(1000, 'Shutdown');
      this.#armHalfClose();
    } else {
      this.#note({ by: 'relay', how: 'aborted', detail: `${code} ${reason}`.trim() });
      this.#abortBoth();
    }
  }

  onAbort(cause: Error): void {
    this.#framesDone = true;
    const how =
      cause instanceof FrameError ? 'protocolError' : cause instanceof SilenceError ? 'silent' : 'aborted';
    this.#note({ by: 'relay', how, detail: systemCode(cause) || cause.message });
    this.#abortBoth();
    this.#checkEnd();
  }

  onFinished(): void {
    this.#framesDone = true;
    this.#checkEnd();
  }

  #fromTcp(chunk: Buffer): void {
    if (this.#dropFromTcp) return;
    this.#bytesToRelay += chunk.length;
    if (!this.#frames.write(chunk)) this.#tcp.pause();
  }

  #tcpFinished(): void {
    this.#tcpEnded = true;
    this.#note({ by: 'tcp', how: 'ended', detail: 'FIN' });
    this.#frames.sendClose(1000, 'Shutdown');
    this.#armHalfClose();
  }

  #tcpAborted(detail: string): void {
    if (this.#ended) return;
    this.#note({ by: 'tcp', how: 'aborted', detail });
    this.#abortBoth();
  }

  #abortBoth(): void {
    this.#frames.terminate();
    this.#framesDone = true;
    resetSocket(this.#tcp);
    this.#checkEnd();
  }

  /** From the first end on, until both sockets are done: a tunnel that is merely idle lives. */
  #armHalfClose(): void {
    this.#cancelHalfClose?.();
    this.#progressAtTick = this.#progress();
    this.#cancelHalfClose = this.#options.clock.after(this.#options.halfCloseTimeoutMs, () => {
      if (this.#progress() !== this.#progressAtTick) {
        this.#armHalfClose();
        return;
      }
      this.#first = { by: 'host', how: 'halfCloseTimeout', detail: this.#first?.by ?? '' };
      this.#abortBoth();
    });
  }

  /** Moves with every byte that is taken in and with every byte that leaves: a slow reader is no silence. */
  #progress(): number {
    const waiting = this.#tcp.writableLength + this.#frames.unsentBytes;
    return 2 * (this.#bytesToTcp + this.#bytesToRelay) - waiting;
  }

  #note(end: PumpEnd): void {
    this.#first ??= end;
    // An abort after an orderly half-close is what the session ended with.
    if (this.#first.how === 'ended' && end.how !== 'ended' && !this.#bothEnded()) this.#first = end;
  }

  #bothEnded(): boolean {
    return this.#tcpEnded && this.#relayEnded;
  }

  #checkEnd(): void {
    if (this.#ended || !this.#tcpClosed || !this.#framesDone) return;
    this.#ended = true;
    this.#cancelHalfClose?.();
    this.#options.onEnd(this.#first ?? { by: 'host', how: 'stopped', detail: '' });
  }
}
