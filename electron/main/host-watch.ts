/**
 * What tray and notifications know of the host, whether or not anybody sees the window. Owns the timer of its questions.
 *
 * It asks for a snapshot now and then: a subscription would bring every counter each second to somebody who reads none.
 *
 * Invariants: one question at a time; a failed one leaves what was known, since the link tells whether the host is gone;
 * nothing is asked after `stop`.
 */
import type { ConnectionView } from '../contract/connection-view.ts';
import type { Clock, Disposer } from '../engine/clock.ts';
import type { HostLink } from './host-link.ts';

export interface HostSummary {
  readonly mode: HostLink['state']['mode'];
  /** As they were last known. */
  readonly views: readonly ConnectionView[];
  /** False until the first answer of a host. */
  readonly isKnown: boolean;
}

export interface HostWatchPorts {
  readonly host: Pick<HostLink, 'state' | 'call'>;
  readonly clock: Clock;
  readonly onSummary: (summary: HostSummary) => void;
}

export const watchEveryMs = 3_000;

export class HostWatch {
  readonly #ports: HostWatchPorts;
  #views: readonly ConnectionView[] = [];
  #isKnown = false;
  #isAsking = false;
  #wantsAgain = false;
  #isStopped = false;
  #cancelNext: Disposer | undefined;

  constructor(ports: HostWatchPorts) {
    this.#ports = ports;
  }

  get summary(): HostSummary {
    return { mode: this.#ports.host.state.mode, views: this.#views, isKnown: this.#isKnown };
  }

  /** Asks now, and goes on asking: at the start, after a change of host, after something that was done here. */
  look(): void {
    if (this.#isStopped) return;
    this.#cancelNext?.();
    if (this.#isAsking) this.#wantsAgain = true;
    else void this.#ask();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelNext?.();
  }

  async #ask(): Promise<void> {
    const { host, clock, onSummary } = this.#ports;
    this.#isAsking = true;
    const { mode } = host.state;
    if (mode === 'app' || mode === 'background') {
      try {
        this.#views = (await host.call('connections.snapshot', {})).connections;
        this.#isKnown = true;
      } catch {
        // It went away meanwhile, or is busy.
      }
    }
    this.#isAsking = false;
    if (this.#isStopped) return;
    onSummary(this.summary);
    const delayMs = this.#wantsAgain ? 0 : watchEveryMs;
    this.#wantsAgain = false;
    this.#cancelNext = clock.after(delayMs, () => void this.#ask());
  }
}
