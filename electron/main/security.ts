/**
 * Shuts every door of a session and of whatever shows a page: no permission, no device, no request but for the page's own
 * files, no download, no navigation, no second window.
 */
import type { Session, WebContents } from 'electron';
import { isPageUrl } from './page-address.ts';

/** `net::ERR_FAILED`: the page makes no TLS connection, so none can be good. */
const refuseCertificate = -2;

/** @param allows besides the page's own files; for a development server only */
export function hardenSession(session: Session, allows: (url: string) => boolean = () => false): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setCertificateVerifyProc((_request, answer) => answer(refuseCertificate));
  // Else Chromium fetches dictionaries.
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !isPageUrl(url) && !url.startsWith('data:') && !allows(url) }),
  );
  session.on('will-download', (event) => event.preventDefault());
}

/** For each `web-contents-created`, so that none is forgotten. A file that is dropped on the page is a navigation, too. */
export function hardenContents(contents: WebContents): void {
  const deny = (event: { preventDefault: () => void }): void => event.preventDefault();
  contents.on('will-navigate', deny);
  contents.on('will-frame-navigate', deny);
  contents.on('will-redirect', deny);
  contents.on('will-attach-webview', deny);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
