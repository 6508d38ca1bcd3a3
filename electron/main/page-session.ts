/** The page's session: in memory, so that nothing of the page is ever on the disk, with our scheme and no way out. */
import type { Session } from 'electron';
import { pageScheme } from './page-address.ts';
import { hardenSession } from './security.ts';
import { servePage } from './serve-page.ts';

/** Without `persist:` a session lives in memory. */
const partition = 'page';

export function openPageSession(
  sessions: { fromPartition(partition: string, options: { cache: boolean }): Session },
  page: string,
  allows: (url: string) => boolean,
): Session {
  const session = sessions.fromPartition(partition, { cache: false });
  hardenSession(session, allows);
  session.protocol.handle(pageScheme, servePage(page));
  return session;
}
