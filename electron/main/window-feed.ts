/**
 * Hands the host's events to the page, but only while somebody can see it: a host counts for nobody. Owns the
 * subscription.
 */
import type { Host } from '../contract/api.ts';
import { channelPrefix } from '../contract/channels.ts';
import type { WindowEventName, WindowEventPayload } from '../contract/shell-api.ts';

export type SendToPage = (channel: string, payload: unknown) => void;

export class WindowFeed {
  readonly #host: Pick<Host, 'subscribe'>;
  readonly #send: SendToPage;
  /** The page missed patches meanwhile: it is told to begin anew. */
  readonly #onSeenAgain: () => void;
  #unsubscribe: (() => void) | undefined;

  constructor(host: Pick<Host, 'subscribe'>, send: SendToPage, onSeenAgain: () => void) {
    this.#host = host;
    this.#send = send;
    this.#onSeenAgain = onSeenAgain;
  }

  /** For a window that is about to be seen: its page asks for everything by itself. */
  start(): void {
    this.#unsubscribe ??= this.#host.subscribe(({ name, payload }) => this.tell(name, payload));
  }

  setVisible(isVisible: boolean): void {
    if (isVisible === (this.#unsubscribe !== undefined)) return;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    if (!isVisible) return;
    this.start();
    this.#onSeenAgain();
  }

  tell<Name extends WindowEventName>(name: Name, payload: WindowEventPayload<Name>): void {
    this.#send(`${channelPrefix}${name}`, payload);
  }
}
