/**
 * What importing a file would do to a host: nothing is changed yet. The host itself says what is new and what differs
 * (`desired.plan`); an entry that it finds fault with leaves the question, and the others are asked about again.
 */
import type { Host } from '../../contract/api.ts';
import { connectionKey } from '../../contract/connection.ts';
import type { DesiredChange } from '../../contract/desired.ts';
import type { PortableEntry } from './portable-entry.ts';
import { isToDo, withProblem, type ImportItem, type ToDo } from './import-item.ts';
import { inBatches } from './in-batches.ts';

/** Whether the person agreed to what the file says in place of what the host has. */
export type MayOverwrite = (item: ImportItem) => boolean;

/** Before the host was asked every connection with a key counts as new. */
export async function planImport(
  host: Host,
  entries: readonly PortableEntry[],
  mayOverwrite: MayOverwrite,
): Promise<readonly ImportItem[]> {
  const { connections } = await host.call('connections.snapshot', {});
  const known = new Set(connections.map(({ config }) => connectionKey(config)));
  return planItems(
    host,
    entries.map((entry) => itemOf(entry, known)),
    mayOverwrite,
  );
}

/** Also for a second look just before it is done: meanwhile somebody may have changed the host. */
export async function planItems(
  host: Host,
  items: readonly ImportItem[],
  mayOverwrite: MayOverwrite,
): Promise<readonly ImportItem[]> {
  const planned = new Map<ImportItem, ImportItem>();
  for (const batch of inBatches(items.filter(isToDo))) await planBatch(host, batch, mayOverwrite, planned);
  return items.map((item) => planned.get(item) ?? item);
}

async function planBatch(
  host: Host,
  batch: readonly ToDo[],
  mayOverwrite: MayOverwrite,
  planned: Map<ImportItem, ImportItem>,
): Promise<void> {
  let left = batch;
  while (left.length > 0) {
    const connections = left.map(({ desired }) => desired);
    const { changes, faults } = await host.call('desired.plan', { connections, prune: false });
    for (const { index, error } of faults) {
      const item = left[index];
      if (item !== undefined) planned.set(item, withProblem(item, 'refused', error));
    }
    const faulty = new Set(faults.map(({ index }) => index));
    if (faulty.size === 0) {
      for (const [index, item] of left.entries())
        planned.set(item, decide(item, changes[index], mayOverwrite(item)));
      return;
    }
    // Fewer each time, since every fault names one of them.
    const others = left.filter((_item, index) => !faulty.has(index));
    if (others.length === left.length) return;
    left = others;
  }
}

function itemOf(entry: PortableEntry, known: ReadonlySet<string>): ImportItem {
  const { place } = entry;
  const nothing = { place, differs: [], desired: null } as const;
  if (entry.outcome === 'refused') {
    const { name, host, problem } = entry;
    return { ...nothing, name, host, kind: null, endpoint: null, action: 'refused', problem };
  }
  const { target, endpoint } = entry;
  const { name, host, kind } = target;
  const shared = { ...nothing, name, host, kind, endpoint };
  if (entry.outcome === 'connection') {
    return { ...shared, action: 'add', problem: null, desired: entry.desired };
  }
  if (known.has(connectionKey(target))) return { ...shared, action: 'unchanged', problem: null };
  return { ...shared, action: 'refused', problem: { code: 'HCM1088', details: { name } } };
}

function decide(item: ToDo, change: DesiredChange | undefined, overwrite: boolean): ImportItem {
  const differs = change?.differences.map(({ what }) => what) ?? [];
  switch (change?.kind) {
    case 'unchanged':
      return { ...item, action: 'unchanged', problem: null, desired: null };
    case 'update':
      return { ...item, action: overwrite ? 'update' : 'differs', differs };
    case 'add':
    case 'remove':
    case undefined:
      return { ...item, action: 'add' };
  }
}
