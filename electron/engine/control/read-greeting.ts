/** Asks whoever answers at a control address who it is. */
import type { Clock } from '../clock.ts';
import { dialSocket } from './dial-socket.ts';
import { LineChannel } from './line-channel.ts';
import { helloSchema, type Hello } from './wire.ts';

/** @returns undefined when nobody answers in time, or not as we do */
export async function readGreeting(
  path: string,
  clock: Clock,
  timeoutMs: number,
): Promise<Hello | undefined> {
  const dialled = await dialSocket(path, clock);
  if (!dialled.ok) return undefined;
  return new Promise((resolve) => {
    let hello: Hello | undefined;
    const cancelTimeout = clock.after(timeoutMs, () => channel.drop());
    const channel = new LineChannel(dialled.socket, {
      onMessage: (message) => {
        hello ??= helloSchema.safeParse(message).data?.hello;
        channel.drop();
      },
      onClosed: () => {
        cancelTimeout();
        resolve(hello);
      },
    });
  });
}
