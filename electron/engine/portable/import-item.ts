/** One entry of a file on its way into this host: what the host would do with it, and what came of it. */
import type { ConnectionConfig } from '../../contract/connection.ts';
import type { DesiredConnection, DesiredPart } from '../../contract/desired.ts';
import type { ErrorData } from '../../contract/errors.ts';
import type { ImportAction } from '../../contract/portable-answers.ts';

export interface ImportItem {
  /** Where in the file. */
  readonly place: string;
  readonly name: string;
  readonly host: string;
  readonly kind: ConnectionConfig['kind'] | null;
  readonly endpoint: string | null;
  readonly action: ImportAction;
  /** Why it isn't taken; beside `add` and `update`: what to know about it. */
  readonly problem: ErrorData | null;
  /** What differs from the connection that is there. */
  readonly differs: readonly DesiredPart[];
  /** Holds keys: never show it. Null where there is nothing to do. */
  readonly desired: DesiredConnection | null;
}

export type ToDo = ImportItem & { readonly action: 'add' | 'update'; readonly desired: DesiredConnection };

export function isToDo(item: ImportItem): item is ToDo {
  return item.desired !== null && (item.action === 'add' || item.action === 'update');
}

/** Whether the host has, or will have, what the file says. */
export function isTaken({ action }: ImportItem): boolean {
  return ['add', 'update', 'unchanged', 'imported', 'updated'].includes(action);
}

export function withProblem(item: ImportItem, action: ImportAction, problem: ErrorData | null): ImportItem {
  return { ...item, action, problem };
}
