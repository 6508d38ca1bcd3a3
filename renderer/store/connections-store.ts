/**
 * The connections as the host tells them: a snapshot, then patches in their order; on a gap a new snapshot is asked for.
 * On top of the truth lie the states that a click leads to expect: they go when the host confirms, or after 3 s.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectionView } from '../../electron/contract/connection-view.ts';
import { viewUnknown } from '../../electron/contract/view-at-rest.ts';
import type { EventPayload } from '../../electron/contract/api.ts';
import type { AzureStatus } from '../../electron/contract/status.ts';

/** How long an expected state is shown without the host saying so, milliseconds. */
export const expectedForMs = 3_000;

export interface ExpectedState {
  readonly status: AzureStatus;
  /** What the host said when the click came: the first other word ends the expectation. */
  readonly seen: { readonly status: AzureStatus; readonly since: number };
  /** The click may rightly lead nowhere, such as a retry while another connection tries for all: falls back silently. */
  readonly isHope: boolean;
}

export interface ConnectionsState {
  /** False until the first snapshot is there. */
  readonly loaded: boolean;
  /** Number of the last patch that was applied. */
  readonly sequence: number;
  readonly truth: ReadonlyMap<string, ConnectionView>;
  readonly expected: ReadonlyMap<string, ExpectedState>;
  /** Since when no host answers, milliseconds since 1970; null while one does. Every state is Unknown then. */
  readonly unknownSince: number | null;
  /** What is shown: the truth, or Unknown, with expectations on top. Same object as long as nothing changed. */
  readonly views: ReadonlyMap<string, ConnectionView>;
}

export interface ConnectionsStore extends StoreApi<ConnectionsState> {
  /** @returns false when the patch doesn't follow: ask for a snapshot. */
  applyPatch(patch: EventPayload<'connections.patch'>): boolean;
  applySnapshot(sequence: number, connections: readonly ConnectionView[]): void;
  /** Shows the state that a click should lead to; `isHope` when it may rightly not. */
  expect(id: string, status: AzureStatus, isHope?: boolean): void;
  /** Ends an expectation. @returns true when it was still there. */
  forget(id: string): boolean;
  setUnknownSince(since: number | null): void;
}

type Truth = Pick<ConnectionsState, 'truth' | 'expected' | 'unknownSince'>;

export function createConnectionsStore(): ConnectionsStore {
  const store = createStore<ConnectionsState>(() => ({
    loaded: false,
    sequence: 0,
    truth: new Map(),
    expected: new Map(),
    unknownSince: null,
    views: new Map(),
  }));

  function update(change: Partial<Truth> & Partial<Pick<ConnectionsState, 'sequence' | 'loaded'>>): void {
    const before = store.getState();
    const next = { ...before, ...change };
    const expected = new Map([...next.expected].filter(([id, one]) => isOpen(next.truth.get(id), one)));
    const shown = { ...next, expected };
    store.setState({ ...shown, views: viewsOf(shown, before.views) });
  }

  return {
    ...store,
    applySnapshot: (sequence, connections) =>
      update({ loaded: true, sequence, truth: new Map(connections.map((view) => [view.config.id, view])) }),
    applyPatch: ({ sequence, changed, removed }) => {
      const { loaded, sequence: last, truth } = store.getState();
      if (!loaded || sequence > last + 1) return false;
      // Older than the snapshot: it is in there already.
      if (sequence <= last) return true;
      const next = new Map(truth);
      for (const view of changed) next.set(view.config.id, view);
      for (const id of removed) next.delete(id);
      update({ sequence, truth: next });
      return true;
    },
    expect: (id, status, isHope = false) => {
      const { truth, expected } = store.getState();
      const seen = truth.get(id)?.azure;
      if (!seen) return;
      update({
        expected: new Map(expected).set(id, {
          status,
          seen: { status: seen.status, since: seen.since },
          isHope,
        }),
      });
    },
    forget: (id) => {
      const { expected } = store.getState();
      if (!expected.has(id)) return false;
      update({ expected: new Map([...expected].filter(([other]) => other !== id)) });
      return true;
    },
    setUnknownSince: (unknownSince) => update({ unknownSince }),
  };
}

function isOpen(view: ConnectionView | undefined, { seen }: ExpectedState): boolean {
  return view?.azure.status === seen.status && view.azure.since === seen.since;
}

/** Rows whose view is the same object are not drawn again, so what did not change stays the same object. */
function viewsOf(
  { truth, expected, unknownSince }: Truth,
  before: ReadonlyMap<string, ConnectionView>,
): ReadonlyMap<string, ConnectionView> {
  return new Map(
    [...truth].map(([id, view]) => {
      const shown = shownView(view, expected.get(id), unknownSince);
      const last = before.get(id);
      return [id, last !== undefined && isSameView(last, shown) ? last : shown];
    }),
  );
}

function shownView(
  view: ConnectionView,
  expected: ExpectedState | undefined,
  unknownSince: number | null,
): ConnectionView {
  if (unknownSince !== null) return viewUnknown(view, unknownSince);
  if (!expected) return view;
  const { status } = expected;
  return { ...view, azure: { ...view.azure, status, problem: null, retryAt: null } };
}

function isSameView(one: ConnectionView, other: ConnectionView): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
