/** What a person chose of a subscription's Hybrid Connections, and what came of adding them. Pure. */
import type { AzureConnection } from '../../../electron/contract/azure.ts';
import type { ErrorData } from '../../../electron/contract/errors.ts';

export type ListenWith = 'key' | 'entra';

export interface Choice {
  /** Ids of resources. */
  readonly ticked: ReadonlySet<string>;
  /** Where a range begins: the last one that was ticked or unticked. */
  readonly anchor: string | null;
  readonly listenWith: ListenWith;
  /** Endpoints by hand, host:port, where Azure's metadata lacks them. */
  readonly endpoints: ReadonlyMap<string, string>;
  /** Those to try although Azure says that the account may not read their keys: a role at one alone isn't seen. */
  readonly anyway: ReadonlySet<string>;
  /** What came of those that were added: null is success. */
  readonly outcomes: ReadonlyMap<string, ErrorData | null>;
}

export const emptyChoice: Choice = {
  ticked: new Set(),
  anchor: null,
  listenWith: 'key',
  endpoints: new Map(),
  anyway: new Set(),
  outcomes: new Map(),
};

export function isAdded(id: string, { outcomes }: Choice): boolean {
  return outcomes.get(id) === null;
}

/** Whether it can be added as things stand. */
export function canAdd({ resourceId, obstacle }: AzureConnection, choice: Choice): boolean {
  if (isAdded(resourceId, choice)) return false;
  switch (obstacle) {
    case null:
      return true;
    case 'noEndpoint':
    case 'unreadableEndpoint':
      return choice.endpoints.has(resourceId);
    case 'noKeyPermission':
      return choice.listenWith === 'entra' || choice.anyway.has(resourceId);
    case 'configured':
    case 'noClientAuthorization':
    case 'notAllowed':
      return false;
  }
}

/** @param extend with all between the last one and this, which then are as this one becomes */
export function withTick(
  choice: Choice,
  rows: readonly AzureConnection[],
  id: string,
  extend: boolean,
): Choice {
  const ticks = !choice.ticked.has(id);
  const to = rows.findIndex(({ resourceId }) => resourceId === id);
  const from = extend ? rows.findIndex(({ resourceId }) => resourceId === choice.anchor) : -1;
  const range = from === -1 ? [to] : [Math.min(from, to), Math.max(from, to)];
  const touched = rows.slice(range[0], (range.at(-1) ?? to) + 1).filter((row) => canAdd(row, choice));
  const ticked = new Set(choice.ticked);
  for (const { resourceId } of touched) {
    if (ticks) ticked.add(resourceId);
    else ticked.delete(resourceId);
  }
  return { ...choice, ticked, anchor: id };
}

/** All of these that can be added, or none when they all are ticked already. */
export function withAll(choice: Choice, rows: readonly AzureConnection[]): Choice {
  const ids = rows.filter((row) => canAdd(row, choice)).map(({ resourceId }) => resourceId);
  const isAll = ids.every((id) => choice.ticked.has(id));
  const ticked = new Set(choice.ticked);
  for (const id of ids) {
    if (isAll) ticked.delete(id);
    else ticked.add(id);
  }
  return { ...choice, ticked };
}

export function allTicked(choice: Choice, rows: readonly AzureConnection[]): boolean | 'mixed' {
  const possible = rows.filter((row) => canAdd(row, choice));
  const count = possible.filter(({ resourceId }) => choice.ticked.has(resourceId)).length;
  if (count === 0) return false;
  return count === possible.length ? true : 'mixed';
}

/** What can't be added any more isn't ticked any more; what went wrong the other way says nothing of this one. */
export function withListenWith(
  choice: Choice,
  rows: readonly AzureConnection[],
  listenWith: ListenWith,
): Choice {
  const next = { ...withoutProblems(choice), listenWith };
  const possible = new Set(rows.filter((row) => canAdd(row, next)).map(({ resourceId }) => resourceId));
  return { ...next, ticked: new Set([...choice.ticked].filter((id) => possible.has(id))) };
}

/** It is ticked, too: who types an endpoint means to add it. */
export function withEndpoint(choice: Choice, id: string, endpoint: string): Choice {
  return {
    ...choice,
    endpoints: new Map(choice.endpoints).set(id, endpoint),
    ticked: new Set(choice.ticked).add(id),
  };
}

/** It is ticked: who wants to try means to add it. */
export function withAnyway(choice: Choice, id: string): Choice {
  return { ...choice, anyway: new Set(choice.anyway).add(id), ticked: new Set(choice.ticked).add(id) };
}

/** What was added stays so. */
export function withoutProblems(choice: Choice): Choice {
  return { ...choice, outcomes: new Map([...choice.outcomes].filter(([, problem]) => problem === null)) };
}

/** What Save adds: never one that has vanished, or that is on this host by now. */
export function chosenOf(choice: Choice, rows: readonly AzureConnection[]): readonly AzureConnection[] {
  return rows.filter((row) => choice.ticked.has(row.resourceId) && canAdd(row, choice));
}

/** What was added is ticked off; what failed stays for another try. */
export function withOutcome(choice: Choice, id: string, problem: ErrorData | null): Choice {
  const ticked = new Set(choice.ticked);
  if (problem === null) ticked.delete(id);
  return { ...choice, ticked, outcomes: new Map(choice.outcomes).set(id, problem) };
}
