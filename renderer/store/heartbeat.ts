/** The window's one beat a second: time that is shown, traffic that is drawn. It stands still while nobody looks. */
import type { ClockStore } from './clock-store.ts';
import type { ConnectionsStore } from './connections-store.ts';
import type { TrafficStore } from './traffic-store.ts';

export const beatMs = 1_000;

export interface Heartbeat {
  start(): void;
  stop(): void;
}

export function createHeartbeat(
  clock: ClockStore,
  connections: ConnectionsStore,
  traffic: TrafficStore,
): Heartbeat {
  let timer: ReturnType<typeof setInterval> | undefined;

  function beat(): void {
    clock.setState({ now: Date.now() });
    traffic.sample(connections.getState().views, performance.now());
  }

  return {
    start: () => {
      clearInterval(timer);
      timer = setInterval(beat, beatMs);
      if (Date.now() - clock.getState().now >= beatMs) clock.setState({ now: Date.now() });
    },
    stop: () => {
      clearInterval(timer);
      timer = undefined;
      traffic.pause();
    },
  };
}
