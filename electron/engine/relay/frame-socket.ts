/**
 * An upgraded socket that carries WebSocket frames, in the client role: the relay side of a tunnel. Owns the socket
 * and its idle ping; delivers the payload of data messages as plain bytes (message boundaries mean nothing to a TCP
 * stream, relay-protocol §4.1).
 *
 * A Close frame ends **one** direction (relay-protocol §4.2): after `onClose` we may still write until `sendClose`,
 * after `sendClose` we still read until the peer's Close.
 *
 * Invariants: exactly one of `onAbort` (the socket was lost before both Close frames) or `onFinished` (both Close
 * frames crossed, and what we wrote has left) is the last call of the handler; nothing is sent after our Close frame.
 */
import type { Duplex } from 'node:stream';
import type { Socket } from 'node:net';
import type { Clock, Disposer } from '../clock.ts';
import {
  closePayload,
  encodeFrame,
  FrameDecoder,
  FrameError,
  opcodes,
  type CloseInfo,
  type FrameHandler,
} from './frames.ts';
import { maskedMessages } from './masked-messages.ts';

export interface FrameSocketHandler {
  /** Bytes from the other end. The buffer is the handler's. */
  onData(part: Buffer): void;
  /** The other end won't send any more. */
  onClose(close: CloseInfo): void;
  /** What was written has been taken; go on after a `write` that said false. */
  onDrain(): void;
  /**
   * Lost without both Close frames; the peer broke the protocol (`FrameError`) or fell silent (`SilenceError`), or the
   * handler itself threw (`UnexpectedError`).
   */
  onAbort(cause: Error): void;
  /** Both directions ended in order. */
  onFinished(): void;
}

export interface FrameSocketOptions {
  readonly clock: Clock;
  /** A Ping goes out after this long without a byte from the peer (relay-protocol §3.8). */
  readonly pingIntervalMs: number;
  /** The socket is lost when nothing comes for this long after a Ping. */
  readonly pongTimeoutMs: number;
  /** How long the server may take to end the TCP connection after both Close frames. */
  readonly finishTimeoutMs: number;
}

export const defaultFrameSocketOptions = {
  pingIntervalMs: 60_000,
  pongTimeoutMs: 20_000,
  finishTimeoutMs: 5_000,
} as const;

/** Pongs that wait in a socket which takes nothing: beyond this many bytes pings stay unanswered. */
const maxBufferedPongBytes = 1024 * 1024;

/** The relay did not answer a ping. */
export class SilenceError extends Error {
  override readonly name = 'SilenceError';
}

/** What was thrown while a chunk was taken in is its `cause`. */
export class UnexpectedError extends Error {
  override readonly name = 'UnexpectedError';
}

export class FrameSocket implements FrameHandler {
  readonly #socket: Socket | Duplex;
  readonly #options: FrameSocketOptions;
  readonly #decoder = new FrameDecoder('client', this);
  #handler: FrameSocketHandler | undefined;
  #closeSent = false;
  #closeReceived = false;
  #ended = false;
  #closeFlushed = false;
  #heardSinceTick = true;
  /** A Ping is on its way. */
  #awaitingPong = false;
  /**
   * Nothing of ours can be queued on the way to the other end: only then does a missing Pong prove anything. A Ping
   * behind megabytes that a slow reader has still to take comes through when they do.
   */
  #wayIsClear = true;
  /** Nothing was written after the Ping that is on its way. */
  #pingIsLast = false;
  #cancelTimer: Disposer | undefined;
  #head: Buffer;

