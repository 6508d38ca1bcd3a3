/** All of what a person does in a subscription's list: search, sort, tick, and what came of Save. */
import { useCallback, useMemo, useState } from 'react';
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import type { ErrorData } from '../../../electron/contract/errors.ts';
import type { ChosenPlace } from '../../components/azure/account-and-subscription.tsx';
import {
  canAdd,
  chosenOf,
  emptyChoice,
  withAll,
  withAnyway,
  withEndpoint,
  withListenWith,
  withOutcome,
  withoutProblems,
  withTick,
  type Choice,
  type ListenWith,
} from './choice.ts';
import {
  appsById,
  cellText,
  noteOf,
  searched,
  sorted,
  type AppsKnown,
  type ChooseColumn,
  type ChooseSort,
} from './choose-rows.ts';
import { useBrowse, type BrowseState } from './use-browse.ts';
import { useSave, type Saved } from './use-save.ts';

type Save = ReturnType<typeof useSave>;

export interface Chooser {
  readonly browse: BrowseState;
  readonly choice: Choice;
  readonly apps: AppsKnown;
  /** As they are shown. */
  readonly rows: readonly AzureConnection[];
  readonly canBeAdded: number;
  /** What Save adds, also those that the search hides. */
  readonly chosen: readonly AzureConnection[];
  readonly search: string;
  readonly sort: ChooseSort;
  /** The row whose help is open. */
  readonly help: AzureConnection | null;
  /** Of those that are chosen the ones that only the root rule's key could add. */
  readonly rootOnly: readonly AzureConnection[];
  readonly isSaving: boolean;
  readonly saving: Save['saving'];
  readonly again: () => void;
  readonly setSearch: (text: string) => void;
  readonly sortBy: (column: ChooseColumn) => void;
  readonly tick: (id: string, extend: boolean) => void;
  readonly tickAll: () => void;
  readonly setListenWith: (listenWith: ListenWith) => void;
  readonly setEndpoint: (id: string, endpoint: string) => void;
  readonly tryAnyway: (id: string) => void;
  readonly showHelp: (id: string | null) => void;
  readonly save: () => Promise<Saved>;
  /** Those of `rootOnly`, with the person's yes to the root key. */
  readonly saveWithRootKey: () => Promise<Saved>;
  readonly stopSaving: () => void;
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

/** After another sign-in it is the same place: what was chosen there is still meant, what went wrong is to be tried anew. */
function keptFor(kept: Kept, place: ChosenPlace | null): Kept {
  if (kept.of === place) return kept;
  const isSame = kept.of !== null && place !== null && keyOf(kept.of) === keyOf(place);
  return isSame ? { ...kept, of: place, choice: withoutProblems(kept.choice) } : freshFor(place);
}

function keyOf({ account, subscription: { tenantId, subscriptionId } }: ChosenPlace): string {
  return [account.id, tenantId, subscriptionId].join(' ');
}

export function useChooser(place: ChosenPlace | null): Chooser {
  const { state: browse, again } = useBrowse(place);
  const [kept, setKept] = useState(() => freshFor(place));
  const [sort, setSort] = useState<ChooseSort>({ column: 'name', descending: false });
  const { choice, search, helpId } = useMemo(() => keptFor(kept, place), [kept, place]);
  const keep = useCallback(
    (next: (before: Kept) => Partial<Kept>) =>
      setKept((before) => {
        const mine = keptFor(before, place);
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
  const { saving, save, stop } = useSave(place, onOutcome);
  const isSaving = saving !== null;
  const change = (next: (before: Choice) => Choice): void => {
    if (!isSaving) keep((before) => ({ choice: next(before.choice) }));
  };
  const chosen = useMemo(() => chosenOf(choice, order), [choice, order]);
  const rootOnly = chosen.filter(({ resourceId }) => choice.outcomes.get(resourceId)?.code === 'HCM6041');
  const helped = connections.find(({ resourceId }) => resourceId === helpId);

  return {
    browse,
    choice,
    apps,
    rows,
    canBeAdded: connections.filter((row) => canAdd(row, choice)).length,
    chosen,
    search,
    sort,
    help: helped && (noteOf(helped, choice)?.help ?? null) !== null ? helped : null,
    rootOnly,
    isSaving,
    saving,
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
    setEndpoint: (id, endpoint) => {
      change((before) => withEndpoint(before, id, endpoint));
      keep(() => ({ helpId: null }));
    },
    tryAnyway: (id) => change((before) => withAnyway(before, id)),
    showHelp: (id) => keep(() => ({ helpId: id })),
    save: () => save({ rows: chosen, choice, mayUseRootKey: false }),
    saveWithRootKey: () => save({ rows: rootOnly, choice, mayUseRootKey: true }),
    stopSaving: stop,
  };
}
