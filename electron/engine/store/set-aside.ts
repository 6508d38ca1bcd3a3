/**
 * Quarantine: what can't be read is moved or written to `NAME.corrupt-<moment>` and stays there. Never overwrites: every
 * name is new.
 */
import { basename, dirname, join } from 'node:path';
import type { FileSystem } from './file-system.ts';

/** @returns the bare name under which the file lies now. */
export async function setFileAside(fileSystem: FileSystem, path: string, nowMs: number): Promise<string> {
  const kept = await freeName(fileSystem, path, 'corrupt', nowMs);
  await fileSystem.rename(path, join(dirname(path), kept));
  return kept;
}

/** Records that could not be read, verbatim, beside the file that goes on without them. */
export async function setRecordsAside(
  fileSystem: FileSystem,
  path: string,
  records: readonly unknown[],
  nowMs: number,
): Promise<string> {
  const kept = await freeName(fileSystem, path, 'records', nowMs);
  await fileSystem.create(join(dirname(path), kept), Buffer.from(`${JSON.stringify(records, null, 2)}\n`));
  return kept;
}

async function freeName(
  fileSystem: FileSystem,
  path: string,
  kind: 'corrupt' | 'records',
  nowMs: number,
): Promise<string> {
  const moment = new Date(nowMs).toISOString().replaceAll(/[-:.]/g, '');
  const name = `${basename(path)}.${kind === 'records' ? 'records.' : ''}corrupt-${moment}`;
  const taken = new Set(await fileSystem.list(dirname(path)));
  let free = name;
  for (let count = 2; taken.has(free); count += 1) free = `${name}-${count}`;
  return free;
}
