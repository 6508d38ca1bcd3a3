/**
 * Turns "something about this connection changed" into numbered patches (plan §4): bursts are joined, counters move
 * once a second, and nothing is computed while nobody listens. Owns its two timers and the subscribers.
 *
 * Invariant: a snapshot with sequence n and the patches after n give the present state; no number is left out.
 */
import type { ContractEvent } from '../contract/api.ts';
import type { ConnectionView } from '../contract/connection-view.ts';
import type { Clock, Disposer } from './clock.ts';

/** State changes that come closer together than this travel in one patch. */
const joinMs = 40;
const counterMs = 1_000;

export interface ChangeFeedPorts {
  readonly clock: Clock;
  /** null: removed. */
  readonly view: (id: string) => ConnectionView | null;
  /** A subscriber threw: its bug must not end the host. */
  readonly onBug: (error: unknown) => void;
  /** Connections whose counters may have moved. */
  readonly busy: () => readonly string[];
}

export class ChangeFeed {
  readonly #ports: ChangeFeedPorts;
  readonly #listeners = new Set<(event: ContractEvent) => void>();
  readonly #changed = new Set<string>();
  readonly #counted = new Map<string, number>();
  #sequence = 0;
  #cancelFlush: Disposer | undefined;
  #cancelCounters: Disposer | undefined;

  constructor(ports: ChangeFeedPorts) {
    this.#ports = ports;
  }

  /** Number of the latest patch. Patches that wait are sent first, so that the snapshot is not older than they are. */
  get sequence(): number {
    this.#flush();
    return this.#sequence;
  }

  subscribe(listener: (event: ContractEvent) => void): Disposer {
    // Its own function object: the same listener may subscribe twice.
    const own = (event: ContractEvent): void => listener(event);
    this.#listeners.add(own);
    if (this.#listeners.size === 1) this.#armCounters();
    return () => {
      this.#listeners.delete(own);
      if (this.#listeners.size === 0) this.#cancelCounters?.();
    };
  }

  changed(id: string): void {
    this.#changed.add(id);
    this.#cancelFlush ??= this.#ports.clock.after(joinMs, () => this.#flush());
  }

  publish(event: ContractEvent): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(event);
      } catch (error) {
        this.#ports.onBug(error);
      }
    }
  }

  close(): void {
    this.#cancelFlush?.();
    this.#cancelCounters?.();
    this.#listeners.clear();
  }

  #flush(): void {
    this.#cancelFlush?.();
    this.#cancelFlush = undefined;
    if (this.#changed.size === 0) return;
    const ids = [...this.#changed];
    this.#changed.clear();
    this.#sequence++;
    if (this.#listeners.size === 0) return;
    const changed: ConnectionView[] = [];
    const removed: string[] = [];
    for (const id of ids) {
      const view = this.#ports.view(id);
      if (view === null) removed.push(id);
      else changed.push(view);
    }
    this.publish({ name: 'connections.patch', payload: { sequence: this.#sequence, changed, removed } });
  }

  #armCounters(): void {
    this.#cancelCounters?.();
    this.#cancelCounters = this.#ports.clock.after(counterMs, () => {
      for (const id of this.#ports.busy()) {
        const view = this.#ports.view(id);
        const bytes = view === null ? 0 : view.bytesIn + view.bytesOut;
        if (this.#counted.get(id) !== bytes) this.changed(id);
        this.#counted.set(id, bytes);
      }
      this.#armCounters();
    });
  }
}
