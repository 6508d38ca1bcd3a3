/**
 * The row that Tab leads to, and the focus on it. When it is filtered away or removed, the row in its place takes over
 * (design §17).
 */
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { focusRow } from './grid-focus.ts';

export interface CurrentRow {
  /** -1 in an empty table. */
  readonly index: number;
  /** The row that has the focus now, however it got there. */
  setCurrent(id: string): void;
  /** Moves the focus there, also to a row that isn't drawn yet. */
  focus(index: number): void;
}

interface Place {
  readonly id: string;
  readonly index: number;
}

export function useCurrentRow(grid: RefObject<HTMLElement | null>, rowIds: readonly string[]): CurrentRow {
  const [place, setPlace] = useState<Place>({ id: '', index: 0 });
  const found = rowIds.indexOf(place.id);
  const index = found === -1 ? Math.min(place.index, rowIds.length - 1) : found;
  const id = rowIds[index];
  useLostFocus(grid, id);

  const setCurrent = useCallback(
    (next: string) => setPlace({ id: next, index: rowIds.indexOf(next) }),
    [rowIds],
  );
  const focus = useCallback(
    (to: number) => {
      const next = rowIds[to];
      if (next === undefined || !grid.current) return;
      // Drawn first: a row out of sight is there only once it is the current one.
      flushSync(() => setPlace({ id: next, index: to }));
      focusRow(grid.current, next);
    },
    [grid, rowIds],
  );
  return { index, setCurrent, focus };
}

/** The browser drops the focus when what had it goes away. */
function useLostFocus(grid: RefObject<HTMLElement | null>, id: string | undefined): void {
  const wasInside = useRef(false);
  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const follow = ({ target }: FocusEvent): void => {
      wasInside.current = target instanceof Node && element.contains(target);
    };
    document.addEventListener('focusin', follow);
    return () => document.removeEventListener('focusin', follow);
  }, [grid]);

  useEffect(() => {
    const lost = document.activeElement === document.body;
    if (grid.current && id !== undefined && wasInside.current && lost) focusRow(grid.current, id);
  }, [grid, id]);
}
