/**
 * The sessions that have ended, out of the data folder's own records: also what ran before this host started, and without
 * any host.
 *
 * Invariant: no more is read than what a host reads back when it starts.
 */
import type { SessionView } from '../contract/api.ts';
import { sessionsFileName } from '../engine/activity/kept-records.ts';
import { readSessionLine } from '../engine/activity/session-line.ts';
import { readLinesBack } from '../engine/log/read-lines-back.ts';

const readBack = { files: 5, maxBytes: 8 * 1024 * 1024 } as const;

/** Newest first. */
export async function keptSessions(folder: string): Promise<readonly SessionView[]> {
  const { lines } = await readLinesBack({ folder, name: sessionsFileName, ...readBack });
  return lines.flatMap((line) => readSessionLine(line) ?? []).reverse();
}
