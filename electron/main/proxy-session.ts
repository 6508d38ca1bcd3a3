/**
 * The session that is asked for the desktop's proxy, and for nothing else: in memory, with every request shut. Not the
 * default one, which fetches dictionaries for its spelling as soon as it is touched.
 */
import type { Session } from 'electron';
import { hardenSession } from './security.ts';

/** Without `persist:` a session lives in memory. */
const partition = 'proxy';

export function openProxySession(sessions: {
  fromPartition(partition: string, options: { cache: boolean }): Session;
}): Session {
  const session = sessions.fromPartition(partition, { cache: false });
  hardenSession(session);
  return session;
}
