/** Bridge and stores of one window, handed down so that a component test can bring its own. */
import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ConnectionView } from '../electron/contract/connection-view.ts';
import type { Bridge } from './bridge.ts';
import {
  createConnectionsStore,
  type ConnectionsState,
  type ConnectionsStore,
} from './store/connections-store.ts';
import { createClockStore, type ClockStore } from './store/clock-store.ts';
import { createHealthStore, type HealthState, type HealthStore } from './store/health-store.ts';
import { createShellStore, type ShellState, type ShellStore } from './store/shell-store.ts';
import { createToastsStore, type Toast, type ToastsStore } from './store/toasts-store.ts';
import { createTrafficStore, type TrafficState, type TrafficStore } from './store/traffic-store.ts';
import { createUiStore, type UiState, type UiStore } from './store/ui-store.ts';

export interface Services {
  readonly bridge: Bridge;
  readonly clock: ClockStore;
  readonly connections: ConnectionsStore;
  readonly health: HealthStore;
  readonly shell: ShellStore;
  readonly toasts: ToastsStore;
  readonly traffic: TrafficStore;
  readonly ui: UiStore;
}

export function createServices(bridge: Bridge): Services {
  return {
    bridge,
    clock: createClockStore(),
    connections: createConnectionsStore(),
    health: createHealthStore(),
    shell: createShellStore(),
    toasts: createToastsStore(),
    traffic: createTrafficStore(),
    ui: createUiStore(),
  };
}

const ServicesContext = createContext<Services | null>(null);

export function ServicesProvider(props: { readonly services: Services; readonly children: ReactNode }) {
  return <ServicesContext.Provider value={props.services}>{props.children}</ServicesContext.Provider>;
}

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('no ServicesProvider above');
  return services;
}

export function useBridge(): Bridge {
  return useServices().bridge;
}

export function useConnections<Value>(select: (state: ConnectionsState) => Value): Value {
  return useStore(useServices().connections, select);
}

/** The connection as it is shown; undefined when it is gone. */
export function useConnection(id: string): ConnectionView | undefined {
  return useConnections(({ views }) => views.get(id));
}

export function useHealth<Value>(select: (state: HealthState) => Value): Value {
  return useStore(useServices().health, select);
}

export function useShell<Value>(select: (state: ShellState) => Value): Value {
  return useStore(useServices().shell, select);
}

export function useUi<Value>(select: (state: UiState) => Value): Value {
  return useStore(useServices().ui, select);
}

/** The time, once a second while the window is visible; milliseconds since 1970-01-01 UTC. */
export function useNow(): number {
  return useStore(useServices().clock, ({ now }) => now);
}

export function useTraffic<Value>(select: (state: TrafficState) => Value): Value {
  return useStore(useServices().traffic, select);
}

export function useToasts(): readonly Toast[] {
  return useStore(useServices().toasts, ({ toasts }) => toasts);
}
