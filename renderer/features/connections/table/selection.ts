/** What clicks and keys make of the selection (design §7). Pure; ids in the order of the rows that are shown. */
export type Selected = ReadonlySet<string>;

/** The checkbox, Ctrl+click, Space: adds or takes away one row. */
export function toggled(selected: Selected, id: string): Selected {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Shift+click, Shift+Space: everything between the last row that was clicked and this one, and nothing else. */
export function extended(rows: readonly string[], anchor: string | null, id: string): Selected {
  const to = rows.indexOf(id);
  const from = anchor === null ? -1 : rows.indexOf(anchor);
  if (from === -1 || to === -1) return new Set([id]);
  return new Set(rows.slice(Math.min(from, to), Math.max(from, to) + 1));
}

/** State of the checkbox above the rows. */
export function headerChecked(rows: readonly string[], selected: Selected): boolean | 'mixed' {
  const count = rows.filter((id) => selected.has(id)).length;
  if (count === 0) return false;
  return count === rows.length ? true : 'mixed';
}

/** Only what is still there, so that no command reaches a row that nobody sees. Same set when nothing is gone. */
export function pruned(selected: Selected, isThere: (id: string) => boolean): Selected {
  return [...selected].every(isThere) ? selected : new Set([...selected].filter(isThere));
}
