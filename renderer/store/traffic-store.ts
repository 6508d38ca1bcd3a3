/** Bytes per second of each connection over the last five minutes, one sample a second while the window is visible. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';

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

interface Counted {
  readonly bytes: number;
  readonly atMs: number;
}

export function createTrafficStore(): TrafficStore {
  const store = createStore<TrafficState>(() => ({ byId: new Map() }));
  let counted = new Map<string, Counted>();
  return {
    ...store,
    pause: () => {
      counted = new Map();
    },
    sample: (views, atMs) => {
      const { byId } = store.getState();
      const next = new Map<string, Traffic>();
      const nextCounted = new Map<string, Counted>();
      for (const [id, view] of views) {
        const bytes = view.bytesIn + view.bytesOut;
        nextCounted.set(id, { bytes, atMs });
        const before = counted.get(id);
        const known = byId.get(id)?.rates ?? [];
        const isRate = before !== undefined && atMs > before.atMs && bytes >= before.bytes;
        const rate = isRate ? ((bytes - before.bytes) * 1000) / (atMs - before.atMs) : null;
        next.set(id, { rates: rate === null ? known : [...known, rate].slice(-trafficSamples) });
      }
      counted = nextCounted;
      store.setState({ byId: next });
    },
  };
}
