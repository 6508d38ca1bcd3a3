/**
 * An open session: what the sender writes goes to the listener and the other way round, frame by frame
 * (relay-protocol §4.2). Owns both streams and the half-close limit.
 *
 *   open ──Close from one side──► half closed ──Close from the other──► closed (both handshakes end)
 *     └───────────── a side lost, a limit, the relay ──────────────────► aborted (TCP reset to both)
 *
 * Invariants: parts keep opcode, order and the ends of messages; reading from a side stops while the other can't take
 * more; a Close stops its own direction only; `onEnd` comes once.
 */
import type { CloseInfo } from '../engine/relay/frames.ts';
import type { FrameStream } from './frame-stream.ts';

export type SessionSide = 'sender' | 'listener';

export interface SessionEnd {
  readonly how: 'closed' | 'aborted';
  readonly by: SessionSide | 'relay';
  readonly code: number;
  readonly reason: string;
  readonly bytesToListener: number;
  readonly bytesToSender: number;
}

export interface SessionOptions {
  readonly sender: FrameStream;
  readonly senderHead: Buffer;
  readonly listener: FrameStream;
  readonly listenerHead: Buffer;
  readonly halfClosedIdleMs: number;
  readonly onEnd: (end: SessionEnd) => void;
}

interface Direction {
  readonly from: FrameStream;
  readonly to: FrameStream;
  readonly fromSide: SessionSide;
  bytes: number;
  closed: boolean;
}

export class Session {
  readonly #toListener: Direction;
  readonly #toSender: Direction;
  readonly #options: SessionOptions;
  #firstClose: { readonly by: SessionSide | 'relay'; readonly close: CloseInfo } | undefined;
  #halfCloseTimer: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    const { sender, listener } = options;
    this.#toListener = { from: sender, to: listener, fromSide: 'sender', bytes: 0, closed: false };
    this.#toSender = { from: listener, to: sender, fromSide: 'listener', bytes: 0, closed: false };
  }

  start(): void {
    this.#run(this.#toListener, this.#toSender, this.#options.senderHead);
    if (!this.#ended) this.#run(this.#toSender, this.#toListener, this.#options.listenerHead);
  }

  /** Cuts both sides off. */
  abort(reason: string): void {
    this.#abort('relay', reason);
  }

  /** Closes both sides in order; what they still send is dropped. */
  close(code: number, reason: string): void {
    if (this.#ended) return;
    const close = { code, reason };
    this.#firstClose ??= { by: 'relay', close };
    for (const { from } of [this.#toListener, this.#toSender]) {
      from.sendClose(close);
      from.finish();
    }
    this.#end('closed');
  }

  #run(direction: Direction, opposite: Direction, head: Buffer): void {
    const { from, to } = direction;
    from.start(
      {
        onData: (part, opcode, first, last) => {
          direction.bytes += part.length;
          to.writePart(part, opcode, first, last);
        },
        onChunkEnd: () => {
          if (this.#ended) return;
          if (!to.flush()) from.pause();
          this.#halfCloseTimer?.refresh();
        },
        onClose: (close) => this.#closeDirection(direction, close),
        onLost: (cause) => this.#abort(direction.fromSide, cause),
        // This stream took all we had for it: the other side may send again.
        onDrain: () => opposite.from.resume(),
      },
      head,
    );
  }

  #closeDirection(direction: Direction, close: CloseInfo): void {
    direction.closed = true;
    this.#firstClose ??= { by: direction.fromSide, close };
    direction.to.sendClose(close);
    if (this.#toListener.closed && this.#toSender.closed) {
      direction.from.finish();
      direction.to.finish();
      this.#end('closed');
      return;
    }
    this.#halfCloseTimer ??= setTimeout(
      () => this.#abort('relay', 'half closed and silent for too long'),
      this.#options.halfClosedIdleMs,
    );
  }

  #abort(by: SessionSide | 'relay', reason: string): void {
    if (this.#ended) return;
    this.#firstClose = { by, close: { code: 1006, reason } };
    this.#options.sender.abort();
    this.#options.listener.abort();
    this.#end('aborted');
  }

  #end(how: 'closed' | 'aborted'): void {
    this.#ended = true;
    clearTimeout(this.#halfCloseTimer);
    this.#options.onEnd({
      how,
      by: this.#firstClose?.by ?? 'relay',
      code: this.#firstClose?.close.code ?? 1006,
      reason: this.#firstClose?.close.reason ?? '',
      bytesToListener: this.#toListener.bytes,
      bytesToSender: this.#toSender.bytes,
    });
  }
}
