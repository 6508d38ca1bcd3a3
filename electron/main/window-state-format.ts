/** `window.json`: where the window was and how one person likes it. What can't be read counts as unset. */
import { z } from 'zod';
import { preferencesShape, type Preferences } from '../contract/preferences.ts';
import { defaultPreferences } from '../contract/default-preferences.ts';
import type { FileFormat } from '../engine/store/file-format.ts';
import type { Rectangle } from './window-bounds.ts';

export interface WindowState {
  /** Null: never moved. */
  readonly bounds: Rectangle | null;
  readonly maximized: boolean;
  /** For macOS, which doesn't keep it with its login items. */
  readonly hiddenAtLogin: boolean;
  readonly preferences: Preferences;
}

export const defaultWindowState: WindowState = {
  bounds: null,
  maximized: false,
  hiddenAtLogin: false,
  preferences: defaultPreferences,
};

const pixels = z.int().min(-100_000).max(100_000);

const schema = z.object({
  bounds: z.object({ x: pixels, y: pixels, width: pixels, height: pixels }).nullable().catch(null),
  maximized: z.boolean().catch(false),
  hiddenAtLogin: z.boolean().catch(false),
  // Not strict: a newer version's preferences are passed over, not a reason to forget the others.
  preferences: z.object(preferencesShape).catch(defaultPreferences),
});

export const windowStateFormat: FileFormat<WindowState> = {
  version: 1,
  migrations: {},
  initial: defaultWindowState,
  read: (content) => ({ value: schema.parse(content), aside: [] }),
  readNewer: (content) => schema.parse(content),
  write: (state) => ({ ...state }),
};
