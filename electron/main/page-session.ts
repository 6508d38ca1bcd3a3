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
  const serve = servePage(page);
  // `handle` has Node read its whole fetch first, tens of milliseconds before anything is drawn (ADR 17).
  // oxlint-disable-next-line typescript/no-deprecated -- its successor is what costs them
  session.protocol.registerBufferProtocol(pageScheme, (request, answer) => answer(serve(request)));
  return session;
}
