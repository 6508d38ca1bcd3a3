/**
 * One buffer into which all TCP sockets of endpoints are read. Owns that buffer, and who takes what arrives.
 *
 * Why: Node otherwise makes 64 KiB for every read; a read of four times that costs a quarter of the turns, and an idle
 * session holds nothing. What arrives is masked into another buffer before the next read (relay/masked-messages), so
 * that nothing has to outlive its turn.
 *
 * Invariant: a chunk is valid only until `take` returns.
 */
import type { OnReadOpts, Socket } from 'node:net';
import { fullBatchBytes } from '../relay/masked-messages.ts';

type Take = (chunk: Buffer) => void;

/** Made with the first session, not with the program. */
let shared: Buffer | undefined;

const takers = new WeakMap<Socket, { take: Take | undefined }>();

/** Options for `net.connect`, and what has to be told of the socket that it made. */
export function sharedRead(): { readonly onread: OnReadOpts; readonly belongsTo: (socket: Socket) => void } {
  const buffer = (shared ??= Buffer.allocUnsafeSlow(fullBatchBytes));
  const entry: { take: Take | undefined } = { take: undefined };
  return {
    onread: {
      buffer,
      callback: (length) => {
        entry.take?.(buffer.subarray(0, length));
        return true;
      },
    },
    belongsTo: (socket) => void takers.set(socket, entry),
  };
}

/** Hands what the socket reads to `take`, however the socket was made. Nothing is read before it is resumed. */
export function takeChunks(socket: Socket, take: Take): void {
  const entry = takers.get(socket);
  if (entry === undefined) socket.on('data', take);
  else entry.take = take;
}
