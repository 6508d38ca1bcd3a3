/**
 * Makes sure that the end of what a TCP socket reads is an end and not a reset.
 *
 * When a reset arrives together with the last data, libuv on Linux and macOS reports the end of the stream and never
 * reads the error behind it: measured on loopback, nine out of ten resets of a busy connection came as `end`. A
 * transfer that was cut off would then be passed on as a complete one (relay-protocol §4.2: a reset is an abort).
 *
 * So the first end is not believed: the handle reads once more, and the end is passed on a turn of the event loop later
 * unless that read failed. `readStart` of the handle is no public API; where it is missing, the first end counts.
 */
import type { Socket } from 'node:net';

interface WithHandle {
  readonly _handle?: { readonly readStart?: () => number } | null;
}

/** To be called before the socket is read. */
export function makeEndCertain(socket: Socket): void {
  const push = socket.push.bind(socket);
  let isLooking = false;
  socket.push = (chunk: unknown, encoding?: BufferEncoding): boolean => {
    if (chunk !== null) return push(chunk, encoding);
    // The end again, seen by the second look.
    if (isLooking) return false;
    isLooking = true;
    const handle = (socket as unknown as WithHandle)._handle;
    if (handle?.readStart === undefined) return push(null);
    handle.readStart();
    // The first one comes before the loop polls again, the second one after it.
    setImmediate(() => {
      setImmediate(() => {
        if (!socket.destroyed) push(null);
      });
    });
    return false;
  };
}
