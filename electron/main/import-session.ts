/**
 * One file of connections on its way into the host: its entries with their keys, and what is known of each. The page gets
 * rows without keys; which of them are meant it says by number.
 *
 * Invariants: what is there already is overwritten only where the person saw that it differs and chose it all the same; an
 * entry that can't be taken is never asked about or applied; after `apply` no key is left.
 */
import type { Host } from '../contract/api.ts';
import type { ImportCheck, ImportRow } from '../contract/import-view.ts';
import type { PortableFormat } from '../contract/portable-answers.ts';
import { applyImport } from '../engine/portable/apply-import.ts';
import { isToDo, type ImportItem, type ToDo } from '../engine/portable/import-item.ts';
import { planImport } from '../engine/portable/plan-import.ts';
import type { PortableFile } from '../engine/portable/portable-entry.ts';
import { isAskable, verifyItems } from '../engine/portable/verify-import.ts';

interface Entry {
  readonly item: ImportItem;
  readonly endpoint: string | null;
  readonly check: ImportCheck;
}

const notAsked: ImportCheck = { state: 'notAsked', problem: null };

export class ImportSession {
  readonly format: PortableFormat;
  readonly #host: Host;
  readonly #onRows: (rows: readonly ImportRow[]) => void;
  #entries: readonly Entry[];

  private constructor(
    host: Host,
    format: PortableFormat,
    items: readonly ImportItem[],
    onRows: (rows: readonly ImportRow[]) => void,
  ) {
    this.#host = host;
    this.format = format;
    this.#onRows = onRows;
    this.#entries = items.map((item) => ({ item, endpoint: item.endpoint, check: notAsked }));
  }

  /** Asks the host what is new and what differs; changes nothing. */
  static async plan(
    host: Host,
    { format, entries }: PortableFile,
    onRows: (rows: readonly ImportRow[]) => void,
  ): Promise<ImportSession> {
    const items = await planImport(host, entries, () => false);
    return new ImportSession(host, format, items, onRows);
  }

  get rows(): ImportRow[] {
    return this.#entries.map(rowOf);
  }

  /** Resolves when all have an answer, or soon after `signal` is aborted. */
  async verify(numbers: readonly number[], signal: AbortSignal): Promise<void> {
    const chosen = this.#chosen(numbers).filter(([, item]) => isAskable(item));
    const numberOf = new Map(chosen.map(([number, item]) => [item, number]));
    for (const [number] of chosen) this.#change(number, { check: { state: 'waiting', problem: null } });
    this.#tell(chosen.map(([number]) => number));
    const note = (item: ToDo, change: Partial<Entry>): void => {
      const number = numberOf.get(item);
      if (number === undefined) return;
      this.#change(number, change);
      this.#tell([number]);
    };
    await verifyItems(
      this.#host,
      chosen.map(([, item]) => item),
      {
        onAsking: (item) => note(item, { check: { state: 'asking', problem: null } }),
        onVerified: (item, { refused, remark, endpoint }) => {
          const state = refused === null ? 'answered' : 'refused';
          note(item, { endpoint, check: { state, problem: refused ?? remark } });
        },
        signal,
      },
    );
    const open = [...numberOf.values()].filter((number) => isOpen(this.#entries[number]));
    for (const number of open) this.#change(number, { check: notAsked });
    this.#tell(open);
  }

  /** @param by name of the person who asks. */
  async apply(numbers: readonly number[], by: string): Promise<void> {
    const chosen = this.#chosen(numbers);
    const done = await applyImport(
      this.#host,
      chosen.map(([, item]) => item),
      { mayOverwrite: ({ action }) => action === 'update', ...(by === '' ? {} : { by }) },
    );
    for (const [index, [number]] of chosen.entries()) {
      const item = done[index];
      if (item !== undefined) this.#change(number, { item });
    }
    this.#entries = this.#entries.map((entry) => ({ ...entry, item: { ...entry.item, desired: null } }));
  }

  /** What can be taken of these; to choose what differs is the yes to overwrite it. */
  #chosen(numbers: readonly number[]): readonly (readonly [number, ToDo])[] {
    return [...new Set(numbers)].flatMap((number): readonly (readonly [number, ToDo])[] => {
      const found = this.#entries[number]?.item;
      if (found === undefined) return [];
      const item: ImportItem = found.action === 'differs' ? { ...found, action: 'update' } : found;
      return isToDo(item) ? [[number, item]] : [];
    });
  }

  #change(number: number, change: Partial<Entry>): void {
    this.#entries = this.#entries.map((entry, index) => (index === number ? { ...entry, ...change } : entry));
  }

  #tell(numbers: readonly number[]): void {
    const { rows } = this;
    if (numbers.length > 0) this.#onRows(numbers.flatMap((number) => rows[number] ?? []));
  }
}

function isOpen(entry: Entry | undefined): boolean {
  return entry !== undefined && (entry.check.state === 'waiting' || entry.check.state === 'asking');
}

function rowOf({ item, endpoint, check }: Entry, row: number): ImportRow {
  const { place, name, host, kind, action, problem, differs } = item;
  return { row, place, name, host, kind, endpoint, action, problem, differs: [...differs], check };
}
