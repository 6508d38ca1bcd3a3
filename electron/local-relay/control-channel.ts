/**
 * One listener's control channel. Owns its WebSocket.
 *
 * Invariants: a JSON text and the binary message that belongs to it are handed to the socket together (relay-protocol §3.3);
 * a listener that doesn't read can't make us buffer without end; a silenced channel neither listens nor speaks any more
 * until either side cuts it off; `onClosed` comes once.
 */
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { parseListenerMessage } from './control-messages.ts';
import type { ListenerResponse } from './control-messages.ts';
import type { RemoteEndpoint } from './events.ts';

export interface ControlChannelHandler {
  onRenewToken(token: string): void;
  /** `body` is missing although the response announced one when the listener broke the framing rule. */
  onResponse(response: ListenerResponse, body: Buffer | undefined): void;
  onIgnored(problem: string): void;
  onClosed(code: number, reason: string): void;
}

export interface ControlChannelOptions {
  readonly socket: WebSocket;
  /** What the WebSocket reads from. */
  readonly connection: Duplex;
  readonly reset: () => void;
  readonly listenerId: string;
  readonly entity: string;
  /** `host:port` by which the listener reached us: rendezvous addresses must be reachable for it (§9.1 row 11). */
  readonly host: string;
  readonly remote: RemoteEndpoint;
  readonly deadlineMs: number;
}

const maxBufferedBytes = 8 * 1024 * 1024;

export class ControlChannel {
  readonly listenerId: string;
  readonly entity: string;
  readonly host: string;
  readonly remote: RemoteEndpoint;
  /** When its token stops counting, by the relay's clock. */
  deadlineMs: number;
  readonly #socket: WebSocket;
  readonly #connection: Duplex;
  readonly #reset: () => void;
  #handler: ControlChannelHandler | undefined;
  #awaitingBody: ListenerResponse | undefined;
  #silenced = false;

  constructor(options: ControlChannelOptions) {
    this.listenerId = options.listenerId;
    this.entity = options.entity;
    this.host = options.host;
    this.remote = options.remote;
    this.deadlineMs = options.deadlineMs;
    this.#socket = options.socket;
    this.#connection = options.connection;
    this.#reset = options.reset;
  }

  start(handler: ControlChannelHandler): void {
    this.#handler = handler;
    this.#socket.on('message', (data, isBinary) => this.#receive(toBuffer(data), isBinary));
    this.#socket.on('ping', (payload) => {
      if (this.#silenced) return;
      this.#socket.pong(payload);
      this.#limitBuffer();
    });
    this.#socket.on('error', (error) => this.#handler?.onIgnored(error.message));
    this.#socket.on('close', (code, reason) => {
      this.#handler = undefined;
      handler.onClosed(code, reason.toString('utf8'));
    });
  }

  /** Accepts take part only while the channel is open. */
  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  send(text: string, body?: Buffer): void {
    if (this.#silenced || !this.isOpen) return;
    this.#socket.send(text);
    if (body !== undefined) this.#socket.send(body);
    this.#limitBuffer();
  }

  /** Raw, for faults: also what no relay would send. */
  sendRaw(data: string | Buffer): void {
    if (!this.#silenced && this.isOpen) this.#socket.send(data);
  }

  /** A silenced channel says nothing at its end either. */
  close(code: number, reason: string): void {
    if (this.#silenced) this.#reset();
    else this.#socket.close(code, reason);
  }

  reset(): void {
    this.#reset();
  }

  /**
   * From now on the channel looks alive to TCP and is dead to WebSocket: no Pong, nothing sent, and nothing of what comes
   * is understood. It is read all the same, since a socket that isn't read never learns that the listener has gone.
   */
  silence(): void {
    this.#silenced = true;
    this.#connection.removeAllListeners('data');
    this.#connection.resume();
  }

  #limitBuffer(): void {
    if (this.#socket.bufferedAmount > maxBufferedBytes) this.#reset();
  }

  #receive(data: Buffer, isBinary: boolean): void {
    if (this.#silenced) return;
    const awaiting = this.#awaitingBody;
    this.#awaitingBody = undefined;
    if (isBinary) {
      if (awaiting !== undefined) this.#handler?.onResponse(awaiting, data);
      // hyco-https follows `body: false` with an empty message (relay-protocol §9.1 row 21).
      else if (data.length > 0) this.#handler?.onIgnored('a body that belongs to no response');
      return;
    }
    if (awaiting !== undefined) {
      this.#handler?.onIgnored('a text between a response and its body');
      this.#handler?.onResponse(awaiting, undefined);
    }
    const message = parseListenerMessage(data.toString('utf8'));
    switch (message.kind) {
      case 'renewToken':
        this.#handler?.onRenewToken(message.token);
        return;
      case 'response':
        if (message.response.body) this.#awaitingBody = message.response;
        else this.#handler?.onResponse(message.response, undefined);
        return;
      case 'unreadable':
        this.#handler?.onIgnored(message.problem);
    }
  }
}

function toBuffer(data: RawData): Buffer {
  if (Buffer.isBuffer(data)) return data;
  return Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data);
}
