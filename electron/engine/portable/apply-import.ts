/**
 * Puts the connections of a file into the host. What is to be done was shown and agreed to; so the host is asked once more
 * right before, and what became something else meanwhile is left alone.
 */
import type { Host } from '../../contract/api.ts';
import type { DesiredOutcome, DesiredResult } from '../../contract/desired.ts';
import { HcmError, toErrorData, type ErrorData } from '../../contract/errors.ts';
import { isToDo, withProblem, type ImportItem, type ToDo } from './import-item.ts';
import { inBatches } from './in-batches.ts';
import { planItems, type MayOverwrite } from './plan-import.ts';

export interface ApplyOptions {
  readonly mayOverwrite: MayOverwrite;
  /** Name of the person who asks. */
  readonly by?: string;
}

export async function applyImport(
  host: Host,
  items: readonly ImportItem[],
  { mayOverwrite, ...asked }: ApplyOptions,
): Promise<readonly ImportItem[]> {
  const current = await planItems(host, items, mayOverwrite);
  const done = new Map<ImportItem, ImportItem>();
  for (const batch of inBatches(current.filter(isToDo))) {
    const outcome = await applyBatch(host, batch, asked);
    for (const [index, item] of batch.entries()) done.set(item, endOf(item, index, outcome));
  }
  return current.map((item) => done.get(item) ?? item);
}

/** A host that goes away meanwhile fails this batch; what was done before it is still told. */
async function applyBatch(
  host: Host,
  batch: readonly ToDo[],
  asked: Omit<ApplyOptions, 'mayOverwrite'>,
): Promise<DesiredOutcome | ErrorData> {
  const connections = batch.map(({ desired }) => desired);
  try {
    return await host.call('desired.apply', { connections, prune: false, ...asked });
  } catch (error) {
    return toErrorData(error);
  }
}

function endOf(item: ToDo, index: number, outcome: DesiredOutcome | ErrorData): ImportItem {
  if ('code' in outcome) return withProblem(item, 'failed', outcome);
  const { faults, results } = outcome;
  const fault = faults.find((one) => one.index === index)?.error;
  // With one fault the host does nothing of the batch.
  const problem = fault ?? (faults.length > 0 ? toErrorData(new HcmError('HCM5005')) : null);
  return problem === null ? ended(item, results[index]) : withProblem(item, 'failed', problem);
}

function ended(item: ToDo, result: DesiredResult | undefined): ImportItem {
  if (result === undefined) return withProblem(item, 'failed', toErrorData(new HcmError('HCM5005')));
  if (result.problem !== null) return withProblem(item, 'failed', result.problem);
  return { ...item, action: item.action === 'add' ? 'imported' : 'updated' };
}
