/** All of what a person does in a subscription's list: search, sort, tick, and what came of Save. */
import { useCallback, useMemo, useState } from 'react';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import type { ChosenPlace } from '../../components/azure/account-and-subscription.tsx';
import {
  canAdd,
  emptyChoice,
  withAll,
  withEndpoint,
  withListenWith,
  withOutcome,
  withTick,
  type Choice,
  type ListenWith,
} from './choice.ts';
import {
  appsById,
  cellText,
  searched,
  sorted,
  type AppsKnown,
  type ChooseColumn,
  type ChooseSort,
} from './choose-rows.ts';
import { useBrowse, type BrowseState } from './use-browse.ts';
import { useSave, type Saved } from './use-save.ts';

export interface Chooser {
  readonly browse: BrowseState;
  readonly choice: Choice;
  readonly apps: AppsKnown;
  /** As they are shown. */
  readonly rows: readonly AzureConnection[];
  readonly canBeAdded: number;
  readonly search: string;
  readonly sort: ChooseSort;
  /** The row whose help is open. */
  readonly help: AzureConnection | null;
  /** Those that only the root rule's key could add. */
  readonly rootOnly: readonly AzureConnection[];
  readonly isSaving: boolean;
  readonly again: () => void;
  readonly setSearch: (text: string) => void;
  readonly sortBy: (column: ChooseColumn) => void;
  readonly tick: (id: string, extend: boolean) => void;
  readonly tickAll: () => void;
  readonly setListenWith: (listenWith: ListenWith) => void;
  readonly setEndpoint: (id: string, endpoint: string) => void;
  readonly showHelp: (id: string | null) => void;
  readonly save: () => Promise<Saved>;
  /** Those of `rootOnly`, with the person's yes to the root key. */
  readonly saveWithRootKey: () => Promise<Saved>;
}

/** What belongs to one place: another one begins with nothing chosen. */
interface Kept {
  readonly of: ChosenPlace | null;
  readonly choice: Choice;
  readonly search: string;
  readonly helpId: string | null;
}

function freshFor(place: ChosenPlace | null): Kept {
  return { of: place, choice: emptyChoice, search: '', helpId: null };
}

export function useChooser(place: ChosenPlace | null): Chooser {
  const { state: browse, again } = useBrowse(place);
  const [kept, setKept] = useState(() => freshFor(place));
  const [sort, setSort] = useState<ChooseSort>({ column: 'name', descending: false });
  const { choice, search, helpId } = kept.of === place ? kept : freshFor(place);
  const keep = useCallback(
    (next: (before: Kept) => Partial<Kept>) =>
      setKept((before) => {
        const mine = before.of === place ? before : freshFor(place);
        return { ...mine, ...next(mine) };
      }),
    [place],
  );
  const { connections, usage } = browse;
  const apps = useMemo((): AppsKnown => ({ state: usage.state, byId: appsById(usage) }), [usage]);
  const order = useMemo(
    // By what Azure says: a tick or an outcome moves no row.
    () => sorted(connections, sort, (row) => cellText(sort.column, row, { choice: emptyChoice, apps })),
    [connections, sort, apps],
  );
  const rows = useMemo(() => searched(order, search, choice), [order, search, choice]);
  const onOutcome = useCallback(
    (id: string, problem: ErrorData | null) =>
      keep((before) => ({ choice: withOutcome(before.choice, id, problem) })),
    [keep],
  );
  const { isSaving, save } = useSave(place, onOutcome);
  const change = (next: (before: Choice) => Choice): void => {
    if (!isSaving) keep((before) => ({ choice: next(before.choice) }));
  };
  const rootOnly = connections.filter(
    ({ resourceId }) => choice.outcomes.get(resourceId)?.code === 'HCM6041',
  );

  return {
    browse,
    choice,
    apps,
    rows,
    canBeAdded: connections.filter((row) => canAdd(row, choice)).length,
    search,
    sort,
    help: connections.find(({ resourceId }) => resourceId === helpId) ?? null,
    rootOnly,
    isSaving,
    again,
    setSearch: (text) => keep(() => ({ search: text })),
    sortBy: (column) =>
      setSort((before) => ({ column, descending: before.column === column && !before.descending })),
    tick: (id, extend) => {
      const row = connections.find(({ resourceId }) => resourceId === id);
      if (row && canAdd(row, choice)) change((before) => withTick(before, rows, id, extend));
    },
    tickAll: () => change((before) => withAll(before, rows)),
    setListenWith: (listenWith) => change((before) => withListenWith(before, connections, listenWith)),
    setEndpoint: (id, endpoint) => change((before) => withEndpoint(before, id, endpoint)),
    showHelp: (id) => keep(() => ({ helpId: id })),
    save: () => {
      // Also those that the search hides just now: they are counted below the table.
      const chosen = order.filter(({ resourceId }) => choice.ticked.has(resourceId));
      return save({ rows: chosen, choice, mayUseRootKey: false });
    },
    saveWithRootKey: () => save({ rows: rootOnly, choice, mayUseRootKey: true }),
  };
}
