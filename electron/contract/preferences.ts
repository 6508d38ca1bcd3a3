/** How one person likes the window: kept by the app, beside the window's position. A value that can't be read counts as unset. */
import { z } from 'zod';
import { columnNames, defaultNotifications, themeChoices } from './default-preferences.ts';
import { languageChoices } from './languages.ts';

/** Minute of the day by the local clock: 0 is midnight. */
const minuteOfDay = z.int().min(0).max(1439);

/** Which notifications of the system one wants. */
const notificationsSchema = z.strictObject({
  /** A connection is down for this long before anybody is told, minutes. */
  afterMinutes: z.int().min(0).max(1440),
  /** None at all. */
  off: z.boolean(),
  /** That it works again, too. */
  recovered: z.boolean(),
  updates: z.boolean(),
  /** None between the two, perhaps over midnight; null: at any time. */
  quiet: z.strictObject({ from: minuteOfDay, to: minuteOfDay }).nullable(),
});

/** What closing the window does. */
export const closingChoices = ['stay', 'quit'] as const;

export const preferencesShape = {
  language: z.enum(languageChoices).catch('system'),
  closing: z.enum(closingChoices).catch('stay'),
  /** What closing means was said, and shall not be said again. */
  closingExplained: z.boolean().catch(false),
  /** The same where connections end with the window. */
  endingExplained: z.boolean().catch(false),
  notifications: notificationsSchema.catch(defaultNotifications),
  /** Of a release, that one doesn't want to hear of any more. */
  skippedVersion: z.string().max(64).nullable().catch(null),
  /** Nothing is said of a release before then: milliseconds since 1970-01-01 UTC. */
  remindAt: z.number().nullable().catch(null),
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

/** For calls that change some of them. What another version might have written is no excuse for a wrong value here. */
export const preferencesChangeSchema = z.strictObject({
  language: preferencesShape.language.unwrap().optional(),
  closing: preferencesShape.closing.unwrap().optional(),
  notifications: preferencesShape.notifications.unwrap().optional(),
  theme: preferencesShape.theme.unwrap().optional(),
  density: preferencesShape.density.unwrap().optional(),
  sort: preferencesShape.sort.unwrap().optional(),
  hiddenColumns: preferencesShape.hiddenColumns.unwrap().optional(),
  detailsWidth: preferencesShape.detailsWidth.unwrap().optional(),
});

export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;
