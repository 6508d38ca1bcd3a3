/**
 * One control connection as lines of JSON, on either side. Owns the socket from the moment it is given one.
 *
 * Invariants: `onClosed` comes exactly once and last; whoever doesn't read is dropped when more than `maxUnreadBytes`
 * wait for it (nobody here ever waits for the other side); whoever sends what can't be read is dropped; while paused
 * nothing is handed on and no more than one read buffer is held back.
 */
import type { Socket } from 'node:net';
import { HcmError } from '../../contract/errors.ts';
import { errno } from './errno.ts';
import { LineDecoder } from './line-decoder.ts';
import { maxGreetingBytes, maxLineBytes } from './wire.ts';

export const maxUnreadBytes = 8 * 1024 * 1024;

export interface LineHandler {
  onMessage(message: unknown): void;
  /** `cause` is why it broke; undefined after a close in good order by either side. */
  onClosed(cause: HcmError | undefined): void;
  /** The other side has read what waited for it (`isUnread`). */
  onRead?(): void;
}

export class LineChannel {
  readonly #socket: Socket;
  readonly #decoder = new LineDecoder(maxGreetingBytes);
  readonly #waiting: unknown[] = [];
  #handler: LineHandler;
  #handingOn = false;
  #paused = false;
  /** No more is handed on. */
  #deaf = false;
  #cause: HcmError | undefined;

  constructor(socket: Socket, handler: LineHandler) {
    this.#socket = socket;
    this.#handler = handler;
    socket.on('data', (bytes: Buffer) => this.#take(bytes));
    socket.on('error', (error) => {
      this.#cause ??= new HcmError('HCM5005', { reason: errno(error) });
    });
    socket.on('drain', () => this.#handler.onRead?.());
    socket.on('close', () => this.#handler.onClosed(this.#cause));
  }

  /** More waits for the other side than its system takes for it. */
  get isUnread(): boolean {
    return this.#socket.writableNeedDrain;
  }

  /** The other side has proved itself: lines of full length from now on, for `handler`. */
  open(handler: LineHandler): void {
    this.#handler = handler;
    this.#decoder.limitBytes = maxLineBytes;
  }

  /** @returns false when the message is longer than a line may be; then nothing was sent */
  send(message: object): boolean {
    const line = `${JSON.stringify(message)}\n`;
    if (Buffer.byteLength(line) > maxLineBytes + 1) return false;
    if (!this.#socket.writable) return true;
    this.#socket.write(line);
    if (this.#socket.writableLength > maxUnreadBytes)
      this.drop(new HcmError('HCM5005', { reason: 'unread' }));
    return true;
  }

  pause(): void {
    this.#paused = true;
    this.#socket.pause();
  }

  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#socket.resume();
    this.#handOn();
  }

  /** Sends what is still to be sent, then closes; whoever calls this bounds it with `drop`. */
  end(): void {
    this.#deaf = true;
    this.#socket.end();
    // Reading on, into nothing, lets the other side's close be seen.
    this.#socket.resume();
  }

  drop(cause?: HcmError): void {
    this.#deaf = true;
    this.#cause ??= cause;
    this.#socket.destroy();
  }

  #take(bytes: Buffer): void {
    if (this.#deaf) return;
    try {
      for (const message of this.#decoder.push(bytes)) this.#waiting.push(message);
    } catch (error) {
      this.drop(error instanceof HcmError ? error : new HcmError('HCM9001', { reason: 'decoder' }));
      return;
    }
    this.#handOn();
  }

  #handOn(): void {
    if (this.#handingOn) return;
    this.#handingOn = true;
    try {
      while (!this.#paused && !this.#deaf && this.#waiting.length > 0) {
        this.#handler.onMessage(this.#waiting.shift());
      }
    } catch (error) {
      const reason = error instanceof Error ? error.name : typeof error;
      this.drop(error instanceof HcmError ? error : new HcmError('HCM9001', { reason }, { cause: error }));
    } finally {
      this.#handingOn = false;
    }
  }
}
