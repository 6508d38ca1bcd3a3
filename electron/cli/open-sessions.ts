/** The open sessions of some connections, with the names of what they belong to. */
import type { Host } from '../contract/api.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import { sessionRow, type SessionRow } from './session-row.ts';

/** Of all connections unless some are given; oldest first. */
export async function openSessions(
  host: Host,
  views?: readonly ConnectionView[],
): Promise<readonly SessionRow[]> {
  const owners = views ?? (await host.call('connections.snapshot', {})).connections;
  const byId = new Map(owners.map((view) => [view.config.id, view]));
  const [only, ...others] = owners;
  const narrowed = only !== undefined && others.length === 0 ? { connectionId: only.config.id } : {};
  const { sessions } = await host.call('sessions.list', narrowed);
  const now = Date.now();
  return [...sessions]
    .sort((one, other) => one.startedAt - other.startedAt)
    .flatMap((session) => {
      const owner = byId.get(session.connectionId);
      return owner === undefined ? [] : [sessionRow(session, owner, now)];
    });
}
