/**
 * The time that is shown: one beat a second for the whole window, so that all countdowns tick together and none ticks
 * while nobody looks. Who beats it is `live-sync`.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface ClockState {
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

export type ClockStore = StoreApi<ClockState>;

export function createClockStore(): ClockStore {
  return createStore<ClockState>(() => ({ now: Date.now() }));
}
