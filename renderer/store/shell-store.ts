/** Which host the window shows, what the app is, what the practice relay does, and how the person likes the window. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Language } from '../../electron/contract/languages.ts';
import type { Preferences } from '../../electron/contract/preferences.ts';
import { defaultPreferences } from '../../electron/contract/default-preferences.ts';
import type { AppInfo, DemoState, HostState } from '../../electron/contract/shell-api.ts';
import type { UpdateState } from '../../electron/contract/updates.ts';

export interface ShellState {
  readonly host: HostState;
  /** Null until the app has said it. */
  readonly app: AppInfo | null;
  readonly demo: DemoState;
  readonly preferences: Preferences;
  /** What the page speaks. */
  readonly language: Language;
  /** Null until the app has said it. */
  readonly update: UpdateState | null;
  /** What the popup of a newer version was opened for last, by itself. */
  readonly shownUpgrade: string | null;
}

export type ShellStore = StoreApi<ShellState>;

export const demoOff: DemoState = { phase: 'off', steps: [], connectionId: null, url: null, problem: null };

export function createShellStore(): ShellStore {
  return createStore<ShellState>(() => ({
    host: { mode: 'starting' },
    app: null,
    demo: demoOff,
    preferences: defaultPreferences,
    language: 'en',
    update: null,
    shownUpgrade: null,
  }));
}
