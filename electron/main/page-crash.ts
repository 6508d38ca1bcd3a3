/**
 * What happens when the page's process ends: the page is loaded again, and the engine never notices. A page that keeps
 * ending isn't loaded for ever; then a person decides. Owns the count.
 */
import type { Logger } from '../engine/log/logger.ts';

export interface PageCrashPorts {
  readonly now: () => number;
  readonly reload: () => void;
  readonly quit: () => void;
  /** @returns whether to load it once more. */
  readonly ask: () => Promise<boolean>;
  readonly log: Logger;
}

const maxReloads = 3;
const periodMs = 60_000;

export class PageCrash {
  readonly #ports: PageCrashPorts;
  #reloads: readonly number[] = [];
  #isAsking = false;

  constructor(ports: PageCrashPorts) {
    this.#ports = ports;
  }

  /** @param reason Electron's word for it */
  async gone(reason: string, exitCode: number): Promise<void> {
    const { now, reload, quit, ask, log } = this.#ports;
    log.error('the page’s process ended', { reason, exitCode });
    if (this.#isAsking) return;
    this.#reloads = this.#reloads.filter((at) => now() - at < periodMs);
    if (this.#reloads.length >= maxReloads) {
      this.#isAsking = true;
      const again = await ask();
      this.#isAsking = false;
      if (!again) {
        quit();
        return;
      }
      this.#reloads = [];
    }
    this.#reloads = [...this.#reloads, now()];
    reload();
  }
}
