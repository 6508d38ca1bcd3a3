/** One look whether an endpoint is there: dials it as a session would, and lets go of it politely. */
import type { Socket } from 'node:net';
import type { Clock } from '../clock.ts';
import { dialTarget, type TargetDialOptions } from './target-dialer.ts';

/** One dial that got through. */
export interface TargetReached {
  /** Name and TCP connect, milliseconds. */
  readonly dialMs: number;
  /** The IP address that answered; null when it was gone again at once. */
  readonly address: string | null;
}

/** How long an endpoint may take to end a connection that only looked whether it is there. */
const letGoTimeoutMs = 2_000;

/** @throws HcmError HCM31xx; the signal's reason when aborted. */
export async function tryTarget(options: TargetDialOptions): Promise<TargetReached> {
  const { clock } = options;
  const began = clock.monotonicMs();
  const socket = await dialTarget(options);
  const reached = { dialMs: clock.monotonicMs() - began, address: socket.remoteAddress ?? null };
  letGo(socket, clock);
  return reached;
}

/** A server that greets first would see a reset if its greeting stayed unread. */
function letGo(socket: Socket, clock: Clock): void {
  const cancel = clock.after(letGoTimeoutMs, () => socket.destroy());
  socket.once('close', cancel);
  socket.resume();
  socket.end();
}
