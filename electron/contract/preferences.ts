/** How one person likes the window: kept by the app, beside the window's position. A value that can't be read counts as unset. */
import { z } from 'zod';

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

export const preferencesShape = {
  theme: z.enum(themeChoices).catch('system'),
  density: z.enum(['normal', 'compact']).catch('normal'),
  sort: z
    .strictObject({ column: z.enum(columnNames), descending: z.boolean() })
    .catch({ column: 'name', descending: false }),
  /** Columns that are never shown, however wide the list is. Name and Status can't be hidden. */
  hiddenColumns: z.array(z.enum(columnNames)).max(columnNames.length).catch([]),
  /** Width of the details pane, CSS pixels. */
  detailsWidth: z.int().min(400).max(4000).catch(440),
} as const;

export const preferencesSchema = z.strictObject(preferencesShape);

export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;

export const defaultPreferences: Preferences = {
  theme: 'system',
  density: 'normal',
  sort: { column: 'name', descending: false },
  hiddenColumns: [],
  detailsWidth: 440,
};
