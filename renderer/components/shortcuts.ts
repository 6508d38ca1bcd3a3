/**
 * All keys of the window as data (design §7): the window's handler, the tooltips and the sheet of shortcuts read this one
 * list, so that none of them can promise a key that does nothing.
 */

/** `command`: Ctrl, on macOS Cmd. `key` as the browser names it. */
export interface KeyPress {
  readonly key: string;
  readonly command?: true;
  readonly shift?: true;
}

interface Shortcut {
  readonly keys: readonly [KeyPress, ...KeyPress[]];
  /** Who listens: the whole window, or the table while the focus is in it. */
  readonly where: 'window' | 'table';
}

export const shortcuts = {
  configure: { where: 'window', keys: [{ key: 'n', command: true }] },
  enterManually: { where: 'window', keys: [{ key: 'n', command: true, shift: true }] },
  import: { where: 'window', keys: [{ key: 'o', command: true }] },
  filter: { where: 'window', keys: [{ key: 'f', command: true }] },
  refresh: { where: 'window', keys: [{ key: 'F5' }, { key: 'r', command: true }] },
  test: { where: 'window', keys: [{ key: 't', command: true }] },
  remove: { where: 'window', keys: [{ key: 'Delete' }] },
  close: { where: 'window', keys: [{ key: 'Escape' }] },
  nextRegion: { where: 'window', keys: [{ key: 'F6' }] },
  previousRegion: { where: 'window', keys: [{ key: 'F6', shift: true }] },
  help: { where: 'window', keys: [{ key: 'F1' }] },
  shortcuts: { where: 'window', keys: [{ key: '?' }] },
  settings: { where: 'window', keys: [{ key: ',', command: true }] },
  move: {
    where: 'table',
    keys: [
      { key: 'ArrowUp' },
      { key: 'ArrowDown' },
      { key: 'Home' },
      { key: 'End' },
      { key: 'PageUp' },
      { key: 'PageDown' },
    ],
  },
  openDetails: { where: 'table', keys: [{ key: 'Enter' }] },
  select: { where: 'table', keys: [{ key: ' ' }] },
  extend: { where: 'table', keys: [{ key: ' ', shift: true }] },
  selectAll: { where: 'table', keys: [{ key: 'a', command: true }] },
  menu: { where: 'table', keys: [{ key: 'F10', shift: true }, { key: 'ContextMenu' }] },
} as const satisfies Record<string, Shortcut>;

export type ShortcutName = keyof typeof shortcuts;

export const shortcutNames = Object.keys(shortcuts) as readonly ShortcutName[];

/** Names of keys that the browser calls otherwise than the keyboard does. */
const keyNames: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Escape: 'Esc',
  ContextMenu: 'Menu',
  ' ': 'Space',
};

/** `Ctrl+Shift+N`; on macOS `Cmd+Shift+N`. */
export function keyText({ key, command, shift }: KeyPress, platform: string): string {
  const name = keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key);
  const modifier = platform === 'darwin' ? 'Cmd' : 'Ctrl';
  return [...(command ? [modifier] : []), ...(shift ? ['Shift'] : []), name].join('+');
}

/** The first key of a shortcut, for tooltips and menus. */
export function shortcutText(name: ShortcutName, platform: string): string {
  return keyText(shortcuts[name].keys[0], platform);
}

/** `label (Ctrl+N)`: how a tooltip names its key. */
export function withShortcut(label: string, name: ShortcutName, platform: string): string {
  return `${label} (${shortcutText(name, platform)})`;
}

/** As it comes from the browser's event. */
interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export function isPressed({ key, command, shift }: KeyPress, pressed: Pressed, platform: string): boolean {
  if (pressed.altKey || pressed.key.toLowerCase() !== key.toLowerCase()) return false;
  const isMac = platform === 'darwin';
  const other = isMac ? pressed.ctrlKey : pressed.metaKey;
  const wanted = isMac ? pressed.metaKey : pressed.ctrlKey;
  // `?` needs Shift on most keyboards, and none on others.
  const isShiftRight = key === '?' || pressed.shiftKey === (shift ?? false);
  return !other && wanted === (command ?? false) && isShiftRight;
}
