/**
 * Which rows are drawn of a long table: those that can be seen, some around them, and the one that has the focus, which
 * would otherwise be lost by scrolling. Pure. All rows are equally high, so that no row has to be measured: a library for
 * rows of unknown height would be drawn anew at each scroll and can't be checked by the compiler's rules.
 */

/** Up to here all rows are drawn: find and screen readers then see the whole table. */
export const maxDrawnRows = 50;

/** Rows above and below what is seen, so that none is missing while it scrolls. */
const spareRows = 8;

/** What can be seen, as indexes: changes only when another row comes into sight. */
export interface SeenRows {
  readonly first: number;
  readonly last: number;
}

export function seenRows(scrollTop: number, viewHeight: number, rowHeight: number): SeenRows {
  return {
    first: Math.max(0, Math.floor(scrollTop / rowHeight)),
    last: Math.max(0, Math.ceil((scrollTop + viewHeight) / rowHeight)),
  };
}

/** Header, toolbar and the names of the columns take at least so much of a window, pixels. */
const aroundRows = 180;

/** Before anything is measured: as many as have room, the spare ones among them. The rest comes after the first frame. */
export function unmeasuredRows(windowHeight: number, rowHeight: number): SeenRows {
  const room = Math.max(0, windowHeight - aroundRows);
  return { first: 0, last: Math.ceil(room / rowHeight) - 1 - spareRows };
}

/** Indexes of the rows to draw, ascending. */
export function drawnRows(seen: SeenRows, count: number, current: number): readonly number[] {
  if (count <= maxDrawnRows) return indexes(0, count);
  const first = Math.max(0, Math.min(seen.first, count) - spareRows);
  const end = Math.max(first, Math.min(count, seen.last + 1 + spareRows));
  return [
    ...(current >= 0 && current < first ? [current] : []),
    ...indexes(first, end),
    ...(current >= end && current < count ? [current] : []),
  ];
}

function indexes(first: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - first) }, (_unused, step) => first + step);
}
