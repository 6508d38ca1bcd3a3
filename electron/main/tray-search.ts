/**
 * Looks for the desktop's tray at the start, when the panel may come up after the app. Owns its timer.
 *
 *     start ──there──► found
 *       └──not yet──► again after 2, 5, 10, 30 s ──still not──► given up; whoever asks later may find it yet
 */
import type { Clock, Disposer } from '../engine/clock.ts';

export interface TraySearchPorts {
  readonly clock: Clock;
  /** Null: nobody can tell now. */
  readonly look: () => Promise<boolean | null>;
  readonly onFound: () => void;
  /** Nothing of the app may be out of reach. */
  readonly onGivenUp: () => void;
}

export const searchAfterMs: readonly number[] = [2_000, 5_000, 10_000, 30_000];

export class TraySearch {
  readonly #ports: TraySearchPorts;
  #isFound = false;
  #isStopped = false;
  #cancel: Disposer | undefined;

  constructor(ports: TraySearchPorts) {
    this.#ports = ports;
  }

  start(): Promise<void> {
    return this.#try(0);
  }

  /** As it is now: a panel comes and goes. */
  async isThere(): Promise<boolean> {
    const isThere = (await this.#ports.look()) ?? this.#isFound;
    if (isThere && !this.#isFound && !this.#isStopped) {
      this.#isFound = true;
      this.#cancel?.();
      this.#ports.onFound();
    }
    return isThere;
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancel?.();
  }

  async #try(number: number): Promise<void> {
    if ((await this.isThere()) || this.#isStopped || this.#isFound) return;
    const delayMs = searchAfterMs[number];
    if (delayMs === undefined) this.#ports.onGivenUp();
    else this.#cancel = this.#ports.clock.after(delayMs, () => void this.#try(number + 1));
  }
}
