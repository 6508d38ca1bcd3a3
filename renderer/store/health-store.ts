/** What is wrong with the host, as it tells it: all items, worst first. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { HealthItem } from '../../electron/contract/health.ts';

export interface HealthState {
  readonly items: readonly HealthItem[];
}

export type HealthStore = StoreApi<HealthState>;

export function createHealthStore(): HealthStore {
  return createStore<HealthState>(() => ({ items: [] }));
}
