/** What the person does with the window: selection, filter, open pane and dialog. Nothing of it is stored. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { PlannedConnection } from '../../electron/contract/azure-create-lines.ts';
import type { AzureCreateInput } from '../../electron/contract/azure-resource.ts';
import type { KeySlot } from '../../electron/contract/connection.ts';
import type { StatusGroup } from '../../electron/contract/status.ts';

export const detailsTabs = ['overview', 'sessions', 'activity', 'log'] as const;

export type DetailsTab = (typeof detailsTabs)[number];

export const settingsSections = [
  'general',
  'connections',
  'network',
  'security',
  'notifications',
  'updates',
  'advanced',
  'about',
] as const;

export type SettingsSection = (typeof settingsSections)[number];

export const helpTopics = [
  'start',
  'notSupported',
  'appService',
  'sqlServer',
  'ports',
  'tcpping',
  'availability',
  'status',
  'shortcuts',
] as const;

export type HelpTopic = (typeof helpTopics)[number];

/** What fills the window. */
export type OpenPage =
  | { readonly kind: 'connections' }
  | { readonly kind: 'settings'; readonly section: SettingsSection }
  | { readonly kind: 'help'; readonly topic: HelpTopic };

/** The dialog that is open; at most one. */
export type OpenDialog =
  | { readonly kind: 'enterManually' }
  | { readonly kind: 'import' }
  /** Configure New Hybrid Connections: signs in and chooses. */
  | { readonly kind: 'configure' }
  | { readonly kind: 'createInAzure' }
  | { readonly kind: 'accounts' }
  | { readonly kind: 'syncKeys'; readonly id: string }
  | { readonly kind: 'rotateKeys'; readonly id: string }
  | { readonly kind: 'endpointInAzure'; readonly id: string }
  | { readonly kind: 'appsInAzure'; readonly id: string }
  | { readonly kind: 'deleteInAzure'; readonly id: string }
  /** Without a slot the key that Azure refuses, else the primary one. */
  | { readonly kind: 'replaceKey'; readonly id: string; readonly slot?: KeySlot }
  | { readonly kind: 'removeSecondKey'; readonly id: string }
  | {
      readonly kind: 'acceptEndpoint';
      readonly id: string;
      readonly host: string;
      readonly port: number;
    }
  | { readonly kind: 'changeEndpoint'; readonly id: string }
  | { readonly kind: 'limits'; readonly id: string }
  | { readonly kind: 'remove'; readonly ids: readonly string[] }
  | { readonly kind: 'restart'; readonly ids: readonly string[] }
  | { readonly kind: 'stop'; readonly ids: readonly string[] }
  | {
      readonly kind: 'closeSession';
      readonly sessionId: string;
      readonly peer: string;
      readonly startedAt: number;
    }
  | { readonly kind: 'closeSessions'; readonly id: string }
  | { readonly kind: 'test'; readonly endpoint: string }
  | { readonly kind: 'howToReplace'; readonly ids: readonly string[] }
  | { readonly kind: 'demo' }
  | { readonly kind: 'logs' }
  | { readonly kind: 'shortcuts' }
  /** A newer version (design §9.8). */
  | { readonly kind: 'upgrade' }
  /** What closing the window means (design §9.10). */
  | { readonly kind: 'closing'; readonly hasTray: boolean }
  | { readonly kind: 'about' };

/** A Hybrid Connection that is being made: what was asked for, to be shown and tried again. */
export interface BegunCreation {
  readonly jobId: string;
  readonly plan: PlannedConnection;
  readonly input: AzureCreateInput;
  /** It ended while no dialog showed it, and that was said. */
  readonly isTold: boolean;
}

export interface UiState {
  readonly page: OpenPage;
  readonly filter: string;
  /** Pressed chip; null shows all. */
  readonly group: StatusGroup | null;
  readonly selected: ReadonlySet<string>;
  /** Connection whose details are open. With several selected rows the pane shows them all. */
  readonly detailsOpen: boolean;
  readonly tab: DetailsTab;
  readonly dialog: OpenDialog | null;
  /** Rotations of keys that were begun in this window and may go on, by connection: ids of the host's work. */
  readonly rotations: ReadonlyMap<string, string>;
  /** The last that was begun in this window, until a person has seen its end. */
  readonly creation: BegunCreation | null;
  /** How many times Refresh was asked for and isn't done yet. */
  readonly refreshing: number;
}

export interface UiStore extends StoreApi<UiState> {
  /** Selects one row and opens its details. */
  openDetails(id: string): void;
  closeDetails(): void;
  select(ids: Iterable<string>): void;
  setFilter(filter: string): void;
  toggleGroup(group: StatusGroup): void;
  clearFilters(): void;
  setTab(tab: DetailsTab): void;
  openPage(page: OpenPage): void;
  /** Back to the connections. */
  closePage(): void;
  openDialog(dialog: OpenDialog): void;
  readonly closeDialog: () => void;
  rotationBegan(connectionId: string, jobId: string): void;
  rotationEnded(connectionId: string): void;
  creationBegan(creation: Omit<BegunCreation, 'isTold'>): void;
  /** @param jobId another one that was begun meanwhile stays. */
  creationTold(jobId: string): void;
  creationEnded(): void;
  /** @returns what says that it is done. */
  startRefresh(): () => void;
}

export function createUiStore(): UiStore {
  const store = createStore<UiState>(() => ({
    page: { kind: 'connections' },
    filter: '',
    group: null,
    selected: new Set(),
    detailsOpen: false,
    tab: 'overview',
    dialog: null,
    rotations: new Map(),
    creation: null,
    refreshing: 0,
  }));
  const set = (change: Partial<UiState>): void => store.setState(change);
  return {
    ...store,
    openDetails: (id) => set({ selected: new Set([id]), detailsOpen: true }),
    closeDetails: () => set({ detailsOpen: false }),
    select: (ids) => set({ selected: new Set(ids) }),
    setFilter: (filter) => set({ filter }),
    toggleGroup: (group) => set({ group: store.getState().group === group ? null : group }),
    clearFilters: () => set({ filter: '', group: null }),
    setTab: (tab) => set({ tab }),
    openPage: (page) => set({ page }),
    closePage: () => set({ page: { kind: 'connections' } }),
    openDialog: (dialog) => set({ dialog }),
    closeDialog: () => set({ dialog: null }),
    rotationBegan: (connectionId, jobId) =>
      set({ rotations: new Map([...store.getState().rotations, [connectionId, jobId]]) }),
    rotationEnded: (connectionId) =>
      set({ rotations: new Map([...store.getState().rotations].filter(([id]) => id !== connectionId)) }),
    creationBegan: (creation) => set({ creation: { ...creation, isTold: false } }),
    creationTold: (jobId) => {
      const { creation } = store.getState();
      if (creation?.jobId === jobId) set({ creation: { ...creation, isTold: true } });
    },
    creationEnded: () => set({ creation: null }),
    startRefresh: () => {
      set({ refreshing: store.getState().refreshing + 1 });
      return () => set({ refreshing: store.getState().refreshing - 1 });
    },
  };
}
