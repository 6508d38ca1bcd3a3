/**
 * The one tooltip of the table: for the cell under the pointer, or the one that has the focus. One for all cells, because
 * seven in each of hundreds of rows would cost more than the rows.
 */
import { Tooltip } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** As Fluent's own tooltips. */
const showAfterMs = 250;

export interface GridTip {
  readonly cell: HTMLElement;
  readonly text: string;
}

interface GridTooltipProps {
  readonly grid: RefObject<HTMLElement | null>;
  /** What to say for a cell; null: nothing. */
  readonly textFor: (cell: HTMLElement) => string | null;
}

export function GridTooltip({ grid, textFor }: GridTooltipProps) {
  const [tip, setTip] = useState<GridTip | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(textFor);
  const isShown = useRef(false);
  useEffect(() => {
    latest.current = textFor;
    isShown.current = tip !== null;
  }, [textFor, tip]);

  const hide = useCallback(() => {
    clearTimeout(timer.current);
    setTip(null);
  }, []);

  useEffect(() => {
    const element = grid.current;
    if (!element) return;
    const show = (cell: HTMLElement): void => {
      const text = latest.current(cell);
      setTip(text === null ? null : { cell, text });
    };
    const onPointer = ({ target }: Event): void => {
      clearTimeout(timer.current);
      const cell = cellOf(target);
      if (cell) timer.current = setTimeout(() => show(cell), showAfterMs);
      else setTip(null);
    };
    const onFocus = ({ target }: Event): void => {
      const cell = cellOf(target);
      // Only keys focus a cell itself: a click focuses its row, where a tooltip would be in the way.
      if (cell && cell === target) show(cell);
      else hide();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !isShown.current) return;
      // The next Esc closes the details.
      event.stopPropagation();
      hide();
    };
    element.addEventListener('pointerover', onPointer);
    element.addEventListener('pointerleave', hide);
    element.addEventListener('pointerdown', hide);
    element.addEventListener('scroll', hide, { capture: true, passive: true });
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', hide);
    element.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer.current);
      element.removeEventListener('pointerover', onPointer);
      element.removeEventListener('pointerleave', hide);
      element.removeEventListener('pointerdown', hide);
      element.removeEventListener('scroll', hide, { capture: true });
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', hide);
      element.removeEventListener('keydown', onKey);
    };
  }, [grid, hide]);

  if (!tip?.cell.isConnected) return null;
  return (
    <Tooltip
      visible
      // A row's name says all of it already.
      relationship="inaccessible"
      content={<span style={{ whiteSpace: 'pre-line' }}>{tip.text}</span>}
      positioning={{ target: tip.cell, position: 'below', align: 'start' }}
    />
  );
}

function cellOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof HTMLElement ? target.closest<HTMLElement>('[data-column]') : null;
}

/** Whether a line of the cell doesn't fit into it. */
export function isCut(cell: HTMLElement): boolean {
  return [...cell.querySelectorAll<HTMLElement>('[data-cut]')].some(
    ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
  );
}
