/**
 * The sessions that have ended, out of the data folder's own records: also what ran before this host started, and without
 * any host. Where the data folder isn't this account's to read, out of the host's memory.
 *
 * Invariant: no more is read than what a host reads back when it starts.
 */
import type { Host, SessionView } from '../contract/api.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { sessionsFileName } from '../engine/activity/kept-records.ts';
import { readSessionLine } from '../engine/activity/session-line.ts';
import { readLinesBack } from '../engine/log/read-lines-back.ts';

const readBack = { files: 5, maxBytes: 8 * 1024 * 1024 } as const;

/** Newest first. */
export async function keptSessions(folder: string): Promise<readonly SessionView[]> {
  const { lines } = await readLinesBack({ folder, name: sessionsFileName, ...readBack });
  return lines.flatMap((line) => readSessionLine(line) ?? []).reverse();
}

/** Newest first; the host keeps the last ones of each connection. */
export async function rememberedSessions(
  host: Host,
  views: readonly ConnectionView[],
): Promise<readonly SessionView[]> {
  const kept: SessionView[] = [];
  for (const { config } of views) {
    const { ended } = await host.call('sessions.history', { connectionId: config.id });
    kept.push(...ended);
  }
  return kept.sort((one, other) => (other.endedAt ?? other.startedAt) - (one.endedAt ?? one.startedAt));
}
