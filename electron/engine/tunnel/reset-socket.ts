/**
 * Ends a TCP connection with a reset, so that the other end sees an abort and not an end.
 *
 * A socket whose FIN is being sent can't be reset: libuv refuses (EINVAL), Node then never closes the handle, and `close`
 * never comes. That lasts for one turn of the event loop, until `finish`; what still waits to be written before a FIN is
 * no obstacle.
 */
import type { Socket } from 'node:net';

/** Does nothing to a socket that is destroyed. Whoever waits for `close` gets it. */
export function resetSocket(socket: Socket): void {
  if (socket.destroyed) return;
  const isSendingFin = socket.writableEnded && !socket.writableFinished && socket.writableLength === 0;
  if (isSendingFin) socket.once('finish', () => resetSocket(socket));
  else socket.resetAndDestroy();
}
