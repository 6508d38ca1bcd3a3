/**
 * One upgraded connection of a peer, as frames: the data plane's half of a session. Owns the socket from the upgrade on,
 * and its timers.
 *
 * Invariants: payload passes through unbuffered; what waits to be sent is bounded by `highWaterBytes` plus one chunk as
 * long as the user stops feeding it when `flush` says false; a Close frame ends one direction only (relay-protocol §4.2); after
 * `abort` or `finish` nothing is reported any more; the end is reported once.
 */
import { closePayload, encodeFrame, FrameDecoder, FrameError, opcodes } from '../engine/relay/frames.ts';
import type { CloseInfo, MessageOpcode } from '../engine/relay/frames.ts';
import type { Socket } from 'node:net';

export interface FrameStreamHandler {
  onData(part: Buffer, opcode: MessageOpcode, first: boolean, last: boolean): void;
  /** All parts of what just arrived were handed over: the moment to flush what they caused. */
  onChunkEnd(): void;
  /** The peer closed its direction. It may still read. */
  onClose(close: CloseInfo): void;
  /** The connection is of no more use: lost, broken protocol, or a limit. Comes once at most. */
  onLost(cause: string): void;
  /** After `flush` said false: everything was sent. */
  onDrain(): void;
}

export interface FrameStreamOptions {
  readonly socket: Socket;
  /** Sends a TCP reset through the socket's connection. */
  readonly reset: (socket: Socket) => void;
  readonly sendLimitMs: number;
  readonly handshakeMs: number;
}

const highWaterBytes = 256 * 1024;

export class FrameStream {
  readonly #socket: Socket;
  readonly #options: FrameStreamOptions;
  readonly #decoder: FrameDecoder;
  #handler: FrameStreamHandler | undefined;
  #outgoing: Buffer[] = [];
  #pendingPong: Buffer | undefined;
  #closeSent = false;
  #closeReceived = false;
  #waitingForDrain = false;
  #sendTimer: NodeJS.Timeout | undefined;
  #finishTimer: NodeJS.Timeout | undefined;

  constructor(options: FrameStreamOptions) {
    this.#options = options;
    this.#socket = options.socket;
    this.#decoder = new FrameDecoder('server', {
      onData: (part, opcode, first, last) => this.#handler?.onData(part, opcode, first, last),
      onPing: (payload) => this.#answerPing(payload),
      onPong: () => undefined,
      onClose: (close) => {
        this.#closeReceived = true;
        this.#handler?.onClose(close);
      },
    });
  }

  /** Starts to read: first what came together with the handshake, then the socket. */
  start(handler: FrameStreamHandler, head: Buffer): void {
    this.#handler = handler;
    this.#socket.setTimeout(0);
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#socket.on('drain', () => this.#drained());
    this.#socket.on('error', (error: Error & { code?: string }) => this.#lost(error.code ?? error.name));
    this.#socket.on('end', () => {
      if (!this.#closeReceived) this.#lost('ended without a Close frame');
    });
    this.#socket.on('close', () => {
      this.#lost('connection closed');
      this.#stopTimers();
    });
    if (head.length > 0) this.#read(head);
    this.#socket.resume();
  }

  /** Queues a part of a message as a frame of its own; it goes out with the next `flush`. */
  writePart(part: Buffer, opcode: MessageOpcode, first: boolean, last: boolean): void {
    if (this.#closeSent) return;
    this.#outgoing.push(...encodeFrame('server', first ? opcode : opcodes.continuation, last, part));
  }

  /** False: stop feeding until `onDrain`. */
  flush(): boolean {
    if (this.#outgoing.length > 0 && this.#socket.writable) {
      const first = this.#outgoing[0];
      // One write for all: a flood of tiny frames would otherwise cost a TLS record each.
      this.#socket.write(
        this.#outgoing.length === 1 && first !== undefined ? first : Buffer.concat(this.#outgoing),
      );
    }
    this.#outgoing = [];
    if (this.#waitingForDrain) return false;
    if (this.#socket.writableLength < highWaterBytes) return true;
    this.#waitingForDrain = true;
    this.#sendTimer = setTimeout(
      () => this.#lost(`took no data for ${this.#options.sendLimitMs} ms`),
      this.#options.sendLimitMs,
    );
    return false;
  }

  /** Closes our direction; what was queued before goes first. Reading goes on. */
  sendClose({ code, reason }: CloseInfo): void {
    if (this.#closeSent) return;
    this.#outgoing.push(...encodeFrame('server', opcodes.close, true, closePayload(code, reason)));
    this.flush();
    this.#closeSent = true;
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Both directions are done: ends the connection, by force after a while. */
  finish(): void {
    this.#handler = undefined;
    this.flush();
    this.#socket.resume();
    this.#socket.end();
    this.#finishTimer ??= setTimeout(() => this.#options.reset(this.#socket), this.#options.handshakeMs);
  }

  /** Cuts the connection off, so that the peer sees an error and not an end. */
  abort(): void {
    this.#handler = undefined;
    this.#stopTimers();
    this.#options.reset(this.#socket);
  }

  #read(chunk: Buffer): void {
    if (this.#handler === undefined) return;
    try {
      this.#decoder.push(chunk);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.#refuse(error);
      return;
    }
    this.#endChunk();
  }

  /** Apart from `#read`: what was decoded may have ended the stream. */
  #endChunk(): void {
    this.#handler?.onChunkEnd();
  }

  /** The peer breaks RFC 6455: it is told so, and whoever is behind us sees an abort. */
  #refuse(error: FrameError): void {
    this.sendClose({ code: error.closeCode, reason: error.message });
    const handler = this.#handler;
    this.finish();
    handler?.onLost(error.message);
  }

  /** Only the latest ping needs an answer (RFC 6455 §5.5.3), so a flood of them can't fill our memory. */
  #answerPing(payload: Buffer): void {
    this.#pendingPong = payload;
    if (this.#socket.writableLength < highWaterBytes) this.#sendPong();
  }

  #sendPong(): void {
    if (this.#pendingPong === undefined || this.#closeSent || !this.#socket.writable) return;
    this.#socket.write(Buffer.concat(encodeFrame('server', opcodes.pong, true, this.#pendingPong)));
    this.#pendingPong = undefined;
  }

  #drained(): void {
    this.#sendPong();
    if (!this.#waitingForDrain) return;
    this.#waitingForDrain = false;
    clearTimeout(this.#sendTimer);
    this.#handler?.onDrain();
  }

  #lost(cause: string): void {
    const handler = this.#handler;
    if (handler === undefined) return;
    this.abort();
    handler.onLost(cause);
  }

  #stopTimers(): void {
    clearTimeout(this.#sendTimer);
    clearTimeout(this.#finishTimer);
  }
}
