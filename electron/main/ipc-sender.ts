/** Who may ask: the main frame of our own window, showing our own page. Pure. */
import { isPageUrl } from './page-address.ts';

/** As much of Electron's event as the question needs. */
export interface Sender {
  readonly sender: { readonly id: number; getURL(): string };
  /** Null when the frame is gone. */
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

/** @param allows besides our own pages: a development server */
export function isTrustedSender(
  { sender, senderFrame }: Sender,
  windowId: number | null,
  allows: (url: string) => boolean = () => false,
): boolean {
  if (senderFrame?.parent !== null || sender.id !== windowId) return false;
  // A frame that was just committed may not know its URL yet; its window does.
  const url = senderFrame.url === '' ? sender.getURL() : senderFrame.url;
  return isPageUrl(url) || allows(url);
}
