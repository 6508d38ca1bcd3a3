/** Moves the focus between rows, and inside a row between its cells. Knows the grid's DOM and nothing else. */

/** Rows that PgUp and PgDn go, where the height of the list isn't known. */
const fallbackPage = 10;

export function rowIdOf(target: EventTarget | null): string | null {
  const row = target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row-id]') : null;
  return row?.dataset['rowId'] ?? null;
}

/** Focuses a row, or the same cell in it as the one that has the focus now. */
export function focusRow(grid: HTMLElement, id: string): void {
  const row = grid.querySelector<HTMLElement>(`[data-row-id="${CSS.escape(id)}"]`);
  const column = document.activeElement?.closest<HTMLElement>('[data-column]')?.dataset['column'];
  const cell = column === undefined ? null : row?.querySelector<HTMLElement>(`[data-column="${column}"]`);
  if (cell) focusCell(cell);
  else row?.focus();
}

/** Focusable only while it has the focus, so that a click on a cell focuses its row. */
function focusCell(cell: HTMLElement): void {
  cell.tabIndex = -1;
  cell.addEventListener('blur', () => cell.removeAttribute('tabindex'), { once: true });
  cell.focus();
}

/** → into the row's cells, ← back to the row. */
export function moveInRow(target: HTMLElement, step: 1 | -1): void {
  const row = target.closest<HTMLElement>('[data-row-id]');
  if (!row) return;
  const cells = [...row.querySelectorAll<HTMLElement>('[data-column]')];
  const now = cells.findIndex((cell) => cell === target);
  const next = cells[now + step];
  if (next) focusCell(next);
  else if (step === -1) row.focus();
}

/** ← and → between the box and the columns of the header. @returns false when the focus isn't there. */
export function moveInHeader(target: HTMLElement, step: 1 | -1): boolean {
  const header = target.closest('[role="columnheader"]')?.parentElement;
  if (!header) return false;
  const stops = [...header.querySelectorAll<HTMLElement>('input, button')];
  stops[stops.findIndex((stop) => stop === target) + step]?.focus();
  return true;
}

export function rowsPerPage(scroller: HTMLElement, rowHeight: number): number {
  return Math.max(1, Math.floor(scroller.clientHeight / rowHeight) - 1) || fallbackPage;
}

/** Where a key leads from a row. Null: the key moves nothing. */
export function rowAfterKey(key: string, from: number, count: number, page: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, from + 1);
    case 'ArrowUp':
      return Math.max(0, from - 1);
    case 'PageDown':
      return Math.min(last, from + page);
    case 'PageUp':
      return Math.max(0, from - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
