/** Selection of rows by pointer and keys (design §7), and where an extension of it begins. */
import { useEffect, useMemo, useRef } from 'react';
import { useServices } from '../../../services.tsx';
import { startPruning } from './prune-selection.ts';
import { extended, toggled } from './selection.ts';

export interface TableSelection {
  /** One row and no other; opens its details. */
  open(id: string): void;
  only(id: string): void;
  toggle(id: string): void;
  /** From the last row that was chosen to this one. */
  extend(id: string): void;
  /** All rows that are shown, or none when they all are already. */
  all(): void;
}

/** The same object as long as the table is there. @param rowIds the rows that are shown, in their order. */
export function useTableSelection(rowIds: readonly string[]): TableSelection {
  const services = useServices();
  const anchor = useRef<string | null>(null);
  const shown = useRef(rowIds);
  useEffect(() => {
    shown.current = rowIds;
  }, [rowIds]);
  useEffect(() => startPruning(services), [services]);

  return useMemo(() => {
    const { ui } = services;
    return {
      open: (id) => {
        anchor.current = id;
        ui.openDetails(id);
      },
      only: (id) => {
        anchor.current = id;
        ui.select([id]);
      },
      toggle: (id) => {
        anchor.current = id;
        ui.select(toggled(ui.getState().selected, id));
      },
      extend: (id) => {
        // The first extension of all begins at what is selected.
        const [first = null] = ui.getState().selected;
        ui.select(extended(shown.current, anchor.current ?? first, id));
      },
      all: () => {
        const { selected } = ui.getState();
        const isAll = shown.current.every((id) => selected.has(id));
        ui.select(isAll ? [] : shown.current);
      },
    };
  }, [services]);
}
