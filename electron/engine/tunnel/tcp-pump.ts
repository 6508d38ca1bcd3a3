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
 * both sockets are finished or destroyed; an exception while carrying ends this pump alone (plan 5.6). Without limits
 * on bandwidth and idleness nothing is done for them: no timer, and one comparison for each chunk.
 */
import type { Socket } from 'node:net';
import type { Clock, Disposer } from '../clock.ts';
import { FrameError, type CloseInfo } from '../relay/frames.ts';
import {
  SilenceError,
  UnexpectedError,
  type FrameSocket,
  type FrameSocketHandler,
} from '../relay/frame-socket.ts';
import { systemCode } from '../relay/failures.ts';
import type { Bandwidth } from './bandwidth.ts';
import { IdleWatch } from './idle-watch.ts';
import { makeEndCertain } from './certain-end.ts';
import { GatheredWrites } from './gathered-writes.ts';
import { resetSocket } from './reset-socket.ts';
import { takeChunks } from './shared-read.ts';
import { Throttle } from './throttle.ts';

/** Who ended a pump first. `tcp` and `relay` are its two sides, `host` is this program. */
export type PumpSide = 'tcp' | 'relay' | 'host';

export interface PumpEnd {
  /** The side whose end, abort or decision came first. */
  readonly by: PumpSide;
  readonly how:
    'ended' | 'aborted' | 'silent' | 'halfCloseTimeout' | 'idle' | 'stopped' | 'protocolError' | 'bug';
  /** For logs: a Close code, an errno. Never payload. */
  readonly detail: string;
}

export interface PumpOptions {
  readonly clock: Clock;
  /** A half-closed pump without traffic for this long is ended. */
  readonly halfCloseTimeoutMs: number;
  /** Nothing either way for this long ends the pump; 0 or absent: never. Read again by {@link TcpPump.limitsChanged}. */
  readonly idleTimeoutMs?: () => number;
  /** The rates that each direction draws from now; none: as fast as it goes. */
  readonly rates?: {
    readonly toTcp: () => readonly Bandwidth[];
    readonly toRelay: () => readonly Bandwidth[];
  };
  readonly onEnd: (end: PumpEnd) => void;
}

export class TcpPump implements FrameSocketHandler {
  readonly #tcp: Socket;
  readonly #toTcpSocket: GatheredWrites;
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
  /** Unset while no rate applies. */
  #toTcp: Throttle | undefined;
  #toRelay: Throttle | undefined;
  readonly #idle: IdleWatch;

  constructor(tcp: Socket, frames: FrameSocket, options: PumpOptions) {
    this.#tcp = tcp;
    this.#toTcpSocket = new GatheredWrites(tcp);
    this.#frames = frames;
    this.#options = options;
    this.#idle = new IdleWatch({
      clock: options.clock,
      timeoutMs: options.idleTimeoutMs ?? (() => 0),
      progress: () => this.#progress(),
      isHeldBack: () => this.#isHeldBack,
      onIdle: (quietMs) => {
        this.#first = { by: 'host', how: 'idle', detail: `${Math.floor(quietMs / 60_000)} min` };
        this.#abortBoth();
      },
    });
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
    takeChunks(tcp, (chunk) => {
      try {
        this.#fromTcp(chunk);
      } catch (error) {
        this.#bug(error);
      }
    });
    makeEndCertain(tcp);
    tcp.on('end', () => this.#tcpFinished());
    tcp.on('drain', () => {
      if (this.#toTcp?.isHeld !== true) this.#frames.resume();
    });
    this.#frames.start(this);
    tcp.resume();
    this.limitsChanged();
  }

  /** Takes changed limits in, for what is open too; half-close from the next one on. */
  limitsChanged(): void {
    if (this.#ended) return;
    const { rates } = this.#options;
    const [heldTcp, heldRelay] = [this.#toTcp?.isHeld === true, this.#toRelay?.isHeld === true];
    this.#toTcp?.close();
    this.#toTcp = throttled(rates?.toTcp(), () => this.#readRelay());
    this.#toRelay?.close();
    this.#toRelay = throttled(rates?.toRelay(), () => this.#readTcp());
    if (this.#toTcp?.isHeld === true) this.#frames.pause();
    else if (heldTcp) this.#readRelay();
    if (this.#toRelay?.isHeld === true && !this.#dropFromTcp) this.#tcp.pause();
    else if (heldRelay) this.#readTcp();
    this.#idle.follow();
  }

  /** Ends both sides at once: each sees an abort. */
  stop(detail: string): void {
    this.#note({ by: 'host', how: 'stopped', detail });
    this.#abortBoth();
  }

  onData(part: Buffer): void {
    this.#bytesToTcp += part.length;
    if (!this.#toTcpSocket.write(part)) this.#frames.pause();
    if (this.#toTcp !== undefined) {
      this.#toTcp.passed(part.length);
      if (this.#toTcp.isHeld) this.#frames.pause();
    }
  }

  onDrain(): void {
    if (this.#toRelay?.isHeld !== true) this.#tcp.resume();
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
      this.#toRelay?.close();
      this.#toRelay = undefined;
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
    if (cause instanceof UnexpectedError) {
      this.#bug(cause.cause);
      return;
    }
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
    if (this.#toRelay !== undefined) {
      this.#toRelay.passed(chunk.length);
      if (this.#toRelay.isHeld) this.#tcp.pause();
    }
  }

  /** A rate lets it go on; what the other side hasn't taken yet still holds it. */
  #readTcp(): void {
    if (!this.#frames.needsDrain) this.#tcp.resume();
  }

  #readRelay(): void {
    if (!this.#tcp.writableNeedDrain) this.#frames.resume();
  }

  get #isHeldBack(): boolean {
    return this.#toTcp?.isHeld === true || this.#toRelay?.isHeld === true;
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

  /** What nobody expected while carrying: it ends this pump, and no other. */
  #bug(error: unknown): void {
    const detail = error instanceof Error ? error.message : typeof error;
    this.#first = { by: 'host', how: 'bug', detail };
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
      if (this.#progress() !== this.#progressAtTick || this.#isHeldBack) {
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
    this.#idle.stop();
    this.#toTcp?.close();
    this.#toRelay?.close();
    this.#options.onEnd(this.#first ?? { by: 'host', how: 'stopped', detail: '' });
  }
}

function throttled(rates: readonly Bandwidth[] | undefined, onGo: () => void): Throttle | undefined {
  if (rates === undefined || rates.length === 0) return undefined;
  const throttle = new Throttle(rates, onGo);
  throttle.hold();
  return throttle;
}
