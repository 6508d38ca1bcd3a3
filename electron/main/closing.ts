/**
 * What closing the window does: it hides, and connections go on; or the app quits, by preference or where no tray would lead
 * back to it. Said in the page until the person has heard enough of it; what was heard of the one isn't taken for the other,
 * for with the app its own connections end.
 *
 * Invariant: a page that can't say it never keeps the window open. One that can decides alone: a second × while its dialog is
 * open closes the window, one after the dialog was put away asks again; whoever clicks a third time meets a page that says
 * nothing. A page that wasn't asked closes nothing.
 */
import type { Preferences } from '../contract/preferences.ts';
import type { Clock } from '../engine/clock.ts';

export interface ClosingPorts {
  readonly clock: Pick<Clock, 'monotonicMs'>;
  readonly preferences: () => Pick<Preferences, 'closing' | 'closingExplained' | 'endingExplained'>;
  readonly keepExplained: (what: 'closingExplained' | 'endingExplained') => void;
  readonly hasTray: () => Promise<boolean>;
  /** A host of its own, which goes on without this app, runs the connections. */
  readonly isBackground: () => boolean;
  /** The page lives and answers, so that it can say what happens. */
  readonly canTell: () => boolean;
  readonly tell: (hasTray: boolean) => void;
  /** In a box, where the page can't. @returns whether to end the app and its connections. */
  readonly mayEnd: () => Promise<boolean>;
  readonly hide: () => void;
  readonly quit: () => void;
}

/** A page answers the second × at the latest. */
const maxUnanswered = 2;
export const impatienceMs = 10_000;

export class Closing {
  readonly #ports: ClosingPorts;
  #isBusy = false;
  #isTold = false;
  /** When the page was told, and hasn't answered. */
  #unanswered: readonly number[] = [];

  constructor(ports: ClosingPorts) {
    this.#ports = ports;
  }

  /** The person closes the window. */
  request(): Promise<void> {
    return this.#alone(async () => {
      const { clock, preferences, hasTray, canTell, tell, quit } = this.#ports;
      if (preferences().closing === 'quit') {
        quit();
        return;
      }
      const isThere = await hasTray();
      const nowMs = clock.monotonicMs();
      this.#unanswered = this.#unanswered.filter((at) => nowMs - at < impatienceMs);
      const isDeaf = this.#unanswered.length >= maxUnanswered;
      if (this.#isExplained(isThere) || isDeaf || !canTell()) {
        await this.#close(isThere, false);
        return;
      }
      this.#isTold = true;
      this.#unanswered = [...this.#unanswered, nowMs];
      tell(isThere);
    });
  }

  /** The page's answer. @param wasRead false: something else was open, and its person has read nothing. */
  confirmed({ wasRead, dontShowAgain }: { wasRead: boolean; dontShowAgain: boolean }): Promise<void> {
    return this.#alone(async () => {
      if (!this.#isTold) return;
      this.#isTold = false;
      this.#unanswered = [];
      const isThere = await this.#ports.hasTray();
      if (dontShowAgain) this.#ports.keepExplained(this.#nameOf(isThere));
      await this.#close(isThere, wasRead);
    });
  }

  async #close(hasTray: boolean, wasRead: boolean): Promise<void> {
    const { hide, quit, mayEnd } = this.#ports;
    if (hasTray) {
      hide();
      return;
    }
    const isKnown = wasRead || !this.#ends(hasTray) || this.#isExplained(hasTray);
    if (isKnown || (await mayEnd())) quit();
  }

  #isExplained(hasTray: boolean): boolean {
    return this.#ports.preferences()[this.#nameOf(hasTray)];
  }

  #nameOf(hasTray: boolean): 'closingExplained' | 'endingExplained' {
    return this.#ends(hasTray) ? 'endingExplained' : 'closingExplained';
  }

  /** Connections end with the window. */
  #ends(hasTray: boolean): boolean {
    return !hasTray && !this.#ports.isBackground();
  }

  /** The second half of a double click is no second ×. */
  async #alone(work: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await work();
    } finally {
      this.#isBusy = false;
    }
  }
}
