/** Bytes per second of each connection over the last five minutes, one sample a second while the window is visible. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { countBytes, rateBetween, type CountedBytes } from '../../electron/contract/traffic-rate.ts';

/** Five minutes at one sample a second. */
export const trafficSamples = 300;

export interface Traffic {
  /** Both ways summed, bytes per second, oldest first; at most `trafficSamples`. */
  readonly rates: readonly number[];
}

export interface TrafficState {
  readonly byId: ReadonlyMap<string, Traffic>;
}

export interface TrafficStore extends StoreApi<TrafficState> {
  /** @param atMs monotonic time of the sample, milliseconds. */
  sample(views: ReadonlyMap<string, ConnectionView>, atMs: number): void;
  /** Nobody looked for a while: the next sample is no rate, only a new beginning. */
  pause(): void;
}

export function createTrafficStore(): TrafficStore {
  const store = createStore<TrafficState>(() => ({ byId: new Map() }));
  let counted = new Map<string, CountedBytes>();
  return {
    ...store,
    pause: () => {
      counted = new Map();
    },
    sample: (views, atMs) => {
      const { byId } = store.getState();
      const next = new Map<string, Traffic>();
      const nextCounted = new Map<string, CountedBytes>();
      for (const [id, view] of views) {
        const look = countBytes(view, atMs);
        nextCounted.set(id, look);
        const known = byId.get(id)?.rates ?? [];
        const rate = rateBetween(counted.get(id), look);
        next.set(id, { rates: rate === null ? known : [...known, rate].slice(-trafficSamples) });
      }
      counted = nextCounted;
      store.setState({ byId: next });
    },
  };
}
