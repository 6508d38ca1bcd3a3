/** Dials a control socket. The socket that is handed on has no listeners left; nothing it sends gets lost by that. */
import { connect, type Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import { errno } from './errno.ts';

export type Dialled =
  { readonly ok: true; readonly socket: Socket } | { readonly ok: false; readonly errno: string };

/** Whether anybody is there is known at once on Unix; a named pipe that is in use keeps us waiting. */
const dialTimeoutMs = 5_000;

export function dialSocket(path: string, clock: Clock): Promise<Dialled> {
  return new Promise((resolve) => {
    const socket = connect(path);
    const finish = (dialled: Dialled): void => {
      cancelTimeout();
      socket.removeAllListeners();
      if (!dialled.ok) socket.on('error', () => undefined).destroy();
      resolve(dialled);
    };
    const cancelTimeout = clock.after(dialTimeoutMs, () => finish({ ok: false, errno: 'ETIMEDOUT' }));
    socket.once('connect', () => finish({ ok: true, socket }));
    socket.once('error', (error) => finish({ ok: false, errno: errno(error) }));
  });
}