  /** `head` is what came behind the 101 answer. Nothing is read before {@link start}. */
  constructor(socket: Socket | Duplex, head: Buffer, options: FrameSocketOptions) {
    this.#socket = socket;
    this.#head = head;
    this.#options = options;
    socket.pause();
    socket.on('error', (error: Error) => this.#abort(error));
    socket.on('close', () => this.#abort(new Error('connection closed without a Close frame')));
  }

  start(handler: FrameSocketHandler): void {
    this.#handler = handler;
    if (this.#ended) {
      handler.onAbort(new Error('connection lost before it was used'));
      return;
    }
    this.#socket.on('data', (chunk: Buffer) => this.#push(chunk));
    this.#socket.on('end', () => this.#peerEnded());
    this.#socket.on('drain', () => {
      if (!this.#closeSent) handler.onDrain();
    });
    this.#armPing();
    const head = this.#head;
    this.#head = Buffer.alloc(0);
    if (head.length > 0) this.#push(head);
    this.#socket.resume();
  }

  /**
   * Sends bytes; the buffer is the caller's again when this returns.
   * @returns false when the caller should wait for `onDrain`.
   */
  write(payload: Buffer): boolean {
    if (this.#closeSent || this.#ended) return true;
    this.#wayIsClear = false;
    this.#pingIsLast = false;
    const { bytes, release } = maskedMessages(payload);
    // After an error nobody knows what still reads it: then the buffer is left to the garbage collector.
    return this.#socket.write(bytes, release && ((error) => (error ? undefined : release())));
  }

  /** Ends our direction, after everything that was written. */
  sendClose(code: number, reason: string): void {
    if (this.#closeSent || this.#ended) return;
    this.#closeSent = true;
    // Behind it may stand much that a slow reader has still to take: the end is when all of it has left.
    this.#send(opcodes.close, closePayload(code, reason), () => {
      this.#closeFlushed = true;
      this.#finishIfBothClosed();
    });
  }

  /** Bytes that were written and have not left yet. */
  get unsentBytes(): number {
    return this.#socket.writableLength;
  }

  /** `onDrain` is still to come. */
  get needsDrain(): boolean {
    return this.#socket.writableNeedDrain;
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    if (!this.#ended) this.#socket.resume();
  }

  /** Drops the connection without a Close frame: the other end sees an abort, not an end. */
  terminate(): void {
    if (this.#ended) return;
    this.#end();
    this.#socket.destroy();
  }

  get closeSent(): boolean {
    return this.#closeSent;
  }

  onData(part: Buffer): void {
    if (part.length > 0) this.#handler?.onData(part);
  }

  onPing(payload: Buffer): void {
    if (this.#closeSent || this.#socket.writableLength > maxBufferedPongBytes) return;
    this.#send(opcodes.pong, payload);
  }

  onPong(): void {
    this.#awaitingPong = false;
    if (this.#pingIsLast) this.#wayIsClear = true;
  }

  onClose(close: CloseInfo): void {
    this.#closeReceived = true;
    this.#handler?.onClose(close);
    this.#finishIfBothClosed();
  }

  #push(chunk: Buffer): void {
    if (this.#ended) return;
    this.#heardSinceTick = true;
    try {
      this.#decoder.push(chunk);
    } catch (error) {
      this.#abort(error instanceof FrameError ? error : new UnexpectedError('bug', { cause: error }));
      this.#socket.destroy();
    }
  }

  #send(opcode: number, payload: Buffer, onFlushed?: () => void): boolean {
    const [header, body] = encodeFrame('client', opcode, true, payload);
    const flushed = (error?: Error | null): void => {
      if (!error) onFlushed?.();
    };
    this.#socket.cork();
    this.#socket.write(header);
    const more = this.#socket.write(body, flushed);
    this.#socket.uncork();
    return more;
  }

  /** The server may be faster with its FIN than we hear that our Close frame, which it answers, has left. */
  #peerEnded(): void {
    if (this.#closeSent && this.#closeReceived) return;
    this.#abort(new Error('connection ended without a Close frame'));
  }

  /** Two Close frames end the WebSocket; the server then ends TCP, we wait for it a little (RFC 6455 §7.1.1). */
  #finishIfBothClosed(): void {
    if (!this.#closeFlushed || !this.#closeReceived || this.#ended) return;
    this.#end();
    const socket = this.#socket;
    const cancel = this.#options.clock.after(this.#options.finishTimeoutMs, () => socket.destroy());
    socket.once('close', cancel);
    if (socket.readableEnded) socket.end();
    else socket.once('end', () => socket.end());
    socket.resume();
    this.#handler?.onFinished();
  }

  #abort(cause: Error): void {
    if (this.#ended) return;
    this.#end();
    this.#socket.destroy();
    this.#handler?.onAbort(cause);
  }

  #end(): void {
    this.#ended = true;
    this.#cancelTimer?.();
  }

  #armPing(): void {
    const { clock, pingIntervalMs, pongTimeoutMs } = this.#options;
    const isDecisive = this.#awaitingPong && this.#wayIsClear;
    this.#cancelTimer = clock.after(isDecisive ? pongTimeoutMs : pingIntervalMs, () => {
      if (this.#ended) return;
      // While we don't read (back-pressure) silence proves nothing.
      const isSilent = !this.#heardSinceTick && !this.#socket.isPaused();
      this.#heardSinceTick = false;
      if (isSilent && isDecisive && this.#awaitingPong) {
        this.#abort(new SilenceError('no answer to a ping'));
        return;
      }
      if (isSilent && !this.#awaitingPong && !this.#closeSent) this.#ping();
      this.#armPing();
    });
  }

  #ping(): void {
    this.#awaitingPong = true;
    this.#pingIsLast = true;
    this.#send(opcodes.ping, Buffer.alloc(0));
  }
}
