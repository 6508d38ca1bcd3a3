/**
 * Puts the connections of a file into the host. What is to be done was shown and agreed to; so the host is asked once more
 * right before, and what became something else meanwhile is left alone.
 */
import type { Host } from '../../contract/api.ts';
import type { DesiredResult } from '../../contract/desired.ts';
import { HcmError, toErrorData } from '../../contract/errors.ts';
import { isToDo, withProblem, type ImportItem, type ToDo } from './import-item.ts';
import { inBatches } from './in-batches.ts';
import { planItems } from './plan-import.ts';

export async function applyImport(
  host: Host,
  items: readonly ImportItem[],
  options: { readonly overwrite: boolean; readonly by?: string },
): Promise<readonly ImportItem[]> {
  const { overwrite, ...asked } = options;
  const current = await planItems(host, items, overwrite);
  const done = new Map<ImportItem, ImportItem>();
  for (const batch of inBatches(current.filter(isToDo))) {
    const connections = batch.map(({ desired }) => desired);
    const { faults, results } = await host.call('desired.apply', { connections, prune: false, ...asked });
    for (const [index, item] of batch.entries()) {
      const fault = faults.find((one) => one.index === index)?.error;
      // With one fault the host does nothing of the batch.
      const problem = fault ?? (faults.length > 0 ? toErrorData(new HcmError('HCM5005')) : null);
      done.set(item, problem === null ? ended(item, results[index]) : withProblem(item, 'failed', problem));
    }
  }
  return current.map((item) => done.get(item) ?? item);
}

function ended(item: ToDo, result: DesiredResult | undefined): ImportItem {
  if (result === undefined) return withProblem(item, 'failed', toErrorData(new HcmError('HCM5005')));
  if (result.problem !== null) return withProblem(item, 'failed', result.problem);
  return { ...item, action: item.action === 'add' ? 'imported' : 'updated' };
}
