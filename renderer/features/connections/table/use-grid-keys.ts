/** Keys of the table (design §7). What works in the whole window (Delete, Esc, F6 …) is left to the window. */
import { useRef, type KeyboardEvent, type RefObject } from 'react';
import {
  moveInHeader,
  moveInRow,
  rowAfterKey,
  rowIdOf,
  rowsPerPage,
} from '../../../components/grid/grid-focus.ts';
import type { CurrentRow } from '../../../components/grid/use-current-row.ts';
import { nothingTyped, rowForTyped, typedOn } from './type-ahead.ts';
import type { TableSelection } from './use-table-selection.ts';

export interface GridKeys {
  readonly rowIds: readonly string[];
  readonly names: readonly string[];
  readonly rowHeight: number;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly current: CurrentRow;
  readonly selection: TableSelection;
  readonly onOpenByKey: (id: string) => void;
  readonly onMenu: (row: HTMLElement) => void;
}

export function useGridKeys(keys: GridKeys): (event: KeyboardEvent<HTMLElement>) => void {
  const typed = useRef(nothingTyped);
  return (event) => {
    const id = rowIdOf(event.target);
    const handled = id === null ? isHandledByHeader(event) : isHandled(event, id);
    if (handled) event.preventDefault();
  };

  function isHandledByHeader({ key, target }: KeyboardEvent<HTMLElement>): boolean {
    if (!(target instanceof HTMLElement)) return false;
    if (key === 'ArrowRight') return moveInHeader(target, 1);
    if (key === 'ArrowLeft') return moveInHeader(target, -1);
    if (key !== 'ArrowDown') return false;
    keys.current.focus(keys.current.index);
    return true;
  }

  function isHandled(event: KeyboardEvent<HTMLElement>, id: string): boolean {
    const { key, shiftKey, altKey } = event;
    const command = event.ctrlKey || event.metaKey;
    if (altKey) return false;
    if (command) return key.toLowerCase() === 'a' && !shiftKey && selectAll();
    if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return openMenu(event.target);
    if (key === 'Enter') return openDetails(id);
    if (key === ' ') return select(event, id);
    if (key === 'ArrowRight' || key === 'ArrowLeft') return moveSideways(event.target, key);
    const page = keys.scroller.current ? rowsPerPage(keys.scroller.current, keys.rowHeight) : 1;
    const to = rowAfterKey(key, keys.rowIds.indexOf(id), keys.rowIds.length, page);
    if (to === null) return jump(event, keys.rowIds.indexOf(id));
    keys.current.focus(to);
    return true;
  }

  function selectAll(): boolean {
    keys.selection.all();
    return true;
  }

  function openMenu(target: EventTarget): boolean {
    const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row-id]') : null;
    if (row) keys.onMenu(row);
    return row !== null;
  }

  function openDetails(id: string): boolean {
    keys.onOpenByKey(id);
    return true;
  }

  function select({ target, shiftKey }: KeyboardEvent<HTMLElement>, id: string): boolean {
    // A checkbox ticks itself.
    if (target instanceof HTMLInputElement) return false;
    if (shiftKey) keys.selection.extend(id);
    else keys.selection.toggle(id);
    return true;
  }

  function moveSideways(target: EventTarget, key: string): boolean {
    if (target instanceof HTMLElement) moveInRow(target, key === 'ArrowRight' ? 1 : -1);
    return true;
  }

  function jump({ key, timeStamp }: KeyboardEvent<HTMLElement>, from: number): boolean {
    if (!/^[\p{L}\p{N}._-]$/u.test(key)) return false;
    typed.current = typedOn(typed.current, key, timeStamp);
    const to = rowForTyped(keys.names, from, typed.current);
    if (to !== -1) keys.current.focus(to);
    return true;
  }
}
