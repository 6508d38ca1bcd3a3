/**
 * The rendezvous of one HTTP exchange: the request goes out if it didn't go over the control channel, the response comes in
 * (relay-protocol §3.7). Owns the listener's connection.
 *
 * Invariants: bodies pass through unbuffered, with backpressure both ways; the response's body ends with its message or
 * with the listener's Close, whichever comes (row 20); we close with 1000 after the response, since some clients never do
 * (row 25); `onEnd` comes once.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseListenerMessage } from './control-messages.ts';
import type { ListenerResponse } from './control-messages.ts';
import { opcodes } from '../engine/relay/frames.ts';
import type { MessageOpcode } from '../engine/relay/frames.ts';
import { FrameStream } from './frame-stream.ts';
import { acceptUpgrade } from './handshake.ts';
import type { RelayLimits } from './limits.ts';
import type { Arrival } from './rendezvous-desk.ts';
import type { SecureSockets } from './secure-sockets.ts';

export interface HttpRendezvousOptions {
  readonly listener: Arrival;
  readonly trackingId: string;
  readonly nowMs: number;
  readonly limits: RelayLimits;
  readonly sockets: SecureSockets;
  /** The request, when the control channel carried nothing but the address. */
  readonly send: { readonly text: string; readonly body: IncomingMessage } | undefined;
  readonly response: ServerResponse;
  readonly onProgress: () => void;
  /** Says what is to be done with the body that may follow. */
  readonly onResponse: (response: ListenerResponse) => 'body' | 'no body' | 'refused';
  readonly onEnd: (problem: string | undefined) => void;
}

/** Response headers over a rendezvous may exceed the 32 kB of the control channel, not all bounds. */
const maxTextBytes = 256 * 1024;

type Expecting = 'text' | 'body' | 'nothing';

export class HttpRendezvous {
  readonly #options: HttpRendezvousOptions;
  readonly #stream: FrameStream;
  #expecting: Expecting = 'text';
  #text: Buffer[] = [];
  #textBytes = 0;
  #dropBody = false;
  #ended = false;

  constructor(options: HttpRendezvousOptions) {
    this.#options = options;
    const { sockets, limits, listener } = options;
    this.#stream = new FrameStream({
      socket: listener.socket,
      reset: (socket) => sockets.reset(socket),
      sendLimitMs: limits.sendLimitMs,
      handshakeMs: limits.handshakeMs,
    });
  }

  start(): void {
    const { listener, trackingId, nowMs, response } = this.#options;
    acceptUpgrade(listener.request, listener.socket, { protocol: undefined, trackingId, nowMs });
    response.on('drain', this.#onResponseDrain);
    this.#stream.start(
      {
        onData: (part, opcode, _first, last) => this.#receive(part, opcode, last),
        onChunkEnd: () => {
          if (response.writableNeedDrain) this.#stream.pause();
        },
        onClose: () => this.#peerClosed(),
        onLost: (cause) => this.#end(`The listener's connection was lost: ${cause}`),
        onDrain: () => void this.#options.send?.body.resume(),
      },
      listener.head,
    );
    if (!this.#ended) this.#sendRequest();
  }

  /** Ends the rendezvous from our side. */
  close(code: number, reason: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#release();
    this.#stream.sendClose({ code, reason });
    this.#stream.finish();
  }

  abort(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#release();
    this.#stream.abort();
  }

  #sendRequest(): void {
    const { send, onProgress } = this.#options;
    if (send === undefined) return;
    this.#stream.writePart(Buffer.from(send.text, 'utf8'), opcodes.text, true, true);
    let first = true;
    send.body.on('data', (part: Buffer) => {
      if (this.#ended) return;
      onProgress();
      this.#stream.writePart(part, opcodes.binary, first, false);
      first = false;
      if (!this.#stream.flush()) send.body.pause();
    });
    send.body.once('end', () => {
      if (this.#ended) return;
      this.#stream.writePart(Buffer.alloc(0), opcodes.binary, first, true);
      this.#stream.flush();
    });
    this.#stream.flush();
  }

  #receive(part: Buffer, opcode: MessageOpcode, last: boolean): void {
    this.#options.onProgress();
    switch (this.#expecting) {
      case 'text':
        this.#gatherText(part, opcode, last);
        return;
      case 'body':
        if (!this.#dropBody && part.length > 0) this.#options.response.write(part);
        if (last) this.#end(undefined);
        return;
      case 'nothing':
    }
  }

  #gatherText(part: Buffer, opcode: MessageOpcode, last: boolean): void {
    this.#text.push(Buffer.from(part));
    this.#textBytes += part.length;
    if (opcode !== opcodes.text) this.#violated('the first message is not text');
    else if (this.#textBytes > maxTextBytes) this.#violated('the response text is too large');
    else if (last) this.#respond(Buffer.concat(this.#text).toString('utf8'));
  }

  #respond(text: string): void {
    this.#text = [];
    const message = parseListenerMessage(text);
    if (message.kind !== 'response') {
      this.#violated('no response in the first message');
      return;
    }
    const next = this.#options.onResponse(message.response);
    if (next === 'refused') {
      this.#violated('the response belongs to no request here');
      return;
    }
    this.#dropBody = next === 'no body';
    if (message.response.body) this.#expecting = 'body';
    else this.#end(undefined);
  }

  #peerClosed(): void {
    if (this.#expecting === 'body') this.#end(undefined);
    else this.#violated('closed before the response');
  }

  /** Protocol errors close with 1002 (relay-protocol §3.7, last paragraph). */
  #violated(problem: string): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#release();
    this.#stream.sendClose({ code: 1002, reason: problem });
    this.#stream.finish();
    this.#options.onEnd(`The listener broke the protocol: ${problem}`);
  }

  #end(problem: string | undefined): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#expecting = 'nothing';
    this.#release();
    if (problem === undefined) {
      this.#stream.sendClose({ code: 1000, reason: 'Normal Closure' });
      this.#stream.finish();
    }
    this.#options.onEnd(problem);
  }

  #release(): void {
    this.#options.response.off('drain', this.#onResponseDrain);
  }

  readonly #onResponseDrain = (): void => {
    this.#stream.resume();
  };
}
