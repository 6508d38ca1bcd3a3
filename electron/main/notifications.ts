/**
 * The system's notifications. Owns those that are on the screen: one that nobody holds is collected, and its click lost.
 *
 * Invariants: bounded in number; a system that shows none is no failure.
 */
import { notificationTexts } from '../contract/messages/texts/notifications.ts';
import type { Preferences } from '../contract/preferences.ts';
import type { Clock } from '../engine/clock.ts';
import type { HostSummary } from './host-watch.ts';
import { Incidents, type Notice } from './incidents.ts';
import { listeningOf } from './notification-listening.ts';
import { notificationWords, type NotificationWords } from './notification-words.ts';

/** As Electron has it. */
export interface ShownNotification {
  on(event: 'click' | 'close' | 'failed', listener: () => void): unknown;
  show(): void;
  close(): void;
}

export interface NotificationPorts {
  readonly clock: Clock;
  readonly isSupported: () => boolean;
  readonly make: (words: NotificationWords) => ShownNotification;
  readonly wishes: () => Preferences['notifications'];
  /** The window has the focus. */
  readonly isInFront: () => boolean;
  /** Version of a release that the person hasn't put off; null for none. */
  readonly newVersion: () => string | null;
  /** A click: null for no single connection. */
  readonly onClick: (connectionId: string | null) => void;
}

/** More than these nobody reads; the oldest goes. */
const maxShown = 20;

export class Notifications {
  readonly #ports: NotificationPorts;
  readonly #incidents = new Incidents();
  readonly #shown = new Set<ShownNotification>();

  constructor(ports: NotificationPorts) {
    this.#ports = ports;
  }

  onSummary(summary: HostSummary): void {
    const { clock, wishes, isInFront, newVersion } = this.#ports;
    const now = clock.now();
    const listening = listeningOf(wishes(), new Date(now), isInFront());
    for (const notice of this.#incidents.look(now, summary, newVersion(), listening))
      this.#show(notificationWords(notice, now), connectionOf(notice));
  }

  /** Shows this, whatever the preferences say. */
  say(words: NotificationWords): void {
    this.#show(words, null);
  }

  /** Shows one, whatever the preferences say. @returns whether this system shows any. */
  try(): boolean {
    if (!this.#ports.isSupported()) return false;
    this.#show({ title: notificationTexts.try, body: notificationTexts.tryDetail }, null);
    return true;
  }

  close(): void {
    for (const one of this.#shown) one.close();
    this.#shown.clear();
  }

  #show(words: NotificationWords, connectionId: string | null): void {
    const { isSupported, make, onClick } = this.#ports;
    if (!isSupported()) return;
    const notification = make(words);
    const forget = (): void => void this.#shown.delete(notification);
    notification.on('click', () => {
      forget();
      onClick(connectionId);
    });
    notification.on('close', forget);
    notification.on('failed', forget);
    this.#shown.add(notification);
    const [oldest] = this.#shown;
    if (this.#shown.size > maxShown && oldest !== undefined) {
      this.#shown.delete(oldest);
      oldest.close();
    }
    notification.show();
  }
}

function connectionOf(notice: Notice): string | null {
  const views = 'views' in notice ? notice.views : [];
  return views.length === 1 ? (views[0]?.config.id ?? null) : null;
}
