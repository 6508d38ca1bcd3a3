/** How the window is until its person says otherwise. Without the schemas, which a page doesn't need to be drawn. */
import type { Preferences } from './preferences.ts';

export const columnNames = [
  'name',
  'status',
  'namespace',
  'endpoint',
  'endpointStatus',
  'sessions',
  'traffic',
] as const;

export type ColumnName = (typeof columnNames)[number];

export const themeChoices = ['system', 'light', 'dark'] as const;

export type ThemeChoice = (typeof themeChoices)[number];

/** Which notifications of the system one wants. */
interface NotificationWishes {
  readonly afterMinutes: number;
  readonly off: boolean;
  readonly recovered: boolean;
  readonly updates: boolean;
  readonly quiet: { readonly from: number; readonly to: number } | null;
}

export const defaultNotifications: NotificationWishes = {
  afterMinutes: 2,
  off: false,
  recovered: true,
  updates: true,
  quiet: null,
};

export const defaultPreferences: Preferences = {
  language: 'system',
  closing: 'stay',
  closingExplained: false,
  endingExplained: false,
  notifications: defaultNotifications,
  skippedVersion: null,
  remindAt: null,
  theme: 'system',
  density: 'normal',
  sort: { column: 'name', descending: false },
  hiddenColumns: [],
  detailsWidth: 440,
};
