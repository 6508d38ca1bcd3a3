/**
 * The window's keys (design §7). None while a dialog is open, which has keys of its own; in a field only those that don't
 * write or move there; in a menu only those that a menu has no use for.
 */
import { useEffect } from 'react';
import type { ConnectionView } from '../../../electron/contract/connection-view.ts';
import { createConnectionActions } from '../../components/connection-actions.ts';
import { focusNextRegion } from '../../components/focus-region.ts';
import {
  isPressed,
  shortcutNames,
  shortcuts,
  type KeyPress,
  type ShortcutName,
} from '../../components/shortcuts.ts';
import { useServices, type Services } from '../../services.tsx';
import { filterFieldId } from './filter-field.tsx';

type WindowShortcut = {
  [Name in ShortcutName]: (typeof shortcuts)[Name]['where'] extends 'window' ? Name : never;
}[ShortcutName];

/** Keys that need no list of connections in front of them. */
const everywhere: ReadonlySet<WindowShortcut> = new Set([
  'close',
  'nextRegion',
  'previousRegion',
  'help',
  'shortcuts',
  'settings',
]);

export function useShortcuts(): void {
  const services = useServices();
  useEffect(() => {
    const doings = doingsOf(services);
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || services.ui.getState().dialog !== null) return;
      const isOnPage = services.ui.getState().page.kind !== 'connections';
      const platform = services.shell.getState().app?.platform ?? '';
      const name = shortcutNames.find((one) =>
        shortcuts[one].keys.some(
          (key) => isPressed(key, event, platform) && isMeantForWindow(key, event, isOnPage),
        ),
      );
      if (name === undefined || !isOfWindow(name)) return;
      if (isOnPage && !everywhere.has(name)) return;
      event.preventDefault();
      doings[name]();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [services]);
}

function doingsOf(services: Services): Readonly<Record<WindowShortcut, () => void>> {
  const { connections, ui } = services;
  const actions = createConnectionActions(services);
  /** The row that has the focus counts while none is selected. */
  const meantViews = (): readonly ConnectionView[] => {
    const { views } = connections.getState();
    const { selected } = ui.getState();
    const ids = selected.size === 0 ? focusedRow() : [...selected];
    return ids.flatMap((id) => views.get(id) ?? []);
  };
  return {
    configure: () => actions.openDialog({ kind: 'configure' }),
    enterManually: () => actions.openDialog({ kind: 'enterManually' }),
    import: () => actions.openDialog({ kind: 'import' }),
    filter: () => {
      const field = document.getElementById(filterFieldId);
      field?.focus();
      if (field instanceof HTMLInputElement) field.select();
    },
    refresh: () => {
      // Held down, the key would ask again and again.
      if (ui.getState().refreshing === 0) void actions.refresh();
    },
    test: () => actions.testSelected(meantViews()),
    remove: () => actions.remove(meantViews().map(({ config }) => config.id)),
    close: () => {
      if (ui.getState().page.kind !== 'connections') ui.closePage();
      else if (ui.getState().detailsOpen) ui.closeDetails();
      else ui.select([]);
    },
    nextRegion: () => focusNextRegion(1),
    previousRegion: () => focusNextRegion(-1),
    help: () => ui.openPage({ kind: 'help', topic: 'start' }),
    shortcuts: () => ui.openDialog({ kind: 'shortcuts' }),
    settings: () => ui.openPage({ kind: 'settings', section: 'general' }),
  };
}

function focusedRow(): readonly string[] {
  const row = document.activeElement?.closest<HTMLElement>('[data-row-id]');
  const id = row?.dataset['rowId'];
  return id === undefined ? [] : [id];
}

function isOfWindow(name: ShortcutName): name is WindowShortcut {
  return shortcuts[name].where === 'window';
}

const fields = 'input, textarea, select, [contenteditable="true"]';

/** @param isOnPage on one that fills the window, where fields that have something to take back keep Esc for themselves */
function isMeantForWindow({ key, command }: KeyPress, { target }: KeyboardEvent, isOnPage: boolean): boolean {
  const element = target instanceof Element ? target : null;
  // F keys and keys with Ctrl write nothing, and without them nobody would get out of a field.
  const isHarmless = command === true || /^F\d+$/.test(key) || (isOnPage && key === 'Escape');
  if (element?.closest('[role="menu"]')) return false;
  return isHarmless || element?.matches(fields) !== true || isTick(element);
}

/** A box to tick is an `input`, too, but nothing is written there. */
function isTick(element: Element): boolean {
  return element instanceof HTMLInputElement && (element.type === 'checkbox' || element.type === 'radio');
}
